import type { ByteReader } from './ByteReader.ts';
import { isSrgb } from './colourProfile.ts';
import type { PictureHeader } from './header.ts';
import { finishedBy, type HuffmanTable, type JpegFrame, readFrame, readHuffman } from './jpegFrame.ts';
import { scanIsWhole } from './jpegScan.ts';

export const isJpeg = (file: ByteReader): boolean => file.text(0, 3) === '\xff\xd8\xff';

const HUFFMAN = 0xc4;
const END = 0xd9;
const SCAN = 0xda;
const RESTART = 0xdd;
const APP2 = 0xe2;

/** Start of frame: size and components. c4, c8 and cc are something else. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Markers without a length: those that restart a scan, and TEM. */
const isBare = (marker: number): boolean => (marker >= 0xd0 && marker <= 0xd8) || marker === 1;

/**
 * JPEG (ITU-T T.81): marker segments, and behind the head of a scan its data, in which ff is followed by 0 or by
 * the mark of a restart. What follows the end mark (a second picture, a film) is ignored.
 * @throws PastEnd inside a segment
 */
export function readJpeg(file: ByteReader): PictureHeader {
  let header: PictureHeader = { format: 'JPEG', size: null, opaque: true };
  let frame: JpegFrame | undefined;
  let scan: { readonly segment: ByteReader; readonly data: number } | undefined;
  let restart = 0;
  const tables = new Map<number, HuffmanTable>();
  const finished = new Set<string>();
  for (let at = nextMarker(file, 2); at >= 0; ) {
    const marker = file.be(at + 1, 1);
    if (marker === END) return scan && frame ? header : { ...header, fault: 'damaged' };
    let next = at + 2;
    if (!isBare(marker)) {
      next += file.be(at + 2, 2);
      const segment = file.part(at + 4, Math.max(at + 4, next));
      if (isFrame(marker)) {
        frame = readFrame(marker, segment);
        header = { ...header, size: [frame.width, frame.height], cmyk: frame.sampling.size === 4 };
      }
      if (marker === HUFFMAN) readHuffman(segment, tables);
      if (marker === RESTART) restart = segment.be(0, 2);
      // A long profile comes in several segments; the first one has its number, 1, and its name.
      if (marker === APP2 && segment.text(0, 13) === 'ICC_PROFILE\0\x01')
        header = { ...header, otherColours: !isSrgb(segment) };
      if (marker === SCAN && frame) {
        scan = { segment, data: next };
        for (const part of finishedBy(segment, frame)) finished.add(part);
      }
    }
    at = nextMarker(file, next);
  }
  // No end mark.
  if (!frame || !scan || finished.size < 64 * frame.sampling.size) return { ...header, fault: 'cut' };
  if (!frame.sequential) return { ...header, noEnd: 'unknown' };
  const whole = scanIsWhole(file, scan.data, scan.segment, frame, tables, restart);
  return { ...header, ...(whole ? { noEnd: 'whole' } : { fault: 'cut' }) };
}

/** The next ff that begins a marker; −1 if there is none. */
function nextMarker(file: ByteReader, from: number): number {
  for (let at = from; ; at++) {
    at = file.bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= file.length) return -1;
    const follows = file.bytes[at + 1] as number;
    if (follows !== 0 && follows !== 0xff) return at;
  }
}
