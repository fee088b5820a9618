import type { ByteReader } from './ByteReader.ts';
import { crc32 } from './crc32.ts';
import type { PictureHeader } from './header.ts';

export const isPng = (file: ByteReader): boolean => file.text(0, 8) === '\x89PNG\r\n\x1a\n';

/**
 * PNG (ISO/IEC 15948): chunks of length, name, data and checksum, up to IEND; what lies behind is ignored.
 * A wrong checksum matters where the chunk does: its name begins with a capital letter.
 * @throws PastEnd
 */
export function readPng(file: ByteReader): PictureHeader {
  const [width, height] = [file.be(16, 4), file.be(20, 4)];
  const [depth, colourType, interlace] = [file.be(24, 1), file.be(25, 1), file.be(28, 1)];
  const sound = { format: 'PNG', size: [width, height] } as const;
  const damaged: PictureHeader = { ...sound, fault: 'damaged' };
  const chunks = new Map<string, ByteReader>();
  const parts: Uint8Array[] = [];
  for (let at = 8; ; ) {
    const length = file.be(at, 4);
    const name = file.text(at + 4, 4);
    const end = at + 12 + length;
    if (end > file.length) return { ...sound, fault: 'cut' };
    const data = file.part(at + 8, end - 4);
    if (crc32(file.bytes.subarray(at + 4, end - 4)) === file.be(end - 4, 4)) {
      if (name === 'IDAT') parts.push(data.bytes);
      else if (!chunks.has(name)) chunks.set(name, data);
      if (name === 'IEND') break;
    } else if (/^[A-Z]/.test(name) || name === '') return damaged;
    if (end === file.length) return { ...sound, fault: 'cut' };
    at = end;
  }
  const channels = CHANNELS[colourType];
  if (!chunks.has('IHDR') || channels === undefined) return damaged;
  const bytes = pixelBytes(width, height, depth * channels, interlace === 1);
  return {
    ...sound,
    animated: (chunks.get('acTL')?.be(0, 4) ?? 1) > 1,
    opaque: colourType !== 4 && colourType !== 6 && !chunks.has('tRNS'),
    otherColours: hasOtherColours(chunks),
    ...(depth > 8 ? { bits: depth } : {}),
    deflated: { parts, bytes },
  };
}

/** Numbers of a pixel, by colour type: grey, RGB, palette, grey and alpha, RGB and alpha. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** First column and row, and steps, of the seven passes of an interlaced picture. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** The bytes that the compressed data must give: every row begins with the number of its filter. */
function pixelBytes(width: number, height: number, bits: number, interlaced: boolean): number {
  const rows = (w: number, h: number): number => (w > 0 ? h * (1 + Math.ceil((w * bits) / 8)) : 0);
  if (!interlaced) return rows(width, height);
  return PASSES.reduce(
    (sum, [x, y, dx, dy]) => sum + rows(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)),
    0,
  );
}

/** White point, red, green and blue of sRGB, and its gamma, times 100,000. */
const SRGB_CHRM = [31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000];
const SRGB_GAMMA = 45455;

/** The first of four descriptions counts: code points, profile, the mark of sRGB, gamma and primaries. */
function hasOtherColours(chunks: ReadonlyMap<string, ByteReader>): boolean {
  const [cicp, icc, gamma, primaries] = ['cICP', 'iCCP', 'gAMA', 'cHRM'].map((name) => chunks.get(name));
  if (cicp) return cicp.be(0, 2) !== 0x010d;
  // The profile is compressed; its name stands before it.
  if (icc) return !/srgb/i.test(icc.text(0, 79).split('\0')[0] as string);
  if (chunks.has('sRGB')) return false;
  if (gamma && Math.abs(gamma.be(0, 4) - SRGB_GAMMA) > 50) return true;
  return SRGB_CHRM.some((value, i) => primaries && Math.abs(primaries.be(4 * i, 4) - value) > 100);
}
