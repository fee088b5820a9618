import { type Crop, PHOTOS, photoCrop, photoCropRgb } from '../../figures/data/samples.ts';
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
const LARGEST_SIDE = 320;
/** Every kernel has room. */
const SMALLEST_SIDE = 8;

/** A picture of any size, averaged down to at most 320 pixels a side. @throws Error when it is too small */
export function fitted(picture: Picture): Picture {
  const { width, height, rgb } = picture;
  if (Math.min(width, height) < SMALLEST_SIDE)
    throw new Error(`a picture of ${width} × ${height} pixels is too small`);
  const scale = Math.min(1, LARGEST_SIDE / Math.max(width, height));
  if (scale === 1) return picture;
  const side = (n: number): number => Math.max(SMALLEST_SIDE, Math.round(n * scale));
  const [cols, rows] = [side(width), side(height)];
  const data = new Uint8Array(cols * rows * 3);
  for (let row = 0; row < rows; row++)
    for (let col = 0; col < cols; col++) {
      const [top, bottom] = [Math.floor((row * height) / rows), Math.ceil(((row + 1) * height) / rows)];
      const [left, right] = [Math.floor((col * width) / cols), Math.ceil(((col + 1) * width) / cols)];
      for (let c = 0; c < 3; c++) {
        let sum = 0;
        for (let y = top; y < bottom; y++)
          for (let x = left; x < right; x++) sum += rgb[(y * width + x) * 3 + c] as number;
        data[(row * cols + col) * 3 + c] = Math.round(sum / ((bottom - top) * (right - left)));
      }
    }
  return { ...picture, width: cols, height: rows, rgb: data };
}
