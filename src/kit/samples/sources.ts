import { createRandom } from '../../tensor/random.ts';
import { averaged } from './averaged.ts';
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
export const STORED_SIDE = 28;

/** A real picture of `input` × `input` grey values 0 … 255: a handwritten digit, or the cat. */
export function sourcePixels(of: {
  readonly source: string;
  readonly digit: number;
  readonly input: number;
}): readonly number[] {
  const { pixels } = of.source === 'digit' ? digit(of.digit) : photoCrop;
  return averaged(pixels, STORED_SIDE, of.input);
}
