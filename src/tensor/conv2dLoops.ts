import type { Conv2dGeometry } from './conv2dGeometry.ts';
import { type Tensor, zeros } from './tensor.ts';

/**
 * Every product that a convolution y = w ⋆ x is made of, as three places: `o` in y [n, cout, oh, ow],
 * `i` in x [n, cin, h, w] or −1 where the tap reads a zero of the padding, `k` in w [cout, cin/groups, kh, kw].
 *
 * The places of y come one after the other, and below each its taps (ci, ky, kx). Whoever adds up what it
 * is given adds left to right for each cell of y, of x and of w; src/explain lists the same products in
 * the same order. Pooling, im2col and the matrix of a convolution are made of them; pooling has each
 * channel in a group of its own.
 */
export function eachTap(g: Conv2dGeometry, visit: (o: number, i: number, k: number) => void): void {
  const { cin, height, width, groupIn, kh, kw, rows, cols } = g;
  let o = 0;
  for (let n = 0; n < g.batch; n++)
    for (let co = 0; co < g.cout; co++) {
      const first = n * cin + Math.floor(co / g.groupOut) * groupIn;
      for (let oy = 0; oy < g.outHeight; oy++)
        for (let ox = 0; ox < g.outWidth; ox++, o++) {
          let k = co * groupIn * kh * kw;
          for (let ci = 0; ci < groupIn; ci++)
            for (let ky = 0; ky < kh; ky++) {
              const iy = rows[oy * kh + ky]!;
              const row = ((first + ci) * height + iy) * width;
              for (let kx = 0; kx < kw; kx++, k++) {
                const ix = cols[ox * kw + kx]!;
                visit(o, iy < 0 || ix < 0 ? -1 : row + ix, k);
              }
            }
        }
    }
}

/*
 * The three sums of a convolution, without tricks and not yet rounded: each cell is added up in double
 * precision from 0. A zero of the padding is a term like any other, 0 · w. They add the products that
 * `eachTap` lists, in its order; their loops are written out, because a function called for every
 * product takes three times as long.
 */

/** y[n, co, oy, ox] = Σ ci,ky,kx  x[n, ci, iy, ix] · w[co, ci, ky, kx] */
export function correlate(g: Conv2dGeometry, x: Tensor, w: Tensor): Tensor {
  const { cin, height, width, groupIn, groupOut, kh, kw, rows, cols } = g;
  const [xs, ws] = [x.data, w.data];
  const y = zeros(g.yShape, 'float64');
  const ys = y.data;
  let o = 0;
  for (let n = 0; n < g.batch; n++)
    for (let co = 0; co < g.cout; co++) {
      const first = n * cin + Math.floor(co / groupOut) * groupIn;
      for (let oy = 0; oy < g.outHeight; oy++)
        for (let ox = 0; ox < g.outWidth; ox++) {
          let sum = 0;
          let k = co * groupIn * kh * kw;
          for (let ci = 0; ci < groupIn; ci++)
            for (let ky = 0; ky < kh; ky++) {
              const iy = rows[oy * kh + ky]!;
              const row = ((first + ci) * height + iy) * width;
              for (let kx = 0; kx < kw; kx++) {
                const ix = cols[ox * kw + kx]!;
                sum += (iy < 0 || ix < 0 ? 0 : xs[row + ix]!) * ws[k++]!;
              }
            }
          ys[o++] = sum;
        }
    }
  return y;
}

/**
 * Scatter: every dy[n, co, oy, ox] gives dy · w[co, ci, ky, kx] back to each x[n, ci, iy, ix] it was
 * made from. No flip is to be seen. What falls on zero padding is dropped; on another padding mode
 * it goes to the cell whose copy stood there.
 */
export function scatter(g: Conv2dGeometry, w: Tensor, dy: Tensor): Tensor {
  const { cin, height, width, groupIn, groupOut, kh, kw, rows, cols } = g;
  const [ws, dys] = [w.data, dy.data];
  const dx = zeros(g.xShape, 'float64');
  const dxs = dx.data;
  let o = 0;
  for (let n = 0; n < g.batch; n++)
    for (let co = 0; co < g.cout; co++) {
      const first = n * cin + Math.floor(co / groupOut) * groupIn;
      for (let oy = 0; oy < g.outHeight; oy++)
        for (let ox = 0; ox < g.outWidth; ox++) {
          const upstream = dys[o++]!;
          let k = co * groupIn * kh * kw;
          for (let ci = 0; ci < groupIn; ci++)
            for (let ky = 0; ky < kh; ky++) {
              const iy = rows[oy * kh + ky]!;
              const row = ((first + ci) * height + iy) * width;
              for (let kx = 0; kx < kw; kx++, k++) {
                const ix = cols[ox * kw + kx]!;
                if (iy >= 0 && ix >= 0) dxs[row + ix]! += upstream * ws[k]!;
              }
            }
        }
    }
  return dx;
}

/**
 * dw[co, ci, ky, kx] = Σ n,oy,ox  dy[n, co, oy, ox] · x[n, ci, iy, ix]. Neither is flipped; stride and
 * dilation have changed roles.
 */
export function weightGradient(g: Conv2dGeometry, x: Tensor, dy: Tensor): Tensor {
  const { cin, height, width, groupIn, groupOut, kh, kw, rows, cols } = g;
  const [xs, dys] = [x.data, dy.data];
  const dw = zeros([g.cout, groupIn, kh, kw], 'float64');
  let k = 0;
  for (let co = 0; co < g.cout; co++)
    for (let ci = 0; ci < groupIn; ci++)
      for (let ky = 0; ky < kh; ky++)
        for (let kx = 0; kx < kw; kx++) {
          let sum = 0;
          for (let n = 0; n < g.batch; n++) {
            const plane = n * cin + Math.floor(co / groupOut) * groupIn + ci;
            let o = (n * g.cout + co) * g.outHeight * g.outWidth;
            for (let oy = 0; oy < g.outHeight; oy++) {
              const iy = rows[oy * kh + ky]!;
              const row = (plane * height + iy) * width;
              for (let ox = 0; ox < g.outWidth; ox++) {
                const ix = cols[ox * kw + kx]!;
                sum += dys[o++]! * (iy < 0 || ix < 0 ? 0 : xs[row + ix]!);
              }
            }
          }
          dw.data[k++] = sum;
        }
  return dw;
}
