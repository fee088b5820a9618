import type { ByteReader } from './ByteReader.ts';
import { type Box, boxesOf, brandsOf, findBox } from './boxes.ts';
import { isSrgb } from './colourProfile.ts';
import type { PictureHeader } from './header.ts';

const AVIF = ['avif', 'avis'];
const HEIC = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/** AVIF and HEIC share their container and differ in how the pixels are compressed. */
const formatOf = (file: ByteReader): 'AVIF' | 'HEIC' | undefined => {
  const brands = brandsOf(file);
  if (brands.some((brand) => AVIF.includes(brand))) return 'AVIF';
  return brands.some((brand) => HEIC.includes(brand)) ? 'HEIC' : undefined;
};

export const isAvif = (file: ByteReader): boolean => formatOf(file) === 'AVIF';
export const isHeic = (file: ByteReader): boolean => formatOf(file) === 'HEIC';

/**
 * HEIF (ISO/IEC 23008-12): boxes, each of which must be whole. A file may hold several pictures (a thumbnail, the
 * transparency, the tiles of a large one); the size is that of the largest.
 * @throws PastEnd
 */
export function readHeif(file: ByteReader): PictureHeader {
  const format = formatOf(file) ?? 'HEIC';
  const boxes = [...boxesOf(file)];
  const meta = boxes.find(({ name }) => name === 'meta')?.data;
  // A full box: four bytes of version and flags come first.
  const list = meta && findBox(meta, 'iprp', 4);
  const container = list && findBox(list, 'ipco');
  if (!container) return { format, size: null, fault: 'damaged' };
  // The pixels lie in a box of their own, small ones perhaps beside what is said of them.
  const pixels = boxes.some(({ name }) => name === 'mdat') || findBox(meta, 'idat', 4);
  if (!pixels) return { format, size: null, fault: 'cut' };
  const properties = [...boxesOf(container)];
  const named = (name: string): ByteReader[] =>
    properties.filter((box: Box) => box.name === name).map(({ data }) => data);
  const sizes = named('ispe').map((data) => [data.be(4, 4), data.be(8, 4)] as const);
  const bits = bitsOf(named('av1C')[0]);
  return {
    format,
    size: sizes.reduce((best, next) => (next[0] * next[1] > best[0] * best[1] ? next : best), [
      0, 0,
    ] as const),
    animated: brandsOf(file)[0] === 'avis',
    opaque: !named('auxC').some((data) => data.text(4, data.length).includes('alpha')),
    otherColours: named('colr').some(hasOtherColours),
    ...(bits > 8 ? { bits } : {}),
  };
}

/** Two flags of the settings of AV1: more than eight bits, and twelve. */
function bitsOf(settings: ByteReader | undefined): number {
  const flags = settings?.be(2, 1) ?? 0;
  return flags & 0x40 ? (flags & 0x20 ? 12 : 10) : 8;
}

/** Code points of ITU-T H.273 (1: sRGB's primaries, 13: its curve, 2: not said), or an ICC profile. */
function hasOtherColours(data: ByteReader): boolean {
  if (data.text(0, 4) !== 'nclx') return !isSrgb(data);
  return ![1, 2].includes(data.be(4, 2)) || ![2, 13].includes(data.be(6, 2));
}
