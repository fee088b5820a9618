import type { Picture } from '../../kit/picture/picture.ts';
import { type Crop, photoCropRgb, photoNile } from '../../kit/samples/samples.ts';
import type { PixelParams } from './parameters.ts';

/** Where the picture comes from: two photographs, or the reader. */
type Source = 'nile' | 'flower' | 'own';

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

/** The photograph of a source; null for the reader's own picture. */
export const pictureOf = (source: Source): Bytes | null => (source === 'own' ? null : PHOTOGRAPHS[source]);

/** The square of `size` pixels at a place of a picture: all red values, then all green, then all blue. */
export function patchAt({ width, rgb }: Bytes, row: number, col: number, size: number): number[] {
  const patch: number[] = [];
  for (let c = 0; c < 3; c++)
    for (let h = 0; h < size; h++)
      for (let w = 0; w < size; w++) patch.push(rgb[((row + h) * width + col + w) * 3 + c] as number);
  return patch;
}

/** The loupe somewhere else, or of another size. The reader's picture hands its bytes over. */
export function loupeChange(
  of: PixelParams,
  own: Bytes | null,
  change: Partial<Pick<PixelParams, 'row' | 'col' | 'size'>>,
): Partial<PixelParams> {
  if (of.source !== 'own' || !own) return change;
  const { row, col, size } = { ...of, ...change };
  const r = Math.min(row, own.height - size);
  const c = Math.min(col, own.width - size);
  return { x: patchAt(own, r, c, size), row: r, col: c, size };
}

/** A picture that has just been opened, with the loupe in its middle. */
export const openedChange = (own: Picture, of: PixelParams): Partial<PixelParams> => ({
  source: 'own',
  ...loupeChange({ ...of, source: 'own' }, own, {
    row: Math.floor((own.height - of.size) / 2),
    col: Math.floor((own.width - of.size) / 2),
  }),
});
