import type { Walk } from './walk.ts';

/**
 * Four output channels of a convolution: y[j, oy, ox] = b[j] + Σ t  w[t, j] · x[window + tap t], for j < 4. All other
 * arguments are places in `a`; x is padded with zeros, so that no tap asks whether it is inside.
 *
 * Any kernel, stride and dilation goes through here, for they are only other steps. Why it is fast: the sums of
 * TILE columns and four channels stand in local variables, and each number read from memory is used for four of
 * them. In JavaScript every read carries a test of its bounds, so that the reads, not the sums, decide.
 *
 * Sums are in double precision: JavaScript has no float32 arithmetic to be faster with, only rounding. `| 0` tells
 * V8 that an index stays a 32-bit integer.
 *
 * @param lists what `listRows` made of x
 * @param w [taps, 4] · @param b [4]
 * @param relu whether max(0, …) is written
 */
export function correlateFour(
  a: Float64Array,
  { xCol, tap, kw, yRow, yChannel, rows, cols }: Walk,
  lists: Int32Array,
  w: number,
  b: number,
  y: number,
  relu: boolean,
): void {
  let list = 0;
  for (let oy = 0; oy < rows; oy++)
    for (let ox = 0; ox < cols; ox += 4) {
      let p0 = a[b]!;
      let q0 = a[b + 1]!;
      let r0 = a[b + 2]!;
      let s0 = a[b + 3]!;
      let p1 = p0;
      let q1 = q0;
      let r1 = r0;
      let s1 = s0;
      let p2 = p0;
      let q2 = q0;
      let r2 = r0;
      let s2 = s0;
      let p3 = p0;
      let q3 = q0;
      let r3 = r0;
      let s3 = s0;
      const end = lists[list]!;
      for (let t = list + 1; t < end; t += 2) {
        let i0 = lists[t]!;
        let k = (w + 4 * lists[t + 1]!) | 0;
        const last = (i0 + kw * tap) | 0;
        for (; i0 < last; i0 = (i0 + tap) | 0) {
          const wp = a[k]!;
          const wq = a[(k + 1) | 0]!;
          const wr = a[(k + 2) | 0]!;
          const ws = a[(k + 3) | 0]!;
          k = (k + 4) | 0;
          const v0 = a[i0]!;
          p0 += wp * v0;
          q0 += wq * v0;
          r0 += wr * v0;
          s0 += ws * v0;
          const i1 = (i0 + xCol) | 0;
          const v1 = a[i1]!;
          p1 += wp * v1;
          q1 += wq * v1;
          r1 += wr * v1;
          s1 += ws * v1;
          const i2 = (i1 + xCol) | 0;
          const v2 = a[i2]!;
          p2 += wp * v2;
          q2 += wq * v2;
          r2 += wr * v2;
          s2 += ws * v2;
          const v3 = a[(i2 + xCol) | 0]!;
          p3 += wp * v3;
          q3 += wq * v3;
          r3 += wr * v3;
          s3 += ws * v3;
        }
      }
      list = end;
      const o = y + oy * yRow + ox;
      const left = cols - ox;
      put(a, o, left, p0, p1, p2, p3, relu);
      put(a, o + yChannel, left, q0, q1, q2, q3, relu);
      put(a, o + 2 * yChannel, left, r0, r1, r2, r3, relu);
      put(a, o + 3 * yChannel, left, s0, s1, s2, s3, relu);
    }
}

/** The same for one channel: what is left of a number of channels that four does not divide. @param w [taps] */
export function correlateOne(
  a: Float64Array,
  { xCol, tap, kw, yRow, rows, cols }: Walk,
  lists: Int32Array,
  w: number,
  b: number,
  y: number,
  relu: boolean,
): void {
  let list = 0;
  for (let oy = 0; oy < rows; oy++)
    for (let ox = 0; ox < cols; ox += 4) {
      let p0 = a[b]!;
      let p1 = p0;
      let p2 = p0;
      let p3 = p0;
      const end = lists[list]!;
      for (let t = list + 1; t < end; t += 2) {
        let i0 = lists[t]!;
        let k = (w + lists[t + 1]!) | 0;
        const last = (i0 + kw * tap) | 0;
        for (; i0 < last; i0 = (i0 + tap) | 0) {
          const weight = a[k]!;
          k = (k + 1) | 0;
          const i1 = (i0 + xCol) | 0;
          const i2 = (i1 + xCol) | 0;
          p0 += weight * a[i0]!;
          p1 += weight * a[i1]!;
          p2 += weight * a[i2]!;
          p3 += weight * a[(i2 + xCol) | 0]!;
        }
      }
      list = end;
      put(a, y + oy * yRow + ox, cols - ox, p0, p1, p2, p3, relu);
    }
}

/** Writes as many of four neighbours as there are left in the row. */
function put(
  a: Float64Array,
  o: number,
  left: number,
  v0: number,
  v1: number,
  v2: number,
  v3: number,
  relu: boolean,
): void {
  a[o] = relu && v0 <= 0 ? 0 : v0;
  if (left > 1) a[o + 1] = relu && v1 <= 0 ? 0 : v1;
  if (left > 2) a[o + 2] = relu && v2 <= 0 ? 0 : v2;
  if (left > 3) a[o + 3] = relu && v3 <= 0 ? 0 : v3;
}
