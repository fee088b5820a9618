import { createRandom } from '../../tensor/random.ts';
import { digit, photoCrop } from './samples.ts';

/** The numbers that the first figure of a convolution opens with; other seeds and sizes draw their own. */
// biome-ignore format: five rows
const FIRST = [
  1, 2, 0, 3, 1,
  0, 1, 4, 2, 2,
  1, 0, 1, 3, 0,
  3, 1, 2, 0, 1,
  1, 2, 0, 2, 0,
] as const;

/** side × side whole numbers from 0 to 4, from a seed. */
export function smallNumbers(seed: number, side: number): readonly number[] {
  if (seed === 1 && side === 5) return FIRST;
  const random = createRandom(seed * 101 + side);
  return Array.from({ length: side * side }, () => random.below(5));
}

/** The side of the pictures that digits and photographs are stored in. */
const STORED = 28;

/** Averages a stored picture down to a side of `side` pixels, in whole numbers 0 … 255. */
function shrink(pixels: Uint8Array, side: number): number[] {
  return Array.from({ length: side * side }, (_, i) => {
    const [row, col] = [Math.floor(i / side), i % side];
    const [top, bottom] = [Math.floor((row * STORED) / side), Math.ceil(((row + 1) * STORED) / side)];
    const [left, right] = [Math.floor((col * STORED) / side), Math.ceil(((col + 1) * STORED) / side)];
    let sum = 0;
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) sum += pixels[y * STORED + x] as number;
    return Math.round(sum / ((bottom - top) * (right - left)));
  });
}

/** A real picture of `input` × `input` grey values 0 … 255: a handwritten digit, or the cat. */
export function sourcePixels(of: {
  readonly source: string;
  readonly digit: number;
  readonly input: number;
}): readonly number[] {
  return shrink(of.source === 'digit' ? digit(of.digit).pixels : photoCrop.pixels, of.input);
}
