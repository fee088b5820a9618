import type { Conv2dGeometry } from '../conv2dGeometry.ts';
import type { Box } from '../kernels/plan/box.ts';
import type { Dim } from './product.ts';

/** The taps of a window over a box, outermost first; `other` counts them. */
export function windowOf({ groupIn, kh, kw, dilation }: Conv2dGeometry, x: Box): Dim[] {
  return [
    { count: kh, a: dilation[0] * x.row, other: kw * groupIn },
    { count: kw, a: dilation[1] * x.col, other: groupIn },
    { count: groupIn, a: 1, other: 1 },
  ];
}

/** The steps of a window, over x and over a box of the results. */
export function windowSteps({ stride, outHeight, outWidth }: Conv2dGeometry, x: Box, y: Box): Dim[] {
  return [
    { count: outHeight, a: stride[0] * x.row, other: y.row },
    { count: outWidth, a: stride[1] * x.col, other: y.col },
  ];
}

/** The place of channel j and tap t, where blocks of channels stand one behind the other. */
export function placeInBlocks(blocks: readonly number[], taps: number, j: number, t: number): number {
  let first = 0;
  for (const vectors of blocks) {
    if (j < first + 4 * vectors) return taps * first + t * 4 * vectors + (j - first);
    first += 4 * vectors;
  }
  throw new Error(`channel ${j} stands in no block`);
}
