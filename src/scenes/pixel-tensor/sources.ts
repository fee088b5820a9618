import { type Crop, photoCropRgb, photoNile } from '../../kit/samples/samples.ts';

/** Where the picture comes from: two photographs, or the reader. */
export const SOURCES = ['nile', 'flower', 'own'] as const;
export type Source = (typeof SOURCES)[number];

/** The reader's picture is shrunk to this, so that its pixels can be told apart. */
export const OWN_SIDE = 96;

/** A picture as the figure reads it: three bytes a pixel, row by row. */
export interface Bytes {
  readonly width: number;
  readonly height: number;
  readonly rgb: ArrayLike<number>;
}

const bytes = ({ width, height, pixels }: Crop): Bytes => ({ width, height, rgb: pixels });

const PHOTOGRAPHS: Readonly<Record<Exclude<Source, 'own'>, Bytes>> = {
  nile: bytes(photoNile),
  flower: bytes(photoCropRgb),
};

/** The picture of a source; the reader's own is not known here: it never leaves the page it was opened in. */
export const pictureOf = (source: Source): Bytes | null => (source === 'own' ? null : PHOTOGRAPHS[source]);

/** The square of `size` pixels at a place of a picture: all red values, then all green, then all blue. */
export function patchAt({ width, rgb }: Bytes, row: number, col: number, size: number): number[] {
  const patch: number[] = [];
  for (let c = 0; c < 3; c++)
    for (let h = 0; h < size; h++)
      for (let w = 0; w < size; w++) patch.push(rgb[((row + h) * width + col + w) * 3 + c] as number);
  return patch;
}
