import { digit, photoCrop } from '../../figures/data/samples.ts';
import { createRandom } from '../../tensor/random.ts';

/** Where the input comes from. */
export const SOURCES = ['numbers', 'digit', 'photo'] as const;
export type Source = (typeof SOURCES)[number];

/** The numbers of the sketch that the article opens with; other seeds draw their own. */
const FIRST = [
  1,
  2,
  0,
  3,
  1, //
  0,
  1,
  4,
  2,
  2, //
  1,
  0,
  1,
  3,
  0, //
  3,
  1,
  2,
  0,
  1, //
  1,
  2,
  0,
  2,
  0,
] as const;

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

/** The input of side `input`: small whole numbers from a seed, or a real picture in 0 … 255. */
export function inputOf(params: {
  readonly source: Source;
  readonly digit: number;
  readonly seed: number;
  readonly input: number;
}): readonly number[] {
  const { source, input, seed } = params;
  if (source === 'digit') return shrink(digit(params.digit).pixels, input);
  if (source === 'photo') return shrink(photoCrop.pixels, input);
  if (seed === 1 && input === 5) return FIRST;
  const random = createRandom(seed * 101 + input);
  return Array.from({ length: input * input }, () => random.below(5));
}
