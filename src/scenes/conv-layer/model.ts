import { magnitude } from '../../kit/colour/valueScale.ts';
import { digit } from '../../kit/samples/samples.ts';
import { keepLast } from '../../playback/keepLast.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { type ActivationName, activation } from '../../tensor/activations.ts';
import { planeOf } from '../../tensor/channels.ts';
import { type Conv2dOptions, conv2d } from '../../tensor/conv2d.ts';
import { conv2dCounts, type LayerCounts } from '../../tensor/counts.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import { caseOf } from './kernels.ts';
import type { LayerParams } from './parameters.ts';
import { STRETCHES } from './words.ts';

/** One number, product by product; the rest of its map, row by row; the other maps, each first as sums and then bent. */
export type Stretch = 'cell' | 'map' | 'maps';

/** Every tensor of the layer, in float64: what the core computes for the parameters. */
export interface LayerModel {
  readonly params: LayerParams;
  readonly options: Conv2dOptions;
  /** Input maps, the side of the input, of a kernel and of an output map. */
  readonly maps: number;
  readonly side: number;
  readonly k: number;
  readonly out: number;
  /** The input may be typed into. */
  readonly isSmall: boolean;
  readonly x: Tensor;
  readonly w: Tensor;
  readonly b: Tensor;
  readonly z: Tensor;
  readonly a: Tensor;
  readonly counts: LayerCounts;
  /** Cells of `a` that are exactly 0, a filter. */
  readonly zeros: readonly number[];
  /** The magnitudes at which colours are full. */
  readonly most: Readonly<Record<'x' | 'w' | 'z' | 'a', number>>;
  readonly track: Track<Stretch>;
}

export function build(params: LayerParams): LayerModel {
  const { kernels, filters, digit: label, stride, padding, activation: bend, x } = params;
  return { params, ...layerOf(kernels, filters, label, stride, padding, bend, x) };
}

/** The numbers of the layer. To look at another of them computes nothing anew. */
const layerOf = keepLast(
  (
    name: LayerParams['kernels'],
    count: number,
    label: LayerParams['digit'],
    stride: number,
    padding: number,
    bend: LayerParams['activation'],
    typed: LayerParams['x'],
  ): Omit<LayerModel, 'params'> => {
    const { filters: all, kernel: k, side, maps, input } = caseOf(name);
    const filters = all.slice(0, count);
    const pixels = typed ?? input ?? Array.from(digit(Number(label)).pixels, (ink) => ink / 255);
    const x = tensor([1, maps, side, side], pixels, 'float64');
    const weights = filters.flatMap((filter) => filter.weights);
    const w = tensor([filters.length, maps, k, k], weights, 'float64');
    const b = tensor(
      [filters.length],
      filters.map(({ bias }) => bias),
      'float64',
    );
    const options: Conv2dOptions = { stride, padding };
    const z = conv2d(x, w, b, options);
    const a = bend === 'none' ? z.clone() : activation(bend satisfies ActivationName, z);
    const out = z.shape[2] as number;
    return {
      ...{ options, maps, side, k, out, x, w, b, z, a, isSmall: input !== undefined },
      counts: conv2dCounts(x.shape, w.shape, options),
      zeros: filters.map((_, f) => planeOf(a, f).filter((value) => value === 0).length),
      most: {
        x: magnitude(x.data),
        w: magnitude(w.data),
        z: magnitude(z.data),
        a: magnitude(a.data),
      },
      track: createTrack<Stretch>([
        { id: 'cell', cells: 1, terms: maps * k * k + 2, name: STRETCHES.cell, role: 'weight' },
        { id: 'map', cells: out, terms: 1, name: STRETCHES.map },
        { id: 'maps', cells: filters.length - 1, terms: 2, name: STRETCHES.maps },
      ]),
    };
  },
);
