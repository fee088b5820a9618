import type { ByteReader } from './ByteReader.ts';
import { brandsOf } from './boxes.ts';

/** What else a reader may take for a picture, and what can be done about it. */
export interface OtherFile {
  /** The format's own name; the same in both languages. */
  readonly name: string;
  /** A picture for cameras, print or editing; a text or page that may hold one; a film; a packed file. */
  readonly kind: 'picture' | 'document' | 'video' | 'archive';
}

type Known = readonly [name: string, kind: OtherFile['kind'], ...starts: string[]];

/** By the first bytes, read as Latin letters. Most raw photographs are TIFF files inside. */
const STARTS: readonly Known[] = [
  ['RAW (RAF)', 'picture', 'FUJIFILMCCD-RAW'],
  ['RAW (ORF)', 'picture', 'IIRO', 'IIRS'],
  ['RAW (RW2)', 'picture', 'IIU\0'],
  ['RAW (CR2)', 'picture', 'II*\0\x10\0\0\0CR'],
  ['TIFF / RAW', 'picture', 'II*\0', 'MM\0*', 'II+\0', 'MM\0+'],
  ['JPEG 2000', 'picture', '\0\0\0\x0cjP  ', '\xff\x4f\xff\x51'],
  ['Photoshop (PSD)', 'picture', '8BPS'],
  ['GIMP (XCF)', 'picture', 'gimp xcf'],
  ['OpenEXR', 'picture', '\x76\x2f\x31\x01'],
  ['Radiance HDR', 'picture', '#?RADIANCE'],
  ['QOI', 'picture', 'qoif'],
  ['DDS', 'picture', 'DDS '],
  ['Netpbm', 'picture', ...'1234567'.split('').flatMap((n) => [`P${n}\n`, `P${n} `, `P${n}\r`])],
  ['PDF', 'document', '%PDF'],
  ['PostScript (EPS)', 'document', '%!PS', '\xc5\xd0\xd3\xc6'],
  ['Microsoft Office', 'document', '\xd0\xcf\x11\xe0'],
  ['WebM / Matroska', 'video', '\x1a\x45\xdf\xa3'],
  ['ZIP', 'archive', 'PK\x03\x04'],
  ['gzip', 'archive', '\x1f\x8b'],
];

/** The main brands of containers that are no HEIF picture. */
const BRANDS: Readonly<Record<string, OtherFile>> = {
  'crx ': { name: 'RAW (CR3)', kind: 'picture' },
  'qt  ': { name: 'QuickTime', kind: 'video' },
};

/** The name of a file that is none of the pictures a browser opens; undefined if it is not known either. */
export function otherFile(file: ByteReader): OtherFile | undefined {
  const start = file.text(0, 64);
  for (const [name, kind, ...starts] of STARTS)
    if (starts.some((letters) => start.startsWith(letters))) return { name, kind };
  if (/<(!doctype html|html)/i.test(start)) return { name: 'HTML', kind: 'document' };
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'AVI ') return { name: 'AVI', kind: 'video' };
  const [brand] = brandsOf(file);
  return brand === undefined ? undefined : (BRANDS[brand] ?? { name: 'MP4', kind: 'video' });
}
