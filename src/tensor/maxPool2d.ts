import { eachTap } from './conv2dLoops.ts';
import { reject } from './errors.ts';
import { type Pool2dOptions, pool2dGeometry } from './pool2dGeometry.ts';
import { full, type Shape, type Tensor, zeros } from './tensor.ts';

export interface MaxPool2dResult {
  /** [n, c, outHeight, outWidth] */
  readonly y: Tensor;
  /** For each cell of y the place in `x.data` that it was taken from; −1: only padding was there. */
  readonly argMax: Int32Array;
}

/**
 * The largest number of each window, and where it stood. Padding counts as −∞; of equal numbers the
 * first in scan order is taken; NaN is taken, as by PyTorch.
 *
 * @param x [n, c, height, width]
 * @throws Error when a shape or an option does not fit
 */
export function maxPool2d(x: Tensor, options: Pool2dOptions): MaxPool2dResult {
  const g = pool2dGeometry('maxPool2d', x.shape, options);
  const y = full(g.yShape, Number.NEGATIVE_INFINITY, x.dtype);
  const argMax = new Int32Array(y.size).fill(-1);
  eachTap(g, (o, i) => {
    const value = x.data[i]!;
    if (i >= 0 && (argMax[o]! < 0 || value > y.data[o]! || Number.isNaN(value))) {
      y.data[o] = value;
      argMax[o] = i;
    }
  });
  return { y, argMax };
}

/**
 * The gradient goes to the cell that was taken, and adds up where windows overlap.
 *
 * @param dy [n, c, outHeight, outWidth]
 * @param argMax of {@link maxPool2d}
 * @param inputShape the shape of x
 * @returns dx
 * @throws Error when argMax and dy differ in size
 */
export function maxPool2dBackward(dy: Tensor, argMax: Int32Array, inputShape: Shape): Tensor {
  if (argMax.length !== dy.size)
    reject('maxPool2d', 'the shape of dy', dy.shape, `a shape of ${argMax.length} cells, as y`);
  const dx = zeros(inputShape, 'float64');
  argMax.forEach((i, o) => {
    if (i >= 0) dx.data[i]! += dy.data[o]!;
  });
  return dx.as(dy.dtype);
}
