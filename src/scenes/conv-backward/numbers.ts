import { resizeKernel } from '../../kit/samples/kernelPresets.ts';
import { smallNumbers } from '../../kit/samples/sources.ts';
import { createRandom } from '../../tensor/random.ts';

/** A kernel without symmetry: turned or not is not the same. */
const FIRST_KERNEL = [1, 2, -1, 0, 3, 1, 2, -1, -2] as const;
/** The gradient that the figure opens with, at its first sizes; others draw their own. */
const FIRST_GRADIENT = [1, -2, 0, 3, 1, -1, 0, 2, 1] as const;
/** Seeds of the planes behind the first one lie beyond those that a reader meets. */
const APART = 10_000;

/** Whole numbers from −2 to 3. */
function drawn(seed: number, count: number): number[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.below(6) - 2);
}

/** The picture in channel c. */
export const inputPlane = (seed: number, side: number, c: number): readonly number[] =>
  smallNumbers(seed + APART * c, side);

/** The kernel of filter f for channel c. */
export const kernelPlane = (seed: number, side: number, f: number, c: number): readonly number[] =>
  f + c === 0
    ? resizeKernel(FIRST_KERNEL, side)
    : drawn(seed * 613 + APART * (3 * f + c) + side, side * side);

export const biasOf = (seed: number, f: number): number =>
  f === 0 ? 1 : (drawn(seed * 31 + APART * f, 1)[0] as number);

/** A gradient of map f that is not constant, so that every weight on its way shows. */
export const gradientPlane = (seed: number, side: number, f: number): readonly number[] =>
  f === 0 && seed === 1 && side === 3 ? FIRST_GRADIENT : drawn(seed * 7919 + APART * f + side, side * side);
