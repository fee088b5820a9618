import { catPhoto } from '../../figures/data/catPhoto.ts';
import { presetKernel } from '../../figures/data/kernelPresets.ts';
import { LARGEST_DILATION, LARGEST_INPUT, LARGEST_KERNEL, limits } from '../../figures/windowLimits.ts';
import { choice, type ParamSpecs, whole } from '../../playback/params.ts';
import { type Conv2dOptions, conv2d, conv2dBackwardInput } from '../../tensor/conv2d.ts';
import { conv2dCounts } from '../../tensor/counts.ts';
import { kernelExtent, unreadSize } from '../../tensor/geometry.ts';
import { createRandom } from '../../tensor/random.ts';
import { full, type Tensor, tensor } from '../../tensor/tensor.ts';

export const SOURCES = ['numbers', 'stripes', 'photo'] as const;
export const PRESETS = ['sobelX', 'box', 'identity'] as const;

/** Everything that a reader can set. Rows and columns are treated alike. */
export interface StrideParams {
  readonly source: (typeof SOURCES)[number];
  readonly seed: number;
  /** Columns that the picture moves to the right; new ones come in at the left (a photograph repeats its edge). */
  readonly shift: number;
  readonly input: number;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;
  readonly preset: (typeof PRESETS)[number];
}

export const LARGEST_STRIDE = 4;
export const LARGEST_SHIFT = 4;
const LARGEST_PADDING = kernelExtent(LARGEST_KERNEL, LARGEST_DILATION) - 1;

export const specs: ParamSpecs<StrideParams> = {
  source: choice('numbers', SOURCES),
  seed: whole(1, 1, 9999),
  shift: whole(0, 0, LARGEST_SHIFT),
  input: whole(8, 3, LARGEST_INPUT),
  kernel: whole(3, 1, LARGEST_KERNEL),
  stride: whole(2, 1, LARGEST_STRIDE),
  padding: whole(0, 0, LARGEST_PADDING),
  dilation: whole(1, 1, LARGEST_DILATION),
  preset: choice('sobelX', PRESETS),
};

/** The window, holes included, is never larger than the picture; the border never larger than its reach. */
export function constrain(params: StrideParams): StrideParams {
  const { input } = params;
  const kernel = Math.min(params.kernel, limits(params).kernel);
  const dilation = Math.min(params.dilation, limits({ input, kernel }).dilation);
  const padding = Math.min(params.padding, kernelExtent(kernel, dilation) - 1);
  return { ...params, kernel, dilation, padding };
}

/** All tensors of the figure, in float64: what the core computes for the parameters. */
export interface StrideModel {
  readonly params: StrideParams;
  readonly options: Conv2dOptions;
  /** The same with stride 1. */
  readonly everyPlace: Conv2dOptions;
  /** k̂: the rows that the kernel spans, holes included. */
  readonly extent: number;
  /** The side of the output, and of the output at stride 1. */
  readonly out: number;
  readonly outAtOne: number;
  /** a: trailing rows of the padded input that no window reads. */
  readonly unread: number;
  readonly x: Tensor;
  readonly w: Tensor;
  readonly y: Tensor;
  /** The output at stride 1. */
  readonly unstrided: Tensor;
  /** All ones, as w and as y. */
  readonly ones: Tensor;
  readonly upstream: Tensor;
  /** How many windows read each input cell, and each cell of one row. */
  readonly reads: Tensor;
  readonly axisReads: Tensor;
  /** Products at this stride, and at stride 1. */
  readonly products: number;
  readonly productsAtOne: number;
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

const square = (side: number, values: ArrayLike<number>): Tensor =>
  tensor([1, 1, side, side], values, 'float64');

export function build(params: StrideParams): StrideModel {
  const { input, kernel, stride, dilation, padding } = params;
  const options: Conv2dOptions = { stride, dilation, padding };
  const everyPlace: Conv2dOptions = { ...options, stride: 1 };
  const x = square(input, inputOf(params));
  const w = square(kernel, presetKernel(params.preset, kernel));
  const y = conv2d(x, w, null, options);
  const unstrided = conv2d(x, w, null, everyPlace);
  const out = y.shape[2] as number;
  const ones = full(w.shape, 1, 'float64');
  const upstream = full(y.shape, 1, 'float64');
  const row = (length: number): Tensor => full([1, 1, 1, length], 1, 'float64');
  return {
    params,
    options,
    everyPlace,
    extent: kernelExtent(kernel, dilation),
    out,
    outAtOne: unstrided.shape[2] as number,
    unread: unreadSize(input, kernel, stride, padding, padding, dilation),
    x,
    w,
    y,
    unstrided,
    ones,
    upstream,
    reads: conv2dBackwardInput(ones, upstream, x.shape, options),
    axisReads: conv2dBackwardInput(row(kernel), row(out), [1, 1, 1, input], {
      stride: [1, stride],
      dilation: [1, dilation],
      padding: [0, padding],
    }),
    products: conv2dCounts(x.shape, w.shape, options, false).multiplyAdds,
    productsAtOne: conv2dCounts(x.shape, w.shape, everyPlace, false).multiplyAdds,
  };
}
