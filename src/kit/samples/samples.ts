import type { Text } from '../../language/language.ts';
import { bytesFromBase64 } from './bytes.ts';
import digitsJson from './digits.json';
import cropJson from './photo-crop.json';
import cropRgbJson from './photo-crop-rgb.json';
import nileJson from './photo-nile.json';
import photosJson from './photos.json';

/** A real handwritten digit of the MNIST test set, 28 × 28, row by row: 0 is paper, 255 is ink. */
export interface Digit {
  readonly label: number;
  /** Its place in the test set. */
  readonly index: number;
  readonly pixels: Uint8Array;
}

/** A small crop of a photograph: height × width × channels bytes, row by row, channels together. */
export interface Crop {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly pixels: Uint8Array;
}

/** A photograph to fetch; `file` is relative to the root of the site. */
export interface Photo {
  readonly id: string;
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly en: string;
  readonly zh: string;
}

// The calls are marked pure so that a scene carries only the samples that it names.
const DIGITS: readonly Digit[] = /* @__PURE__ */ digitsJson.map(({ label, index, pixels }) => ({
  label,
  index,
  pixels: bytesFromBase64(pixels),
}));

/** The sample of one class, 0 to 9. */
export function digit(label: number): Digit {
  const found = DIGITS[label];
  if (!found) throw new RangeError(`There is no digit ${label}: the labels are 0 to 9`);
  return found;
}

function crop(from: { name: string; pixels: string }, side: number, channels: 1 | 3): Crop {
  return { name: from.name, width: side, height: side, channels, pixels: bytesFromBase64(from.pixels) };
}

/** A whole cat in 28 × 28 grey pixels, from Muybridge's “Animal Locomotion”. */
export const photoCrop: Crop = /* @__PURE__ */ crop(cropJson, 28, 1);

/** A bloom in 16 × 16 RGB pixels, red, green and blue of a pixel side by side. */
export const photoCropRgb: Crop = /* @__PURE__ */ crop(cropRgbJson, 16, 3);

/** The Nile and the Red Sea from space in 80 × 80 RGB pixels: blue, green and sand. */
export const photoNile: Crop = /* @__PURE__ */ crop(nileJson, 80, 3);

/** The photographs that whole-picture figures offer. */
export const PHOTOS: readonly Photo[] = photosJson;

/** Their names by their ids. */
export const PHOTO_NAMES: Readonly<Record<string, Text>> = /* @__PURE__ */ Object.fromEntries(
  photosJson.map(({ id, en, zh }) => [id, { en, zh }]),
);
