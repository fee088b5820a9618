import { checkRank, checkShape, reject } from './errors.ts';
import { countedTaps, type Pool2dGeometry, type Pool2dOptions, pool2dGeometry } from './pool2dGeometry.ts';
import { arrayOf, type Shape, Tensor, zeros } from './tensor.ts';

export interface AvgPool2dOptions extends Pool2dOptions {
  /** Whether padding counts as cells of 0 in the divisor (default, as in PyTorch) or not at all. */
  readonly countIncludePad?: boolean;
}

/** How many cells the mean of window (oy, ox) divides by. What ceilMode adds never counts. */
export function windowCount(g: Pool2dGeometry, oy: number, ox: number, includePad = true): number {
  return countedTaps(g, 0, oy, includePad) * countedTaps(g, 1, ox, includePad);
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
  const y = zeros([g.batch, g.channels, g.outHeight, g.outWidth], x.dtype);
  let o = 0;
  for (let plane = 0; plane < g.batch * g.channels; plane++)
    for (let oy = 0; oy < g.outHeight; oy++)
      for (let ox = 0; ox < g.outWidth; ox++) {
        let sum = 0;
        for (let ky = 0; ky < g.kh; ky++) {
          const iy = g.rows[oy * g.kh + ky] as number;
          for (let kx = 0; kx < g.kw; kx++) {
            const ix = g.cols[ox * g.kw + kx] as number;
            if (iy >= 0 && ix >= 0) sum += x.data[(plane * g.height + iy) * g.width + ix] as number;
          }
        }
        y.data[o++] = sum / windowCount(g, oy, ox, options.countIncludePad);
      }
  return y;
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
  checkShape('avgPool2d', 'dy', dy, [g.batch, g.channels, g.outHeight, g.outWidth]);
  const dx = new Float64Array(g.batch * g.channels * g.height * g.width);
  let o = 0;
  for (let plane = 0; plane < g.batch * g.channels; plane++)
    for (let oy = 0; oy < g.outHeight; oy++)
      for (let ox = 0; ox < g.outWidth; ox++) {
        const share = (dy.data[o++] as number) * (1 / windowCount(g, oy, ox, options.countIncludePad));
        for (let ky = 0; ky < g.kh; ky++) {
          const iy = g.rows[oy * g.kh + ky] as number;
          for (let kx = 0; kx < g.kw; kx++) {
            const ix = g.cols[ox * g.kw + kx] as number;
            if (iy < 0 || ix < 0) continue;
            const i = (plane * g.height + iy) * g.width + ix;
            dx[i] = (dx[i] as number) + share;
          }
        }
      }
  return new Tensor(inputShape, arrayOf(dy.dtype, dx));
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
  const [, , height, width] = shape as [number, number, number, number];
  if (height < 1 || width < 1) reject('globalAvgPool2d', 'the shape of x', shape, 'at least 1 × 1');
  return [height, width];
}
