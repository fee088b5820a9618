import { PRESETS, type Preset, presetKernel, resizeKernel } from '../../figures/data/kernelPresets.ts';
import { choice, numbers, type ParamSpecs, real, whole } from '../../playback/params.ts';
import { type Conv2dOptions, conv2d, conv2dBackward } from '../../tensor/conv2d.ts';
import { kernelExtent, resolvePadding, type Sides, unreadSize } from '../../tensor/geometry.ts';
import { createRandom } from '../../tensor/random.ts';
import { full, Tensor, tensor } from '../../tensor/tensor.ts';
import { type Pass, passesOf } from './passes.ts';
import { inputOf, SOURCES, type Source } from './sources.ts';

export const KERNEL_CHOICES = [...PRESETS, 'own'] as const;
export type KernelChoice = (typeof KERNEL_CHOICES)[number];

/** Everything that a reader can set. */
export interface ConvolutionParams {
  readonly source: Source;
  /** Which digit, when the source is a digit. */
  readonly digit: number;
  readonly seed: number;
  readonly input: number;
  readonly kernel: number;
  readonly stride: number;
  /** Rows and columns on every side. With `fit: same` it may be one more after than before. */
  readonly padding: number;
  readonly fit: 'number' | 'same';
  readonly dilation: number;
  readonly preset: KernelChoice;
  /** What the reader typed, row by row; null: as the source, the preset and the loss have it. */
  readonly x: readonly number[] | null;
  readonly w: readonly number[] | null;
  readonly b: number;
  readonly dy: readonly number[] | null;
  readonly target: readonly number[] | null;
  /** The loss that sends the gradient: Σ ∂y·y with a gradient that is given, or ½‖y − t‖². */
  readonly loss: 'given' | 'target';
  readonly method: 'scatter' | 'gather';
}

const LARGEST_INPUT = 28;
const LARGEST_KERNEL = 5;
const LARGEST_DILATION = 3;
const LARGEST_PADDING = kernelExtent(LARGEST_KERNEL, LARGEST_DILATION) - 1;
const LIMIT = 1e6;
const MOST_OUTPUTS = (LARGEST_INPUT + LARGEST_PADDING) ** 2;

export const specs: ParamSpecs<ConvolutionParams> = {
  source: choice<Source>('numbers', SOURCES),
  digit: whole(5, 0, 9),
  seed: whole(1, 1, 9999),
  input: whole(5, 3, LARGEST_INPUT),
  kernel: whole(3, 1, LARGEST_KERNEL),
  stride: whole(1, 1, 4),
  padding: whole(1, 0, LARGEST_PADDING),
  fit: choice('number', ['number', 'same']),
  dilation: whole(1, 1, LARGEST_DILATION),
  preset: choice<KernelChoice>('sobelX', KERNEL_CHOICES),
  x: numbers(LARGEST_INPUT ** 2, LIMIT),
  w: numbers(LARGEST_KERNEL ** 2, LIMIT),
  b: real(1, -LIMIT, LIMIT),
  dy: numbers(MOST_OUTPUTS, LIMIT),
  target: numbers(MOST_OUTPUTS, LIMIT),
  loss: choice('given', ['given', 'target']),
  method: choice('scatter', ['scatter', 'gather']),
};

/** The smallest and the largest padding that go with the other sizes. */
export function paddingRange(
  params: Pick<ConvolutionParams, 'input' | 'kernel' | 'dilation'>,
): [number, number] {
  const extent = kernelExtent(params.kernel, params.dilation);
  return [Math.max(0, Math.ceil((extent - params.input) / 2)), extent - 1];
}

/** The four sides that the parameters mean. */
export function sidesOf(params: ConvolutionParams): Sides {
  const { input, kernel, stride, dilation, padding, fit } = params;
  if (fit === 'number') return [padding, padding, padding, padding];
  const [before, after] = resolvePadding('same', {
    size: [input, input],
    kernel: [kernel, kernel],
    stride: [stride, stride],
    dilation: [dilation, dilation],
  }).slice(1, 3) as [number, number];
  return [before, before, after, after];
}

/** Typed numbers on a square of another size: rows and columns keep their places, new cells are 0. */
function resizeSquare(values: readonly number[], side: number): number[] {
  const from = Math.round(Math.sqrt(values.length));
  return Array.from({ length: side * side }, (_, i) => {
    const row = Math.floor(i / side);
    const col = i % side;
    return row < from && col < from ? (values[row * from + col] as number) : 0;
  });
}

/** Brings the parameters together: padding follows the kernel, typed numbers follow the sizes. */
export function constrain(params: ConvolutionParams, changed?: keyof ConvolutionParams): ConvolutionParams {
  const [least, most] = paddingRange(params);
  const fit = changed === 'padding' ? 'number' : params.fit;
  const sides = sidesOf({ ...params, fit });
  // "same" is a number again as soon as both sides agree.
  const even = sides[0] === sides[2];
  const padding = Math.min(most, Math.max(least, even && fit === 'same' ? sides[0] : params.padding));
  const w = params.preset === 'own' && params.w ? resizeKernel(params.w, params.kernel) : null;
  const next: ConvolutionParams = {
    ...params,
    fit: even ? 'number' : fit,
    padding: even ? padding : Math.min(most, sides[0]),
    preset: w ? 'own' : params.preset === 'own' ? 'sobelX' : params.preset,
    w,
    x: params.x ? resizeSquare(params.x, params.input) : null,
  };
  const side = outputSide(next);
  return {
    ...next,
    dy: next.dy ? resizeSquare(next.dy, side) : null,
    target: next.target ? resizeSquare(next.target, side) : null,
  };
}

function outputSide(params: ConvolutionParams): number {
  const [before, , after] = sidesOf(params);
  const room = params.input + before + after - kernelExtent(params.kernel, params.dilation);
  return Math.floor(room / params.stride) + 1;
}

/** All tensors of the figure, in float64: what the core computes for the parameters. */
export interface ConvolutionModel {
  readonly params: ConvolutionParams;
  readonly options: Conv2dOptions;
  readonly sides: Sides;
  /** k̂: the rows that the kernel spans. */
  readonly extent: number;
  /** The side of the output. */
  readonly out: number;
  /** Trailing rows of the padded input that no window reads. */
  readonly unread: number;
  readonly x: Tensor;
  readonly w: Tensor;
  readonly b: Tensor;
  readonly y: Tensor;
  readonly target: Tensor;
  readonly dy: Tensor;
  readonly dx: Tensor;
  readonly dw: Tensor;
  readonly db: Tensor;
  readonly passes: readonly Pass[];
}

const square = (side: number, values: ArrayLike<number>): Tensor =>
  tensor([1, 1, side, side], values, 'float64');

export function build(params: ConvolutionParams): ConvolutionModel {
  const { input, kernel, stride, dilation, preset } = params;
  const sides = sidesOf(params);
  const options: Conv2dOptions = { stride, dilation, padding: sides };
  const x = square(input, params.x ?? inputOf(params));
  const w = square(kernel, preset === 'own' ? (params.w ?? []) : presetKernel(preset as Preset, kernel));
  const b = tensor([1], [params.b], 'float64');
  const y = conv2d(x, w, b, options);
  const out = y.shape[2] as number;
  const target = params.target
    ? square(out, params.target)
    : square(out, seededTarget(params.seed, out * out, y));
  const dy = gradientOfLoss(params, y, target);
  const { dx, dw, db } = conv2dBackward(x, w, dy, options);
  return {
    params,
    options,
    sides,
    extent: kernelExtent(kernel, dilation),
    out,
    unread: unreadSize(input, kernel, stride, sides[0], sides[2], dilation),
    x,
    w,
    b,
    y,
    target,
    dy,
    dx,
    dw,
    db,
    passes: passesOf(params, out),
  };
}

/** What the output should have been: near what it is, in whole numbers. */
function seededTarget(seed: number, count: number, y: Tensor): number[] {
  const random = createRandom(seed + 7919);
  return Array.from({ length: count }, (_, i) => Math.round(y.data[i] as number) + random.below(5) - 2);
}

function gradientOfLoss(params: ConvolutionParams, y: Tensor, target: Tensor): Tensor {
  if (params.loss === 'target') {
    return new Tensor(
      y.shape,
      y.data.map((value, i) => value - (target.data[i] as number)),
    );
  }
  return params.dy ? square(y.shape[2] as number, params.dy) : full(y.shape, 1, 'float64');
}

/** The loss of other inputs than the model's own: for nudging one number. */
export function lossOf(model: ConvolutionModel, x: Tensor, w: Tensor, b: Tensor): number {
  const y = conv2d(x, w, b, model.options);
  let loss = 0;
  for (let i = 0; i < y.size; i++) {
    const value = y.data[i] as number;
    if (model.params.loss === 'target') loss += (value - (model.target.data[i] as number)) ** 2 / 2;
    else loss += value * (model.dy.data[i] as number);
  }
  return loss;
}
