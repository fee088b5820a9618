import { magnitude } from '../../figures/valueScale.ts';
import { digit } from '../../kit/samples/samples.ts';
import { keepLast } from '../../playback/keepLast.ts';
import { choice, type ParamSpecs, whole } from '../../playback/params.ts';
import { type ActivationName, activation } from '../../tensor/activations.ts';
import { type Conv2dOptions, conv2d } from '../../tensor/conv2d.ts';
import { conv2dCounts, type LayerCounts } from '../../tensor/counts.ts';
import { outputSize } from '../../tensor/geometry.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import { BY_HAND, MOST_FILTERS, TRAINED } from './kernels.ts';
import { type Stage, stagesOf } from './stages.ts';

/** The functions that the layer may end with; `none` passes the sums on as they are. */
export const BENDS = ['relu', 'leakyRelu', 'sigmoid', 'tanh', 'none'] as const;
export type Bend = (typeof BENDS)[number];

/** Everything that a reader can set. */
export interface LayerParams {
  readonly kernels: 'trained' | 'byHand';
  readonly digit: number;
  readonly filters: number;
  /** The filter that is shown large. */
  readonly filter: number;
  /** The output place whose number is worked out. */
  readonly row: number;
  readonly col: number;
  readonly stride: number;
  readonly padding: number;
  readonly activation: Bend;
}

/** MNIST digits are 28 × 28. */
export const SIDE = 28;

export const specs: ParamSpecs<LayerParams> = {
  kernels: choice('trained', ['trained', 'byHand']),
  digit: whole(5, 0, 9),
  filters: whole(MOST_FILTERS, 1, MOST_FILTERS),
  filter: whole(3, 0, MOST_FILTERS - 1),
  row: whole(8, 0, SIDE + 3),
  col: whole(16, 0, SIDE + 3),
  stride: whole(1, 1, 3),
  padding: whole(2, 0, 4),
  activation: choice<Bend>('relu', BENDS),
};

/** The side of a kernel: the trained ones are 5 × 5, those made by hand 3 × 3. */
export const kernelSide = ({ kernels }: Pick<LayerParams, 'kernels'>): number =>
  kernels === 'trained' ? 5 : 3;

/** Brings the parameters together: padding and place follow the sizes. */
export function constrain(params: LayerParams): LayerParams {
  const k = kernelSide(params);
  const padding = Math.min(params.padding, k - 1);
  const last = outputSize(SIDE, k, params.stride, padding, padding) - 1;
  return {
    ...params,
    padding,
    filter: Math.min(params.filter, params.filters - 1),
    row: Math.min(params.row, last),
    col: Math.min(params.col, last),
  };
}

/** Kernels that are chosen bring the padding that keeps the size of the picture. */
export const choosing = (kernels: LayerParams['kernels']): Partial<LayerParams> => ({
  kernels,
  padding: (kernelSide({ kernels }) - 1) / 2,
});

/** Every tensor of the layer, in float64: what the core computes for the parameters. */
export interface LayerModel {
  readonly params: LayerParams;
  readonly options: Conv2dOptions;
  /** The side of a kernel and the side of a map. */
  readonly k: number;
  readonly out: number;
  readonly x: Tensor;
  readonly w: Tensor;
  readonly b: Tensor;
  readonly z: Tensor;
  readonly a: Tensor;
  readonly counts: LayerCounts;
  /** Cells of `a` that are exactly 0, a filter. */
  readonly zeros: readonly number[];
  /** The magnitudes at which colours are full. */
  readonly most: { readonly w: number; readonly z: number; readonly a: number };
  readonly stages: readonly Stage[];
}

export function build(params: LayerParams): LayerModel {
  const { kernels, filters, digit, stride, padding, activation } = params;
  return { params, ...layerOf(kernels, filters, digit, stride, padding, activation, kernelSide(params)) };
}

/** The numbers of the layer. To look at another of them computes nothing anew. */
const layerOf = keepLast(
  (
    kernels: LayerParams['kernels'],
    count: number,
    label: LayerParams['digit'],
    stride: number,
    padding: number,
    bend: Bend,
    k: number,
  ): Omit<LayerModel, 'params'> => {
    const filters = (kernels === 'trained' ? TRAINED : BY_HAND).slice(0, count);
    const pixels = Array.from(digit(label).pixels, (ink) => ink / 255);
    const x = tensor([1, 1, SIDE, SIDE], pixels, 'float64');
    const weights = filters.flatMap(({ weights }) => weights);
    const w = tensor([filters.length, 1, k, k], weights, 'float64');
    const biases = filters.map(({ bias }) => bias);
    const b = tensor([filters.length], biases, 'float64');
    const options: Conv2dOptions = { stride, padding };
    const z = conv2d(x, w, b, options);
    const a = bent(bend, z);
    const out = z.shape[2] as number;
    return {
      ...{ options, k, out, x, w, b, z, a },
      counts: conv2dCounts(x.shape, w.shape, options),
      zeros: filters.map((_, f) => planeOf(a, f).filter((value) => value === 0).length),
      most: { w: magnitude(w.data), z: magnitude(z.data), a: magnitude(a.data) },
      stages: stagesOf(k, out, filters.length),
    };
  },
);

const bent = (name: Bend, z: Tensor): Tensor =>
  name === 'none' ? z.clone() : activation(name satisfies ActivationName, z);

/** The numbers of one channel. */
export function planeOf(of: Tensor, channel: number): Tensor['data'] {
  const size = (of.shape[2] as number) * (of.shape[3] as number);
  return of.data.subarray(channel * size, (channel + 1) * size);
}
