import type { Conv2dGeometry } from './conv2dGeometry.ts';
import type { TypedArray } from './tensor.ts';

/*
 * The three sums of a convolution, as loops without tricks. Each cell is added up in double
 * precision from 0, left to right, and rounded once when it is stored; src/explain lists the same
 * products in the same order. A cell of zero padding is a term like any other: w · 0.
 */

/**
 * y[n, co, oy, ox] = Σ ci,ky,kx  x[n, ci, iy, ix] · w[co, ci, ky, kx]  + b[co]
 *
 * @param x [n, cin, h, w] · @param w [cout, cin/groups, kh, kw] · @param b [cout]
 * @param y [n, cout, oh, ow], written
 */
export function correlateInto(
  y: TypedArray,
  g: Conv2dGeometry,
  x: TypedArray,
  w: TypedArray,
  b: TypedArray | null,
): void {
  let o = 0;
  for (let n = 0; n < g.batch; n++)
    for (let co = 0; co < g.cout; co++) {
      const ci0 = Math.floor(co / g.groupOut) * g.groupIn;
      for (let oy = 0; oy < g.outHeight; oy++)
        for (let ox = 0; ox < g.outWidth; ox++) {
          let sum = 0;
          let k = co * g.groupIn * g.kh * g.kw;
          for (let ci = 0; ci < g.groupIn; ci++) {
            const plane = (n * g.cin + ci0 + ci) * g.height;
            for (let ky = 0; ky < g.kh; ky++) {
              const iy = g.rows[oy * g.kh + ky] as number;
              for (let kx = 0; kx < g.kw; kx++) {
                const ix = g.cols[ox * g.kw + kx] as number;
                const value = iy < 0 || ix < 0 ? 0 : (x[(plane + iy) * g.width + ix] as number);
                sum += value * (w[k++] as number);
              }
            }
          }
          y[o++] = b ? sum + (b[co] as number) : sum;
        }
    }
}

/**
 * Scatter: every dy[n, co, oy, ox] gives dy · w[co, ci, ky, kx] back to each x[n, ci, iy, ix] it was
 * made from. No flip is to be seen. What falls on zero padding is dropped; on another padding mode
 * it goes to the cell whose copy stood there.
 *
 * @returns dx [n, cin, h, w], not yet rounded
 */
export function scatterInput(g: Conv2dGeometry, w: TypedArray, dy: TypedArray): Float64Array {
  const dx = new Float64Array(g.batch * g.cin * g.height * g.width);
  let o = 0;
  for (let n = 0; n < g.batch; n++)
    for (let co = 0; co < g.cout; co++) {
      const ci0 = Math.floor(co / g.groupOut) * g.groupIn;
      for (let oy = 0; oy < g.outHeight; oy++)
        for (let ox = 0; ox < g.outWidth; ox++) {
          const upstream = dy[o++] as number;
          let k = co * g.groupIn * g.kh * g.kw;
          for (let ci = 0; ci < g.groupIn; ci++) {
            const plane = (n * g.cin + ci0 + ci) * g.height;
            for (let ky = 0; ky < g.kh; ky++) {
              const iy = g.rows[oy * g.kh + ky] as number;
              for (let kx = 0; kx < g.kw; kx++, k++) {
                const ix = g.cols[ox * g.kw + kx] as number;
                if (iy < 0 || ix < 0) continue;
                const i = (plane + iy) * g.width + ix;
                dx[i] = (dx[i] as number) + upstream * (w[k] as number);
              }
            }
          }
        }
    }
  return dx;
}

/**
 * dw[co, ci, ky, kx] = Σ n,oy,ox  dy[n, co, oy, ox] · x[n, ci, iy, ix]. Neither is flipped; stride and
 * dilation have changed roles.
 *
 * @param x [n, cin, h, w] · @param dy [n, cout, oh, ow] · @param dw [cout, cin/groups, kh, kw], written
 */
export function weightGradientInto(dw: TypedArray, g: Conv2dGeometry, x: TypedArray, dy: TypedArray): void {
  let k = 0;
  for (let co = 0; co < g.cout; co++) {
    const ci0 = Math.floor(co / g.groupOut) * g.groupIn;
    for (let ci = 0; ci < g.groupIn; ci++)
      for (let ky = 0; ky < g.kh; ky++)
        for (let kx = 0; kx < g.kw; kx++) {
          let sum = 0;
          for (let n = 0; n < g.batch; n++) {
            const plane = (n * g.cin + ci0 + ci) * g.height;
            let o = (n * g.cout + co) * g.outHeight * g.outWidth;
            for (let oy = 0; oy < g.outHeight; oy++) {
              const iy = g.rows[oy * g.kh + ky] as number;
              for (let ox = 0; ox < g.outWidth; ox++) {
                const ix = g.cols[ox * g.kw + kx] as number;
                const value = iy < 0 || ix < 0 ? 0 : (x[(plane + iy) * g.width + ix] as number);
                sum += (dy[o++] as number) * value;
              }
            }
          }
          dw[k++] = sum;
        }
  }
}
