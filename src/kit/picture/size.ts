import { PictureError } from './picture.ts';

export interface SizeLimits {
  /** The longer side of the picture; larger files are shrunk to it. */
  readonly maxSide: number;
  /** The shorter side must have at least this many pixels. */
  readonly minSide: number;
}

/** Decoding more pixels than this takes more memory than a page should ask for. */
const MOST_PIXELS = 120e6;

/** The size of a picture whose longer side is at most `maxSide`; a smaller one stays as it is. */
export function fitted(width: number, height: number, maxSide: number): [number, number] {
  const scale = Math.min(1, maxSide / Math.max(width, height));
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}

/** A drawing (`drawn`) can be of any size: it is decoded at the size that is wanted. @throws PictureError */
export function checkSize(
  size: readonly [number, number],
  { maxSide, minSide }: SizeLimits,
  drawn = false,
): void {
  const [width, height] = size;
  if (!drawn && width * height > MOST_PIXELS) throw new PictureError({ kind: 'tooLarge', size });
  if (Math.min(width, height) < minSide) throw new PictureError({ kind: 'tooSmall', size });
  if (Math.min(...fitted(width, height, maxSide)) < minSide)
    throw new PictureError({ kind: 'tooThin', size });
}
