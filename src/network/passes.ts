import { mixSeeds } from '../tensor/random.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Layer, Mode } from './layer.ts';

/** A seed of its own for each layer, so that two dropouts do not drop the same cells. */
export function modeAt(mode: Mode, layer: number): Mode {
  return { ...mode, seed: mixSeeds(mode.seed, layer) };
}

/** x and the output of every layer. */
export function forwardThrough(layers: readonly Layer[], x: Tensor, mode: Mode): Tensor[] {
  const outputs = [x];
  layers.forEach((layer, i) => {
    outputs.push(layer.forward(outputs[i] as Tensor, modeAt(mode, i)));
  });
  return outputs;
}

/** The gradient of x and of every layer's output, from that of the last. Writes the layers' `grads`. */
export const backThrough = (layers: readonly Layer[], dLogits: Tensor): Tensor[] =>
  gradientsBy(layers, dLogits, (layer, dy) => layer.backward(dy));

/** The same gradients; the layers' `grads` stay as they are. */
export const backToInputs = (layers: readonly Layer[], dLogits: Tensor): Tensor[] =>
  gradientsBy(layers, dLogits, (layer, dy) => layer.backwardInput(dy));

function gradientsBy(
  layers: readonly Layer[],
  dLogits: Tensor,
  back: (layer: Layer, dy: Tensor) => Tensor,
): Tensor[] {
  const gradients = [dLogits];
  for (let i = layers.length - 1; i >= 0; i--)
    gradients.unshift(back(layers[i] as Layer, gradients[0] as Tensor));
  return gradients;
}
