import type { GradientClaim } from '../check/gradients.ts';
import { kinksOf, type Pooling } from './kinks.ts';

/** Each comparison is two passes through the whole network. */
const COMPARED = 60;

/**
 * The gradient of the picture, to be held against central differences at some of its pixels: those where the network has a
 * kink are left out.
 *
 * @param grid the grid of the gradient
 * @param pixels 28 × 28 numbers
 * @param loss what is asked, of a picture
 * @param poolings those through which the gradient came
 */
export function pixelClaim(
  grid: string,
  pixels: ArrayLike<number>,
  loss: (pixels: ArrayLike<number>) => number,
  poolings: readonly Pooling[],
): GradientClaim {
  const kinks = kinksOf(poolings);
  return { grid, values: pixels, loss, isKink: (i) => kinks.has(i), most: COMPARED };
}
