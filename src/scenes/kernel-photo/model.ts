import { PRESETS, type Preset, presetKernel, resizeKernel } from '../../kit/samples/kernelPresets.ts';
import { keepLast } from '../../playback/keepLast.ts';
import { choice, numbers, type ParamSpecs, real, whole } from '../../playback/params.ts';
import { conv2d } from '../../tensor/kernels/conv2d.ts';
import { Tensor, tensor } from '../../tensor/tensor.ts';
import { greatestChange, type TurnEffect, turnEffect, turned } from './comparison.ts';
import { hasArrived, PICTURE_IDS, type Picture, type Planes, pictureOf, planesOf } from './pictures.ts';

export const KERNEL_CHOICES = [...PRESETS, 'own'] as const;
export type KernelChoice = (typeof KERNEL_CHOICES)[number];
export const CHANNELS = ['red', 'green', 'blue'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Everything that a reader can set. */
export interface KernelPhotoParams {
  readonly photo: string;
  readonly colour: 'grey' | 'colour';
  /** The plane whose sums are shown, when there are three. */
  readonly channel: Channel;
  readonly size: '3' | '5';
  readonly preset: KernelChoice;
  /** What the reader typed, row by row; null: as the preset has it. */
  readonly w: readonly number[] | null;
  readonly b: number;
  /** Whether the kernel is laid on the picture as it stands, or turned by 180°. */
  readonly operation: 'correlation' | 'convolution';
  readonly display: 'signed' | 'picture';
  /** The height of the scan line, in hundredths of the output. */
  readonly line: number;
}

/** The largest number of a picture. */
export const BRIGHTEST = 255;
const LIMIT = 1000;
const FIRST_PHOTO = 'flower';

export const specs: ParamSpecs<KernelPhotoParams> = {
  photo: choice<string>(FIRST_PHOTO, PICTURE_IDS),
  colour: choice('grey', ['grey', 'colour']),
  channel: choice<Channel>('red', CHANNELS),
  size: choice('3', ['3', '5']),
  preset: choice<KernelChoice>('sobelX', KERNEL_CHOICES),
  w: numbers(25, LIMIT),
  b: real(0, -LIMIT, LIMIT),
  operation: choice('correlation', ['correlation', 'convolution']),
  display: choice('signed', ['signed', 'picture']),
  line: whole(46, 0, 100),
};

/** Typed weights go with the choice "own" and follow the size; an own picture exists once it has arrived. */
export function constrain(params: KernelPhotoParams): KernelPhotoParams {
  const w = params.preset === 'own' && params.w ? resizeKernel(params.w, Number(params.size)) : null;
  return {
    ...params,
    photo: params.photo === 'own' && !hasArrived('own') ? FIRST_PHOTO : params.photo,
    preset: w ? 'own' : params.preset === 'own' ? 'sobelX' : params.preset,
    w,
  };
}

/** The computation of the figure. Indices of y are those of a window's first pixel: nothing is padded. */
export interface KernelPhotoModel {
  readonly params: KernelPhotoParams;
  readonly picture: Picture;
  /** The photograph that was asked for has not arrived: a small picture stands in for it. */
  readonly isStandIn: boolean;
  readonly planes: Planes;
  /** The plane whose sums are shown. */
  readonly plane: number;
  readonly k: number;
  readonly outWidth: number;
  readonly outHeight: number;
  /** [1, 1, k, k], float64: as typed, and as it is laid on the picture. */
  readonly w: Tensor;
  readonly applied: Tensor;
  readonly b: Tensor;
  /** [planes, 1, outHeight, outWidth], float32: the whole picture at once. */
  readonly y: Tensor;
  /** The magnitude at which the colour of y is full: three numbers in a hundred lie beyond. */
  readonly scale: number;
  /** What half a turn of the kernel does. */
  readonly effect: TurnEffect;
}

export function build(params: KernelPhotoParams): KernelPhotoModel {
  const colour = params.colour === 'colour';
  const picture = pictureOf(params.photo, colour);
  const planes = planesOf(picture, colour);
  const k = Number(params.size);
  const values = params.preset === 'own' ? (params.w ?? []) : presetKernel(params.preset as Preset, k);
  const w = tensor([1, 1, k, k], values, 'float64');
  const applied = params.operation === 'convolution' ? turned(w) : w;
  const b = tensor([1], [params.b], 'float64');
  const plane = colour ? CHANNELS.indexOf(params.channel) : 0;
  const { y, scale } = outcomeOf(planes, applied.data.join(), k, params.b, plane, params.display);
  const [, , outHeight = 0, outWidth = 0] = y.shape;
  return {
    params,
    picture,
    isStandIn: !hasArrived(params.photo),
    planes,
    plane,
    k,
    outWidth,
    outHeight,
    w,
    applied,
    b,
    y,
    scale,
    effect: turnEffect(w),
  };
}

/** What the whole picture becomes. Moving the window over it computes nothing anew. */
const outcomeOf = keepLast(
  (planes: Planes, weights: string, k: number, bias: number, plane: number, display: string) => {
    const y = conv2d(planes.fast, kernelOf(k, weights).as('float32'), tensor([1], [bias]));
    const [, , outHeight = 0, outWidth = 0] = y.shape;
    const area = outHeight * outWidth;
    const shown = y.data.subarray(plane * area, (plane + 1) * area);
    return {
      y,
      scale: display === 'signed' ? percentile(shown, 0.97) : BRIGHTEST,
    };
  },
);

/** Where half a turn of the kernel changes the shown plane most. */
export const greatestChangeOf = ({ planes, plane, k, applied }: KernelPhotoModel) =>
  changeOf(planes, plane, k, applied.data.join());

const changeOf = keepLast((planes: Planes, plane: number, k: number, weights: string) =>
  greatestChange(planeOf(planes.fast, plane), kernelOf(k, weights)),
);

const kernelOf = (k: number, weights: string): Tensor =>
  tensor([1, 1, k, k], weights.split(',').map(Number), 'float64');

/** One plane of several, as a tensor of its own. */
function planeOf({ data, shape }: Tensor, plane: number): Tensor {
  const [, , height = 0, width = 0] = shape;
  const area = height * width;
  return new Tensor([1, 1, height, width], data.subarray(plane * area, (plane + 1) * area));
}

const BINS = 2048;

/** The magnitude that a share of the numbers does not pass, rounded up to a whole number. */
function percentile(values: ArrayLike<number>, share: number): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i] as number));
  if (largest === 0) return 1;
  const bins = new Int32Array(BINS + 1);
  const perUnit = BINS / largest;
  for (let i = 0; i < values.length; i++) {
    const bin = Math.floor(Math.abs(values[i] as number) * perUnit);
    bins[bin] = (bins[bin] as number) + 1;
  }
  let passed = 0;
  for (let bin = 0; bin <= BINS; bin++) {
    passed += bins[bin] as number;
    if (passed >= share * values.length) return Math.min(Math.ceil((bin + 1) / perUnit), Math.ceil(largest));
  }
  return Math.ceil(largest);
}
