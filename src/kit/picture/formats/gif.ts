import { type ByteReader, PastEnd } from './ByteReader.ts';
import type { PictureHeader } from './header.ts';

export const isGif = (file: ByteReader): boolean => /^GIF8[79]a/.test(file.text(0, 6));

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const GRAPHIC_CONTROL = 0xf9;

interface Frame {
  readonly box: readonly [left: number, top: number, width: number, height: number];
  readonly transparent: boolean;
  readonly end: number;
}

/**
 * GIF 87a and 89a: blocks up to the trailer. The first frame must be whole; it is all that is shown.
 * @throws PastEnd
 */
export function readGif(file: ByteReader): PictureHeader {
  const size = [file.le(6, 2), file.le(8, 2)] as const;
  const first = nextFrame(file, 13 + tableBytes(file.be(10, 1)));
  if (!first) return { format: 'GIF', size, fault: 'damaged' };
  const [left, top, width, height] = first.box;
  const covers = left === 0 && top === 0 && width >= size[0] && height >= size[1];
  return {
    format: 'GIF',
    size: [Math.max(size[0], left + width), Math.max(size[1], top + height)],
    animated: hasMore(file, first.end),
    opaque: covers && !first.transparent,
  };
}

/** A table of colours, if the flags say that there is one. */
const tableBytes = (flags: number): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);

/** The frame that comes next; undefined at the trailer. @throws PastEnd */
function nextFrame(file: ByteReader, from: number): Frame | undefined {
  let transparent = false;
  for (let at = from; ; ) {
    const block = file.be(at, 1);
    if (block === EXTENSION) {
      if (file.be(at + 1, 1) === GRAPHIC_CONTROL) transparent = (file.be(at + 3, 1) & 1) > 0;
      at = behindSubBlocks(file, at + 2);
    } else if (block === IMAGE) {
      const box = [file.le(at + 1, 2), file.le(at + 3, 2), file.le(at + 5, 2), file.le(at + 7, 2)] as const;
      // The table, then one byte: the width of the codes.
      const data = at + 10 + tableBytes(file.be(at + 9, 1)) + 1;
      return { box, transparent, end: behindSubBlocks(file, data) };
    } else if (block === TRAILER) return undefined;
    else throw new PastEnd();
  }
}

/** Sub-blocks begin with their length; one of length 0 is the last. @throws PastEnd */
function behindSubBlocks(file: ByteReader, from: number): number {
  let at = from;
  for (let length = file.be(at, 1); length > 0; length = file.be(at, 1)) at += 1 + length;
  return at + 1;
}

/** Is there a second frame, or the beginning of one? */
function hasMore(file: ByteReader, from: number): boolean {
  try {
    return nextFrame(file, from) !== undefined;
  } catch {
    return false;
  }
}
