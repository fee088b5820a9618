import type { ByteReader } from './ByteReader.ts';
import type { PictureHeader } from './header.ts';

export const isBmp = (file: ByteReader): boolean =>
  file.text(0, 2) === 'BM' && HEADS.includes(file.length >= 18 ? file.le(14, 4) : 0);

/** The lengths that the head of a bitmap has had since OS/2 and Windows 3. */
const HEADS = [12, 16, 40, 52, 56, 64, 108, 124];

/** @throws PastEnd */
export function readBmp(file: ByteReader): PictureHeader {
  const dib = readDib(file, 14);
  const { size, bits, compressed, stored } = dib;
  const header = { format: 'BMP', size, opaque: bits <= 24 && !compressed } as const;
  const [type, gamma] = dib.head >= 108 ? [file.le(14 + 56, 4), file.le(14 + 96, 4)] : [WINDOWS, 0];
  const otherColours = type === PROFILE || (type === CALIBRATED && gamma > 0);
  // A compressed one may say how long it is, or 0.
  const end = file.le(10, 4) + (compressed ? dib.saidBytes : stored);
  return { ...header, otherColours, ...(end > file.length ? { fault: 'cut' } : {}) };
}

/** What stands for the colours: “Win ”, “MBED”, or 0 with values of its own. */
const WINDOWS = 0x57696e20;
const PROFILE = 0x4d424544;
const CALIBRATED = 0;

interface Dib {
  /** The length of this head. */
  readonly head: number;
  readonly size: readonly [number, number];
  readonly bits: number;
  readonly compressed: boolean;
  /** Bytes of the rows when they are not compressed; each is filled up to four bytes. */
  readonly stored: number;
  /** Bytes of the data as the head says; often 0. */
  readonly saidBytes: number;
}

/** The head that a BMP has behind its first 14 bytes, and an icon without them. @throws PastEnd */
export function readDib(file: ByteReader, at: number): Dib {
  const head = file.le(at, 4);
  const old = head === 12;
  const width = old ? file.le(at + 4, 2) : file.le(at + 4, 4) | 0;
  // A negative height counts rows from the top.
  const height = old ? file.le(at + 6, 2) : Math.abs(file.le(at + 8, 4) | 0);
  const bits = file.le(at + (old ? 10 : 14), 2);
  const method = old || head < 20 ? 0 : file.le(at + 16, 4);
  return {
    head,
    size: [width, height],
    bits,
    // 3 and 6 only say which bits are red, green and blue.
    compressed: ![0, 3, 6].includes(method),
    stored: Math.floor((width * bits + 31) / 32) * 4 * height,
    saidBytes: old || head < 24 ? 0 : file.le(at + 20, 4),
  };
}
