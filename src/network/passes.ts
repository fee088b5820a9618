import type { Tensor } from '../tensor/tensor.ts';
import { modeAt } from './createLayer.ts';
import type { Layer, Mode } from './layer.ts';
import type { Plan } from './plan.ts';

/** x and the output of every layer. @param known what a layer's output is, where somebody wrote it down already */
export function forwardThrough(
  layers: readonly Layer[],
  x: Tensor,
  mode: Mode,
  known?: (layer: number) => Tensor | undefined,
): Tensor[] {
  const outputs = [x];
  layers.forEach((layer, i) => {
    outputs.push(known?.(i) ?? layer.forward(outputs[i] as Tensor, modeAt(mode, i)));
  });
  return outputs;
}

/** The gradient of x and of every layer's output, from that of the last. Writes the layers' `grads`. */
export function backThrough(layers: readonly Layer[], dLogits: Tensor): Tensor[] {
  const gradients = [dLogits];
  for (const layer of [...layers].reverse()) gradients.unshift(layer.backward(gradients[0] as Tensor));
  return gradients;
}

/**
 * The same after a backward pass of the plan: what it wrote down is read; what lies inside its blocks,
 * and the gradient of x, is worked out by the layers. Their `grads` stay as the plan left them.
 */
export function gradientsOfPlan(
  layers: readonly Layer[],
  activations: readonly Tensor[],
  dLogits: Tensor,
  mode: Mode,
  plan: Plan,
): Tensor[] {
  const gradients = [dLogits];
  for (let i = layers.length - 1; i >= 0; i--) {
    const known = i > 0 ? plan.gradient(i - 1) : undefined;
    gradients.unshift(
      known ??
        inputGradient(layers[i] as Layer, activations[i] as Tensor, gradients[0] as Tensor, modeAt(mode, i)),
    );
  }
  return gradients;
}

function inputGradient(layer: Layer, x: Tensor, dy: Tensor, mode: Mode): Tensor {
  const before = layer.grads.map((grad) => grad.data.slice());
  layer.forward(x, mode);
  const dx = layer.backward(dy);
  layer.grads.forEach((grad, i) => {
    grad.data.set(before[i] ?? []);
  });
  return dx;
}
