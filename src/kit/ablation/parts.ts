import { createModel, type Model, type ModelOptions } from '../../network/model.ts';
import type { LayerSpec } from '../../network/spec.ts';
import { keepLast } from '../../playback/keepLast.ts';
import { type DType, type Tensor, tensor, zeros } from '../../tensor/tensor.ts';
import { digitNetwork } from '../digits/digitNetwork.ts';
import { KERNEL, LAYERS, type LayerNumber, placeOfFilter } from './breaks.ts';

/** Convolution, ReLU and pooling together; then the same again; then flattening and the dense layer. */
const LENGTHS = [3, 3, 2] as const;

/** The digit network in three parts, so that maps can be exchanged between them. */
export interface Parts {
  readonly dtype: DType;
  readonly convolutions: readonly [Model, Model];
  readonly dense: Model;
  /** One filter of a layer as a network of its own, 25 weights of one of its kernels exchanged. */
  alone(layer: LayerNumber, index: number, map: number, weights: readonly number[]): Model;
}

const optionsOf = (dtype: DType): ModelOptions => ({
  dtype,
  ...(dtype === 'float64' && { engine: 'plain' }),
});

/** The trained network in its parts: float64 by the readable loops, float32 as fast as it goes. */
export function partsOf(dtype: DType): Parts {
  const options = optionsOf(dtype);
  const { spec, params } = digitNetwork({ dtype, engine: 'plain' });
  let [layer, param] = [0, 0];
  const next = (length: number, input: readonly number[]): Model => {
    const model = createModel({ input, layers: spec.layers.slice(layer, layer + length) }, options);
    for (const own of model.params) own.data.set((params[param++] as Tensor).data);
    layer += length;
    return model;
  };
  const first = next(LENGTHS[0], spec.input);
  const second = next(LENGTHS[1], [8, 14, 14]);
  const convolutions = [first, second] as const;
  return {
    ...{ dtype, convolutions },
    dense: next(LENGTHS[2], [16, 7, 7]),
    alone: keepLast((layer, index, map, weights) => alone(convolutions[layer], dtype, index, map, weights)),
  };
}

/** What the two layers hand on, [n, 8, 14, 14] and [n, 16, 7, 7]. */
export type Pooled = readonly [Tensor, Tensor];

function alone(
  { spec, params }: Model,
  dtype: DType,
  index: number,
  map: number,
  weights: readonly number[],
): Model {
  const [conv, ...rest] = spec.layers as [LayerSpec, ...LayerSpec[]];
  const layers = [{ ...conv, out: 1 } as LayerSpec, ...rest];
  const model = createModel({ input: spec.input, layers }, optionsOf(dtype));
  const [w, b] = params as [Tensor, Tensor];
  const [ownW, ownB] = model.params as [Tensor, Tensor];
  ownW.data.set(w.data.subarray(index * ownW.size, (index + 1) * ownW.size) as never);
  ownW.data.set(weights, map * KERNEL * KERNEL);
  ownB.data[0] = b.data[index] as number;
  return model;
}

/** The kernel that a filter has for a map, as it was trained: 25 weights. */
export function trainedKernel({ convolutions }: Parts, filter: number, map: number): number[] {
  const { layer, index } = placeOfFilter(filter);
  const [w] = convolutions[layer].params as [Tensor];
  const cells = KERNEL * KERNEL;
  const start = (index * LAYERS[layer].reads + Math.min(map, LAYERS[layer].reads - 1)) * cells;
  return Array.from(w.data.subarray(start, start + cells));
}

/** Pictures of 28 × 28 bytes as numbers from 0 to 1, [n, 1, 28, 28]. */
export function inputOf(pixels: Uint8Array, dtype: DType): Tensor {
  const x = zeros([pixels.length / 784, 1, 28, 28], dtype);
  for (let i = 0; i < pixels.length; i++) x.data[i] = (pixels[i] as number) / 255;
  return x;
}

/** What the whole network's layers hand on. */
export function wholePooled({ convolutions: [first, second] }: Parts, x: Tensor): Pooled {
  const one = first.forward(x).clone();
  return [one, second.forward(one).clone()];
}

/** A part of a tensor's samples, in its own memory. */
export const samplesOf = ({ shape, data, dtype }: Tensor, from: number, to: number): Tensor => {
  const size = data.length / (shape[0] as number);
  return tensor([to - from, ...shape.slice(1)], data.slice(from * size, to * size), dtype);
};
