import { checkRank, checkShape, reject } from './errors.ts';
import { type Pool2dOptions, pool2dGeometry } from './pool2dGeometry.ts';
import { arrayOf, type Shape, sizeOf, Tensor, zeros } from './tensor.ts';

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
  const y = zeros([g.batch, g.channels, g.outHeight, g.outWidth], x.dtype);
  const argMax = new Int32Array(y.size);
  let o = 0;
  for (let plane = 0; plane < g.batch * g.channels; plane++)
    for (let oy = 0; oy < g.outHeight; oy++)
      for (let ox = 0; ox < g.outWidth; ox++) {
        let best = Number.NEGATIVE_INFINITY;
        let at = -1;
        for (let ky = 0; ky < g.kh; ky++) {
          const iy = g.rows[oy * g.kh + ky] as number;
          for (let kx = 0; kx < g.kw; kx++) {
            const ix = g.cols[ox * g.kw + kx] as number;
            if (iy < 0 || ix < 0) continue;
            const i = (plane * g.height + iy) * g.width + ix;
            const value = x.data[i] as number;
            if (at < 0 || value > best || Number.isNaN(value)) {
              best = value;
              at = i;
            }
          }
        }
        y.data[o] = best;
        argMax[o++] = at;
      }
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
  checkRank('maxPool2d', 'dy', dy.shape, 'n, c, oh, ow');
  if (argMax.length !== dy.size)
    reject('maxPool2d', 'the shape of dy', dy.shape, `a shape of ${argMax.length} cells, as y`);
  const dx = new Float64Array(sizeOf(inputShape));
  for (let o = 0; o < argMax.length; o++) {
    const at = argMax[o] as number;
    if (at >= 0) dx[at] = (dx[at] as number) + (dy.data[o] as number);
  }
  return new Tensor(inputShape, arrayOf(dy.dtype, dx));
}

/** {@link maxPool2dBackward} from x and the options: repeats the forward pass to find the places. */
export function maxPool2dGradient(x: Tensor, dy: Tensor, options: Pool2dOptions): Tensor {
  const { y, argMax } = maxPool2d(x, options);
  checkShape('maxPool2d', 'dy', dy, y.shape);
  return maxPool2dBackward(dy, argMax, x.shape);
}
