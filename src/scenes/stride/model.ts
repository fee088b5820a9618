import { evenSides, type ForwardLayer, forwardLayer, square } from '../../kit/convolution/layer.ts';
import { readsOf } from '../../kit/convolution/reads.ts';
import { catPhoto } from '../../kit/samples/catPhoto.ts';
import { presetKernel } from '../../kit/samples/kernelPresets.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { conv2dCounts } from '../../tensor/counts.ts';
import { createRandom } from '../../tensor/random.ts';
import { full, type Tensor } from '../../tensor/tensor.ts';
import { LARGEST_SHIFT, type StrideParams } from './parameters.ts';
import { PASSES } from './words.ts';

/** The two ways to the same numbers: only the stops, or every place and then drop. */
export type Pass = 'stops' | 'everyPlace';

/** All tensors of the figure, in float64: what the core computes for the parameters. */
export interface StrideModel extends ForwardLayer {
  readonly params: StrideParams;
  /** The same layer with stride 1. */
  readonly everyPlace: ForwardLayer;
  /** How many windows read each input cell, and each cell of one row. */
  readonly reads: Tensor;
  readonly axisReads: Tensor;
  /** Products at this stride, and at stride 1. */
  readonly products: number;
  readonly productsAtOne: number;
  readonly track: Track<Pass>;
}

export function build(params: StrideParams): StrideModel {
  const { input, kernel, stride, dilation, padding } = params;
  const weights = {
    x: square(input, inputOf(params)),
    w: square(kernel, presetKernel(params.preset, kernel)),
    b: null,
  };
  const layer = forwardLayer(params, evenSides(padding), weights);
  const everyPlace = forwardLayer({ ...params, stride: 1 }, evenSides(padding), weights);
  const { x, w, y, out, options } = layer;
  const row = (length: number): Tensor => full([1, 1, 1, length], 1, 'float64');
  const products = (of: ForwardLayer): number =>
    conv2dCounts(x.shape, w.shape, of.options, false).multiplyAdds;
  return {
    params,
    ...layer,
    everyPlace,
    reads: readsOf(x, w, y, options),
    axisReads: readsOf(row(input), row(kernel), row(out), {
      stride: [1, stride],
      dilation: [1, dilation],
      padding: [0, padding],
    }),
    products: products(layer),
    productsAtOne: products(everyPlace),
    track: createTrack<Pass>([
      { id: 'stops', cells: out * out, terms: 1, name: PASSES.stops(stride) },
      { id: 'everyPlace', cells: everyPlace.out ** 2, terms: 1, name: PASSES.everyPlace },
    ]),
  };
}

function inputOf({ source, seed, shift, input }: StrideParams): number[] {
  const pixels = source === 'photo' ? catPhoto(input) : [];
  const random = createRandom(seed * 101 + input);
  const wide = input + LARGEST_SHIFT;
  const drawn = Array.from({ length: input * wide }, () => random.below(5));
  return Array.from({ length: input * input }, (_, i) => {
    const row = Math.floor(i / input);
    const col = (i % input) - shift;
    if (source === 'photo') return pixels[row * input + Math.max(0, col)] as number;
    if (source === 'stripes') return col % 2 === 0 ? 9 : 0;
    return drawn[row * wide + col + LARGEST_SHIFT] as number;
  });
}

/** A window at stride 1 that the stride keeps. */
export const isKept = ({ params }: StrideModel, row: number, col: number): boolean =>
  row % params.stride === 0 && col % params.stride === 0;
