import type { ByteReader } from './ByteReader.ts';
import { isSrgb } from './colourProfile.ts';
import type { PictureHeader } from './header.ts';

export const isJpeg = (file: ByteReader): boolean => file.text(0, 3) === '\xff\xd8\xff';

const END = 0xd9;
const SCAN = 0xda;
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
  let scans = 0;
  for (let at = nextMarker(file, 2); ; ) {
    if (at < 0) return scans > 0 && header.size ? { ...header, noEnd: true } : { ...header, fault: 'cut' };
    const marker = file.be(at + 1, 1);
    if (marker === END) return scans > 0 && header.size ? header : { ...header, fault: 'damaged' };
    let next = at + 2;
    if (!isBare(marker)) {
      next += file.be(at + 2, 2);
      const segment = file.part(at + 4, Math.max(at + 4, next));
      if (isFrame(marker)) {
        const components = segment.be(5, 1);
        header = { ...header, size: [segment.be(3, 2), segment.be(1, 2)], cmyk: components === 4 };
      }
      // A long profile comes in several segments; the first one has its number, 1, and its name.
      if (marker === APP2 && segment.text(0, 13) === 'ICC_PROFILE\0\x01')
        header = { ...header, otherColours: !isSrgb(segment) };
      if (marker === SCAN) scans++;
    }
    at = nextMarker(file, next);
  }
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
