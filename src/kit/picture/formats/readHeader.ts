import { ByteReader, PastEnd } from './ByteReader.ts';
import { isBmp, readBmp } from './bmp.ts';
import { isGif, readGif } from './gif.ts';
import type { Format, PictureHeader } from './header.ts';
import { isAvif, isHeic, readHeif } from './heif.ts';
import { isIco, readIco } from './ico.ts';
import { isJpeg, readJpeg } from './jpeg.ts';
import { isJpegXl, readJpegXl } from './jpegXl.ts';
import { isPng, readPng } from './png.ts';
import { isSvg, readSvg } from './svg.ts';
import { isWebp, readWebp } from './webp.ts';

/*
 * Libraries that read sizes (image-size, probe-image-size) stop at the size. Whether a file is whole, what its colours
 * mean and whether it can be transparent stand in the same chunks, so they are walked here once for all of it.
 */
type Reader = readonly [Format, is: (file: ByteReader) => boolean, read: (file: ByteReader) => PictureHeader];

const READERS: readonly Reader[] = [
  ['PNG', isPng, readPng],
  ['JPEG', isJpeg, readJpeg],
  ['GIF', isGif, readGif],
  ['WebP', isWebp, readWebp],
  ['BMP', isBmp, readBmp],
  ['AVIF', isAvif, readHeif],
  ['HEIC', isHeic, readHeif],
  ['JPEG XL', isJpegXl, readJpegXl],
  ['ICO', isIco, readIco],
  ['SVG', isSvg, readSvg],
];

/** Reads what a file says of its picture; undefined if it is no picture that a browser opens. Never throws. */
export function readHeader(bytes: Uint8Array): PictureHeader | undefined {
  const file = new ByteReader(bytes);
  const known = READERS.find(([, is]) => is(file));
  if (!known) return undefined;
  const [format, , read] = known;
  try {
    return read(file);
  } catch (error) {
    return { format, size: null, fault: error instanceof PastEnd ? 'cut' : 'damaged' };
  }
}
