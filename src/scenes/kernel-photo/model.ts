import type { Picture } from '../../kit/picture/picture.ts';
import { type Preset, presetKernel } from '../../kit/samples/kernelPresets.ts';
import { keepLast } from '../../playback/keepLast.ts';
import type { Resource } from '../../playback/resources.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { planeOf } from '../../tensor/channels.ts';
import { conv2d } from '../../tensor/kernels/conv2d.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import { BRIGHTEST, CHANNELS, type KernelPhotoParams, params as table } from './parameters.ts';
import { percentile } from './percentile.ts';
import { type Planes, planesOf, standIn } from './pictures.ts';
import { type TurnEffect, turnEffect, turned } from './turn.ts';

/** A photograph that is fetched, and one that the reader opens. */
export interface KernelPhotoResources {
  readonly photo: Picture;
  readonly own: Picture;
}

/** The computation of the figure. Indices of y are those of a window's first pixel: nothing is padded. */
export interface KernelPhotoModel {
  readonly params: KernelPhotoParams;
  readonly picture: Picture;
  /** The photograph that was asked for is not there: a small picture stands in for it. */
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
  readonly track: Track;
}

/** Places along the scan line: the number of steps knows no picture. */
export const PLACES = 100;
const TRACK = createTrack([{ id: 'scan', cells: PLACES, terms: 1, name: table.line.label }]);

export function build(
  params: KernelPhotoParams,
  { photo, own }: { readonly photo: Resource<Picture>; readonly own: Resource<Picture> },
): KernelPhotoModel {
  const colour = params.colour === 'colour';
  const wanted = params.photo === 'own' ? own : photo;
  const picture = wanted.state === 'there' ? wanted.value : standIn(colour);
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
    ...{ params, picture, planes, plane, k, outWidth, outHeight, w, applied, b, y, scale },
    isStandIn: wanted.state !== 'there',
    effect: turnEffect(w),
    track: TRACK,
  };
}

/** What the whole picture becomes. Moving the window over it computes nothing anew. */
const outcomeOf = keepLast(
  (planes: Planes, weights: string, k: number, bias: number, plane: number, display: string) => {
    const w = tensor([1, 1, k, k], weights.split(',').map(Number));
    const y = conv2d(planes.fast, w, tensor([1], [bias]));
    return { y, scale: display === 'signed' ? percentile(planeOf(y, plane), 0.97) : BRIGHTEST };
  },
);
