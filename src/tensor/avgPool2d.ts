import type { Conv2dGeometry } from './conv2dGeometry.ts';
import { eachTap } from './conv2dLoops.ts';
import { checkRank, checkShape } from './errors.ts';
import { resolvePair } from './geometry.ts';
import { type Pool2dOptions, pool2dGeometry } from './pool2dGeometry.ts';
import { type Shape, type Tensor, zeros } from './tensor.ts';

export interface AvgPool2dOptions extends Pool2dOptions {
  /** Whether padding counts as cells of 0 in the divisor (default, as in PyTorch) or not at all. */
  readonly countIncludePad?: boolean;
}

/** How many cells the mean of window (oy, ox) divides by. What ceilMode adds never counts. */
export function windowCount(g: Conv2dGeometry, oy: number, ox: number, includePad = true): number {
  const along = (axis: 0 | 1, o: number, kernel: number, size: number, taps: Int32Array) => {
    const end = g.pads[axis] + size + (g.pads[axis + 2] as number);
    let count = 0;
    for (let k = 0; k < kernel; k++)
      if (includePad ? o * g.stride[axis] + k * g.dilation[axis] < end : taps[o * kernel + k]! >= 0) count++;
    return count;
  };
  return along(0, oy, g.kh, g.height, g.rows) * along(1, ox, g.kw, g.width, g.cols);
}

/** The same for the window at place `o` of y. */
function countAt(g: Conv2dGeometry, o: number, { countIncludePad }: AvgPool2dOptions): number {
  return windowCount(g, Math.floor(o / g.outWidth) % g.outHeight, o % g.outWidth, countIncludePad);
}

/**
 * The mean of each window.
 *
 * @param x [n, c, height, width]
 * @returns y [n, c, outHeight, outWidth]
 * @throws Error when a shape or an option does not fit
 */
export function avgPool2d(x: Tensor, options: AvgPool2dOptions): Tensor {
  const g = pool2dGeometry('avgPool2d', x.shape, options);
  const sums = zeros(g.yShape, 'float64');
  eachTap(g, (o, i) => {
    if (i >= 0) sums.data[o]! += x.data[i]!;
  });
  return sums.map((sum, o) => sum / countAt(g, o, options)).as(x.dtype);
}

/**
 * Each cell of a window gets dy · 1/(cells of the window); overlaps add up.
 *
 * @param dy [n, c, outHeight, outWidth]
 * @param inputShape the shape of x
 * @returns dx
 * @throws Error when a shape or an option does not fit
 */
export function avgPool2dBackward(dy: Tensor, inputShape: Shape, options: AvgPool2dOptions): Tensor {
  const g = pool2dGeometry('avgPool2d', inputShape, options);
  checkShape('avgPool2d', 'dy', dy, g.yShape);
  const shares = dy.as('float64').map((upstream, o) => upstream * (1 / countAt(g, o, options)));
  const dx = zeros(inputShape, 'float64');
  eachTap(g, (o, i) => {
    if (i >= 0) dx.data[i]! += shares.data[o]!;
  });
  return dx.as(dy.dtype);
}

/**
 * The mean of each channel's plane.
 *
 * @param x [n, c, height, width]
 * @returns y [n, c, 1, 1]
 * @throws Error when x is no batch of images, or has no cells
 */
export function globalAvgPool2d(x: Tensor): Tensor {
  return avgPool2d(x, { kernel: wholePlane(x.shape) });
}

/** dy [n, c, 1, 1] spread evenly: dx = dy / (height · width). */
export function globalAvgPool2dBackward(dy: Tensor, inputShape: Shape): Tensor {
  return avgPool2dBackward(dy, inputShape, { kernel: wholePlane(inputShape) });
}

/** The kernel of the pooling that covers the plane. */
export function wholePlane(shape: Shape): [number, number] {
  checkRank('globalAvgPool2d', 'x', shape, 'n, c, height, width');
  return resolvePair('globalAvgPool2d', 'the size of x', [shape[2] as number, shape[3] as number], 1);
}
