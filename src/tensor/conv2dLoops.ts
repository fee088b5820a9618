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
 * The three sums of a convolution, without tricks and not yet rounded: each is a sum over the same list of
 * products, added up in double precision from 0. A zero of the padding is a term like any other, 0 · w.
 */

/** y[n, co, oy, ox] = Σ ci,ky,kx  x[n, ci, iy, ix] · w[co, ci, ky, kx] */
export function correlate(g: Conv2dGeometry, { data: x }: Tensor, { data: w }: Tensor): Tensor {
  const y = zeros(g.yShape, 'float64');
  const sums = y.data;
  eachTap(g, (o, i, k) => {
    sums[o]! += (i < 0 ? 0 : x[i]!) * w[k]!;
  });
  return y;
}

/**
 * Scatter: every dy[n, co, oy, ox] gives dy · w[co, ci, ky, kx] back to each x[n, ci, iy, ix] it was
 * made from. No flip is to be seen. What falls on zero padding is dropped; on another padding mode
 * it goes to the cell whose copy stood there.
 */
export function scatter(g: Conv2dGeometry, { data: w }: Tensor, { data: dy }: Tensor): Tensor {
  const dx = zeros(g.xShape, 'float64');
  const sums = dx.data;
  eachTap(g, (o, i, k) => {
    if (i >= 0) sums[i]! += dy[o]! * w[k]!;
  });
  return dx;
}

/**
 * dw[co, ci, ky, kx] = Σ n,oy,ox  dy[n, co, oy, ox] · x[n, ci, iy, ix]. Neither is flipped; stride and
 * dilation have changed roles.
 */
export function weightGradient(g: Conv2dGeometry, { data: x }: Tensor, { data: dy }: Tensor): Tensor {
  const dw = zeros([g.cout, g.groupIn, g.kh, g.kw], 'float64');
  const sums = dw.data;
  eachTap(g, (o, i, k) => {
    sums[k]! += dy[o]! * (i < 0 ? 0 : x[i]!);
  });
  return dw;
}
