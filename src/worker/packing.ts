import { reject } from '../tensor/errors.ts';

/** Height and width of a digit. */
export const SIDE = 28;
export const PIXELS = SIDE * SIDE;
/** Two pixels a byte. */
const PACKED = PIXELS / 2;
const LEVELS = 15;

/** Digits as they are learned from: one label and 28 × 28 bytes (0 paper, 255 ink) each. */
export interface Digits {
  readonly labels: Uint8Array;
  readonly pixels: Uint8Array;
}

/** Copies of some digits. @throws RangeError when one of the places is none */
export function digitsAt({ labels, pixels }: Digits, places: readonly number[]): Digits {
  const wrong = places.find((place) => labels[place] === undefined);
  if (wrong !== undefined) throw new RangeError(`digits: there is no digit ${wrong}`);
  const some = new Uint8Array(places.length * PIXELS);
  for (const [n, place] of places.entries())
    some.set(pixels.subarray(place * PIXELS, (place + 1) * PIXELS), n * PIXELS);
  return { labels: Uint8Array.from(places, (place) => labels[place] as number), pixels: some };
}

/** Bytes of so many packed digits. */
export const packedSize = (count: number): number => count * (1 + PACKED);

/**
 * All labels, then of each digit 392 bytes: two neighbouring pixels a byte, the left one in the upper half, in
 * sixteen levels of grey.
 */
export function packDigits({ labels, pixels }: Digits): Uint8Array<ArrayBuffer> {
  if (pixels.length !== labels.length * PIXELS)
    reject(
      'packDigits',
      'the number of pixels',
      pixels.length,
      `${PIXELS} for each of ${labels.length} labels`,
    );
  const level = (i: number): number => Math.round(((pixels[i] as number) * LEVELS) / 255);
  const packed = new Uint8Array(packedSize(labels.length));
  packed.set(labels);
  for (let i = 0; i < pixels.length; i += 2) packed[labels.length + i / 2] = (level(i) << 4) | level(i + 1);
  return packed;
}

/** The digits again, their sixteen levels spread over 0–255. @throws Error when the length or a label does not fit */
export function unpackDigits(packed: Uint8Array, count: number): Digits {
  if (packed.length !== packedSize(count))
    reject('unpackDigits', 'the length', packed.length, `${packedSize(count)} for ${count} digits`);
  const labels = packed.slice(0, count);
  const wrong = labels.findIndex((label) => label > 9);
  if (wrong >= 0) reject('unpackDigits', `label ${wrong}`, labels[wrong], 'from 0 to 9');
  const pixels = new Uint8Array(count * PIXELS);
  for (let i = 0; i < pixels.length; i += 2) {
    const two = packed[count + i / 2] as number;
    pixels[i] = ((two >> 4) * 255) / LEVELS;
    pixels[i + 1] = ((two & 15) * 255) / LEVELS;
  }
  return { labels, pixels };
}
