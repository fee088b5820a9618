import { greyOf } from '../../kit/colour/luma.ts';
import type { Picture } from '../../kit/picture/picture.ts';
import { type Crop, photoCrop, photoCropRgb } from '../../kit/samples/samples.ts';
import { Tensor, tensor } from '../../tensor/tensor.ts';

/** The planes that the kernel is laid on: one grey plane, or red, green and blue. */
export interface Planes {
  /** [planes, 1, height, width], in float64: what a single sum is explained with. */
  readonly exact: Tensor;
  /** The same numbers in float32: what the whole picture is computed with. */
  readonly fast: Tensor;
}

const fromCrop = ({ name, width, height, channels, pixels }: Crop): Picture => ({
  name,
  width,
  height,
  rgb: Uint8ClampedArray.from(
    { length: width * height * 3 },
    (_, i) => pixels[channels === 3 ? i : Math.floor(i / 3)] as number,
  ),
});

let crops: { readonly grey: Picture; readonly colour: Picture } | undefined;

/** What stands in for a picture that has not arrived. */
export function standIn(colour: boolean): Picture {
  crops ??= { grey: fromCrop(photoCrop), colour: fromCrop(photoCropRgb) };
  return colour ? crops.colour : crops.grey;
}

const known = new WeakMap<Picture, { grey?: Planes; colour?: Planes }>();

/** The planes of a picture, computed once. */
export function planesOf(picture: Picture, colour: boolean): Planes {
  const made = known.get(picture) ?? {};
  known.set(picture, made);
  const kind = colour ? 'colour' : 'grey';
  made[kind] ??= makePlanes(picture, colour);
  return made[kind];
}

function makePlanes({ width, height, rgb }: Picture, colour: boolean): Planes {
  const area = width * height;
  const plane = (i: number): number => rgb[(i % area) * 3 + Math.floor(i / area)] as number;
  const values = colour ? Float64Array.from({ length: 3 * area }, (_, i) => plane(i)) : greyOf(rgb);
  const exact = new Tensor([colour ? 3 : 1, 1, height, width], values);
  return { exact, fast: tensor(exact.shape, values) };
}

/** No picture is computed with more pixels to a side. */
export const LARGEST_SIDE = 320;
/** Every kernel has room. */
export const SMALLEST_SIDE = 8;
