import { type Crop, photoCrop, photoCropRgb } from '../../kit/samples/samples.ts';
import { Tensor, tensor } from '../../tensor/tensor.ts';

/** A picture as it arrives: whole numbers 0 … 255; red, green and blue of a pixel stand side by side. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb: ArrayLike<number>;
  readonly name: string;
}

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
  rgb:
    channels === 3
      ? pixels
      : Uint8Array.from({ length: pixels.length * 3 }, (_, i) => pixels[Math.floor(i / 3)] as number),
});

let crops: { readonly grey: Picture; readonly colour: Picture } | undefined;

/** What stands in for a picture that has not arrived. */
export function standIn(colour: boolean): Picture {
  crops ??= { grey: fromCrop(photoCrop), colour: fromCrop(photoCropRgb) };
  return colour ? crops.colour : crops.grey;
}

const known = new WeakMap<Picture, { grey?: Planes; colour?: Planes }>();

/** The planes of a picture, computed once. Grey is the luma of ITU-R BT.601 in whole numbers. */
export function planesOf(picture: Picture, colour: boolean): Planes {
  const made = known.get(picture) ?? {};
  known.set(picture, made);
  const kind = colour ? 'colour' : 'grey';
  made[kind] ??= makePlanes(picture, colour);
  return made[kind];
}

function makePlanes({ width, height, rgb }: Picture, colour: boolean): Planes {
  const area = width * height;
  const values = new Float64Array(area * (colour ? 3 : 1));
  for (let i = 0; i < area; i++) {
    const [r, g, b] = [rgb[i * 3] as number, rgb[i * 3 + 1] as number, rgb[i * 3 + 2] as number];
    if (!colour) values[i] = Math.round(0.299 * r + 0.587 * g + 0.114 * b);
    else {
      values[i] = r;
      values[area + i] = g;
      values[2 * area + i] = b;
    }
  }
  const exact = new Tensor([colour ? 3 : 1, 1, height, width], values);
  return { exact, fast: tensor(exact.shape, values) };
}

/** No picture is computed with more pixels to a side. */
export const LARGEST_SIDE = 320;
/** Every kernel has room. */
export const SMALLEST_SIDE = 8;
