import { type ByteReader, PastEnd } from './ByteReader.ts';
import { readDib } from './bmp.ts';
import type { PictureHeader } from './header.ts';
import { isPng, readPng } from './png.ts';

/** Icons and cursors: 0, then 1 or 2, then how many pictures there are. */
export const isIco = (file: ByteReader): boolean =>
  file.length >= 6 && file.le(0, 2) === 0 && [1, 2].includes(file.le(2, 2)) && file.le(4, 2) > 0;

/**
 * An icon holds several pictures, each a PNG or a bitmap; the largest is shown. The list of them has one byte for a
 * side, so the true size stands in the picture itself. @throws PastEnd
 */
export function readIco(file: ByteReader): PictureHeader {
  const count = file.le(4, 2);
  const inner = Array.from({ length: count }, (_, i) => {
    const entry = 6 + 16 * i;
    const from = file.le(entry + 12, 4);
    return innerHeader(file, from, from + file.le(entry + 8, 4));
  });
  const area = ({ size }: PictureHeader): number => (size ? size[0] * size[1] : 0);
  const largest = inner.reduce((best, next) => (area(next) > area(best) ? next : best));
  return { ...largest, format: 'ICO' };
}

function innerHeader(file: ByteReader, from: number, end: number): PictureHeader {
  const picture = file.part(from, end);
  if (isPng(picture)) return readPng(picture);
  const { head, size, stored } = readDib(picture, 0);
  // Under the picture lies a mask of one bit a pixel, which doubles the height.
  const [width, height] = [size[0], size[1] / 2];
  if (head + stored / 2 > picture.length) throw new PastEnd();
  return { format: 'ICO', size: [width, height] };
}
