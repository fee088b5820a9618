import type { Tensor } from '../tensor/tensor.ts';
import { type Layer, type Mode, overwrite } from './layer.ts';
import type { Plan } from './plan.ts';

/** A seed of its own for each layer, so that two dropouts do not drop the same cells. */
export function modeAt(mode: Mode, layer: number): Mode {
  return {
    ...mode,
    seed: (Math.imul(mode.seed ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(layer, 0xc2b2ae35)) | 0,
  };
}

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

/**
 * The gradient of x and of every layer's output, from that of the last.
 *
 * @param back how dy of layer i becomes dx; by default the layer's backward pass, which writes its `grads`
 */
export function backThrough(
  layers: readonly Layer[],
  dLogits: Tensor,
  back = (i: number, dy: Tensor) => (layers[i] as Layer).backward(dy),
): Tensor[] {
  const gradients = [dLogits];
  for (let i = layers.length - 1; i >= 0; i--) gradients.unshift(back(i, gradients[0] as Tensor));
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
  return backThrough(layers, dLogits, (i, dy) => {
    const known = plan.gradient(i - 1);
    if (known) return known;
    const layer = layers[i] as Layer;
    const before = layer.grads.map((grad) => grad.clone());
    layer.forward(activations[i] as Tensor, modeAt(mode, i));
    const dx = layer.backward(dy);
    overwrite(layer.grads, before);
    return dx;
  });
}
