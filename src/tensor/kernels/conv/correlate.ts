import type { Walk } from './walk.ts';

/**
 * Why the kernels are made by a function that gets the array, and name it `a`: V8 compiles the address and length of a
 * constant into functions of which there is one only. As an argument of the kernel it looks both up at each read, which
 * makes a forward pass a quarter slower, and half of a backward one. So it is with the first plan of a page; with
 * more than one, all are compiled in the slower way.
 */
export function correlateKernels(arena: Float64Array) {
  /**
   * Two output channels of a convolution: y[j, oy, ox] = b[j] + Σ t  w[t, j] · x[window + tap t], for j < 2. All other
   * arguments are places in `a`; x is padded with zeros, so that no tap asks whether it is inside.
   *
   * Any kernel, stride and dilation goes through here, for they are only other steps. Why it is fast: the sums of
   * TILE columns and two channels stand in local variables, and each number read from memory is used for two or four
   * of them. In JavaScript every read carries a test of its bounds, so that the reads, not the sums, decide.
   *
   * The sums are written here and not by a function: as arguments of a call V8 puts each into an object of its own.
   * Sums are in double precision: JavaScript has no float32 arithmetic to be faster with, only rounding. `| 0` tells
   * V8 that an index stays a 32-bit integer.
   *
   * @param lists what `listRows` made of x
   * @param w [taps, 2] · @param b [2]
   * @param relu whether max(0, …) is written
   */
  function correlateTwo(
    { xCol, tap, kw, yRow, yChannel, rows, cols }: Walk,
    lists: Int32Array,
    w: number,
    b: number,
    y: number,
    relu: boolean,
  ): void {
    const a = arena;
    let list = 0;
    for (let oy = 0; oy < rows; oy++)
      for (let ox = 0; ox < cols; ox += 4) {
        let p0 = a[b]!;
        let q0 = a[b + 1]!;
        let p1 = p0;
        let q1 = q0;
        let p2 = p0;
        let q2 = q0;
        let p3 = p0;
        let q3 = q0;
        const end = lists[list]!;
        for (let t = list + 1; t < end; t += 2) {
          let i0 = lists[t]!;
          let k = (w + 2 * lists[t + 1]!) | 0;
          const last = (i0 + kw * tap) | 0;
          for (; i0 < last; i0 = (i0 + tap) | 0) {
            const wp = a[k]!;
            const wq = a[(k + 1) | 0]!;
            k = (k + 2) | 0;
            const v0 = a[i0]!;
            p0 += wp * v0;
            q0 += wq * v0;
            const i1 = (i0 + xCol) | 0;
            const v1 = a[i1]!;
            p1 += wp * v1;
            q1 += wq * v1;
            const i2 = (i1 + xCol) | 0;
            const v2 = a[i2]!;
            p2 += wp * v2;
            q2 += wq * v2;
            const v3 = a[(i2 + xCol) | 0]!;
            p3 += wp * v3;
            q3 += wq * v3;
          }
        }
        list = end;
        const o = (y + oy * yRow + ox) | 0;
        const left = cols - ox;
        const q = (o + yChannel) | 0;
        a[o] = relu && p0 <= 0 ? 0 : p0;
        a[q] = relu && q0 <= 0 ? 0 : q0;
        if (left > 1) {
          a[o + 1] = relu && p1 <= 0 ? 0 : p1;
          a[q + 1] = relu && q1 <= 0 ? 0 : q1;
        }
        if (left > 2) {
          a[o + 2] = relu && p2 <= 0 ? 0 : p2;
          a[q + 2] = relu && q2 <= 0 ? 0 : q2;
        }
        if (left > 3) {
          a[o + 3] = relu && p3 <= 0 ? 0 : p3;
          a[q + 3] = relu && q3 <= 0 ? 0 : q3;
        }
      }
  }

  /** The same for one channel: what is left of a number of channels that four does not divide. @param w [taps] */
  function correlateOne(
    { xCol, tap, kw, yRow, rows, cols }: Walk,
    lists: Int32Array,
    w: number,
    b: number,
    y: number,
    relu: boolean,
  ): void {
    const a = arena;
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
        const o = (y + oy * yRow + ox) | 0;
        const left = cols - ox;
        a[o] = relu && p0 <= 0 ? 0 : p0;
        if (left > 1) a[o + 1] = relu && p1 <= 0 ? 0 : p1;
        if (left > 2) a[o + 2] = relu && p2 <= 0 ? 0 : p2;
        if (left > 3) a[o + 3] = relu && p3 <= 0 ? 0 : p3;
      }
  }

  return { correlateTwo, correlateOne };
}
