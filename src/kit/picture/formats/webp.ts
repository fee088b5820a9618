import type { ByteReader } from './ByteReader.ts';
import { isSrgb } from './colourProfile.ts';
import type { PictureHeader } from './header.ts';

export const isWebp = (file: ByteReader): boolean => file.text(0, 4) === 'RIFF' && file.text(8, 4) === 'WEBP';

/** The bits of the flags of an extended file. */
const ANIMATION = 0x02;
const ALPHA = 0x10;

/**
 * WebP (RFC 9649): chunks of a RIFF file. A simple one has a single chunk, lossy or lossless; an extended one begins
 * with VP8X. The chunk of the first frame must be whole; it is all that is shown.
 * @throws PastEnd
 */
export function readWebp(file: ByteReader): PictureHeader {
  let header: PictureHeader = { format: 'WebP', size: null };
  let extended = false;
  const end = 8 + file.le(4, 4);
  for (let at = 12; at < end; ) {
    const name = file.text(at, 4);
    const length = file.le(at + 4, 4);
    const data = file.part(at + 8, at + 8 + length);
    if (name === 'VP8X') {
      extended = true;
      const flags = data.be(0, 1);
      header = {
        ...header,
        size: [data.le(4, 3) + 1, data.le(7, 3) + 1],
        animated: (flags & ANIMATION) > 0,
        // A frame of an animation may be smaller than the picture.
        opaque: (flags & (ALPHA | ANIMATION)) === 0,
      };
    } else if (name === 'ICCP') header = { ...header, otherColours: !isSrgb(data) };
    else if (name === 'ANMF') return header;
    else if (name === 'VP8 ' || name === 'VP8L') {
      const frame = name === 'VP8L' ? lossless(data) : lossy(data);
      return extended && !frame.fault ? header : { ...header, ...frame };
    }
    // Chunks begin at even places.
    at += 8 + length + (length % 2);
  }
  return { ...header, fault: 'damaged' };
}

type Frame = Pick<PictureHeader, 'size' | 'opaque' | 'fault'>;

/** The head of a key frame of VP8 (RFC 6386, 9.1): three bytes with the length of the first part, a mark, the size. */
function lossy(data: ByteReader): Frame {
  const firstPart = data.le(0, 3) >> 5;
  const size = [data.le(6, 2) & 0x3fff, data.le(8, 2) & 0x3fff] as const;
  const sound = data.text(3, 3) === '\x9d\x01\x2a' && 10 + firstPart <= data.length;
  return { size, opaque: true, ...(sound ? {} : { fault: 'damaged' }) };
}

/** A mark, 14 bits of width − 1, 14 of height − 1, and whether there is any transparency. */
function lossless(data: ByteReader): Frame {
  const bits = data.le(1, 4);
  const size = [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1] as const;
  const sound = data.be(0, 1) === 0x2f;
  return { size, opaque: ((bits >>> 28) & 1) === 0, ...(sound ? {} : { fault: 'damaged' }) };
}
