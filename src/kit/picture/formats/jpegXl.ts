import type { ByteReader } from './ByteReader.ts';
import { boxesOf } from './boxes.ts';
import type { PictureHeader } from './header.ts';

const isBare = (file: ByteReader): boolean => file.text(0, 2) === '\xff\x0a';

export const isJpegXl = (file: ByteReader): boolean => isBare(file) || file.text(0, 8) === '\0\0\0\x0cJXL ';

/** JPEG XL (ISO/IEC 18181): a bare stream, or one in boxes. @throws PastEnd */
export function readJpegXl(file: ByteReader): PictureHeader {
  if (isBare(file)) return { format: 'JPEG XL', size: sizeOf(file) };
  for (const { name, data } of [...boxesOf(file)]) {
    if (name === 'jxlc') return { format: 'JPEG XL', size: sizeOf(data) };
    // A stream in several boxes: each begins with its number.
    if (name === 'jxlp') return { format: 'JPEG XL', size: sizeOf(data.part(4, data.length)) };
  }
  return { format: 'JPEG XL', size: null, fault: 'damaged' };
}

/** Width : height when only the height is written. */
const RATIOS = [
  [1, 1],
  [12, 10],
  [4, 3],
  [3, 2],
  [16, 9],
  [5, 4],
  [2, 1],
] as const;

/** Bits of a side that is not small, by a number of two bits. */
const SIDE_BITS = [9, 13, 18, 30];

/** The size is written in bits, the lowest of a byte first, behind two bytes of mark. */
function sizeOf(stream: ByteReader): readonly [number, number] {
  let at = 16;
  const bits = (count: number): number => {
    let value = 0;
    for (let i = 0; i < count; i++, at++) value += ((stream.be(at >> 3, 1) >> (at & 7)) & 1) * 2 ** i;
    return value;
  };
  const small = bits(1) === 1;
  const side = (): number => (small ? 8 * (bits(5) + 1) : bits(SIDE_BITS[bits(2)] as number) + 1);
  const height = side();
  const ratio = bits(3);
  if (ratio === 0) return [side(), height];
  const [wide, high] = RATIOS[ratio - 1] as (typeof RATIOS)[number];
  return [Math.floor((height * wide) / high), height];
}
