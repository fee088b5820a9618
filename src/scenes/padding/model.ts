import { catPhoto } from '../../figures/data/catPhoto.ts';
import { presetKernel } from '../../figures/data/kernelPresets.ts';
import { LARGEST_DILATION, LARGEST_INPUT, LARGEST_KERNEL, limits } from '../../figures/windowLimits.ts';
import { choice, type ParamSpecs, whole } from '../../playback/params.ts';
import { type Conv2dOptions, conv2d, conv2dBackwardInput } from '../../tensor/conv2d.ts';
import { kernelExtent, type PadMode, samePadding, unreadSize } from '../../tensor/geometry.ts';
import { createRandom } from '../../tensor/random.ts';
import { full, Tensor, tensor } from '../../tensor/tensor.ts';

export const MODES = ['zeros', 'reflect', 'replicate', 'circular'] as const satisfies readonly PadMode[];
export const FITS = ['valid', 'same', 'full', 'own'] as const;
export const SOURCES = ['numbers', 'flat', 'photo'] as const;
export const PRESETS = ['sum', 'average', 'sobel'] as const;

/** Everything that a reader can set. Rows and columns are treated alike. */
export interface PaddingParams {
  readonly source: (typeof SOURCES)[number];
  readonly seed: number;
  readonly input: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly fit: (typeof FITS)[number];
  /** Rows and columns before and after, when `fit` is `own`. */
  readonly before: number;
  readonly after: number;
  readonly mode: PadMode;
  readonly preset: (typeof PRESETS)[number];
}

const LARGEST_PADDING = kernelExtent(LARGEST_KERNEL, LARGEST_DILATION) - 1;

export const specs: ParamSpecs<PaddingParams> = {
  source: choice('numbers', SOURCES),
  seed: whole(1, 1, 9999),
  input: whole(7, 3, LARGEST_INPUT),
  kernel: whole(3, 1, LARGEST_KERNEL),
  stride: whole(1, 1, 4),
  dilation: whole(1, 1, LARGEST_DILATION),
  fit: choice('same', FITS),
  before: whole(1, 0, LARGEST_PADDING),
  after: whole(1, 0, LARGEST_PADDING),
  mode: choice<PadMode>('zeros', MODES),
  preset: choice('sum', PRESETS),
};

/** The window is never larger than the picture: so every fit has a window and every mode can fill its border. */
export function constrain(params: PaddingParams): PaddingParams {
  const { input } = params;
  const kernel = Math.min(params.kernel, limits(params).kernel);
  const dilation = Math.min(params.dilation, limits({ input, kernel }).dilation);
  const most = kernelExtent(kernel, dilation) - 1;
  return {
    ...params,
    kernel,
    dilation,
    before: Math.min(params.before, most),
    after: Math.min(params.after, most),
  };
}

/** Rows before and after the picture, and the same for columns. */
export function amounts(params: PaddingParams): [before: number, after: number] {
  const { input, kernel, stride, dilation, fit, before, after } = params;
  switch (fit) {
    case 'valid':
      return [0, 0];
    case 'same':
      return samePadding(input, kernel, stride, dilation);
    case 'full':
      return [kernelExtent(kernel, dilation) - 1, kernelExtent(kernel, dilation) - 1];
    case 'own':
      return [before, after];
  }
}

/** All tensors of the figure, in float64: what the core computes for the parameters. */
export interface PaddingModel {
  readonly params: PaddingParams;
  readonly options: Conv2dOptions;
  readonly before: number;
  readonly after: number;
  /** k̂: the rows that the kernel spans. */
  readonly extent: number;
  /** The side of the output. */
  readonly out: number;
  /** The side of the padded input. */
  readonly side: number;
  /** Trailing rows of the padded input that no window reads. */
  readonly unread: number;
  readonly x: Tensor;
  readonly padded: Tensor;
  readonly w: Tensor;
  readonly y: Tensor;
  /** All ones, as w and as y. */
  readonly ones: Tensor;
  readonly upstream: Tensor;
  /** How many windows read each input cell: the input gradient when all of w and ∂y is 1. */
  readonly uses: Tensor;
  /** The same along one row alone. */
  readonly axisUses: Tensor;
}

/** Bright whole numbers, so that a border of zeros shows. */
function inputOf({ source, seed, input }: PaddingParams): number[] {
  if (source === 'photo') return catPhoto(input);
  const random = createRandom(seed * 101 + input);
  return Array.from({ length: input * input }, () => {
    if (source === 'flat') return 9;
    return 5 + random.below(5);
  });
}

function kernelOf({ preset, kernel }: PaddingParams): number[] {
  if (preset === 'sobel') return presetKernel('sobelX', kernel);
  return new Array<number>(kernel * kernel).fill(preset === 'sum' ? 1 : 1 / (kernel * kernel));
}

const square = (side: number, values: ArrayLike<number>): Tensor =>
  tensor([1, 1, side, side], values, 'float64');

export function build(params: PaddingParams): PaddingModel {
  const { input, kernel, stride, dilation, mode: padMode } = params;
  const [before, after] = amounts(params);
  const padding = [before, before, after, after] as const;
  const options: Conv2dOptions = { stride, dilation, padding, padMode };
  const x = square(input, inputOf(params));
  const w = square(kernel, kernelOf(params));
  const y = conv2d(x, w, null, options);
  const out = y.shape[2] as number;
  const ones = full(w.shape, 1, 'float64');
  const upstream = full(y.shape, 1, 'float64');
  const row = (length: number): Tensor => full([1, 1, 1, length], 1, 'float64');
  return {
    params,
    options,
    before,
    after,
    extent: kernelExtent(kernel, dilation),
    out,
    side: input + before + after,
    unread: unreadSize(input, kernel, stride, before, after, dilation),
    x,
    // A 1 × 1 kernel that holds a 1 reads every place of the padded input just as it stands.
    padded: conv2d(x, square(1, [1]), null, { padding, padMode }),
    w,
    y,
    ones,
    upstream,
    uses: conv2dBackwardInput(ones, upstream, x.shape, options),
    axisUses: conv2dBackwardInput(row(kernel), row(out), [1, 1, 1, input], {
      stride: [1, stride],
      dilation: [1, dilation],
      padding: [0, before, 0, after],
      padMode,
    }),
  };
}

/** What the windows that are done have read: the same gradient, with ∂y = 0 where no window has stood yet. */
export function usesSoFar(model: PaddingModel, windows: number): Tensor {
  const dy = new Tensor(
    model.y.shape,
    model.upstream.data.map((one, i) => (i < windows ? one : 0)),
  );
  return conv2dBackwardInput(model.ones, dy, model.x.shape, model.options);
}
