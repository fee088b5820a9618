import { type Crop, PHOTOS, photoCrop, photoCropRgb } from '../../kit/samples/samples.ts';
import { Tensor, tensor } from '../../tensor/tensor.ts';

/** A picture as it arrives: whole numbers 0 … 255; red, green and blue of a pixel stand side by side. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb: ArrayLike<number>;
  readonly name: string;
}

/** The pictures that the figure offers; `own` is the reader's. */
export const PICTURE_IDS: readonly string[] = [...PHOTOS.map(({ id }) => id), 'own'];

/** The planes that the kernel is laid on: one grey plane, or red, green and blue. */
export interface Planes {
  /** [planes, 1, height, width], in float64: what a single sum is explained with. */
  readonly exact: Tensor;
  /** The same numbers in float32: what the whole picture is computed with. */
  readonly fast: Tensor;
}

const arrived = new Map<string, Picture>();

export const hasArrived = (id: string): boolean => arrived.has(id);

/** Keeps a picture under its id; from now on the figure shows it. */
export const keep = (id: string, picture: Picture): void => {
  arrived.set(id, picture);
};

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

/** The picture of an id; before it has arrived (and where there is no network) a small one stands in. */
export function pictureOf(id: string, colour: boolean): Picture {
  crops ??= { grey: fromCrop(photoCrop), colour: fromCrop(photoCropRgb) };
  return arrived.get(id) ?? (colour ? crops.colour : crops.grey);
}

const GREY = 0;
const COLOUR = 1;
const planes = new WeakMap<Picture, (Planes | undefined)[]>();

/** The planes of a picture, computed once. Grey is the luma of ITU-R BT.601 in whole numbers. */
export function planesOf(picture: Picture, colour: boolean): Planes {
  const known = planes.get(picture) ?? [];
  planes.set(picture, known);
  const kind = colour ? COLOUR : GREY;
  const made = known[kind] ?? makePlanes(picture, colour);
  known[kind] = made;
  return made;
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
