/** Output columns that one pass computes. */
export const TILE = 7;

/**
 * One output plane of a stride-1 convolution, all numbers being places in the arena:
 * y[oy, ox] = b + Σ ci,ky,kx  x[ci, oy + ky, ox + kx] · w[ci, ky, kx].
 *
 * @param x the padded input, cin planes `xPlane` apart whose rows are `xRow` apart, at least yRow + K − 1
 * @param w [cin, K, K] of this output channel
 * @param y `rows` rows of `yRow` columns. The last pass of a row may hang over it: the next row is written
 *   after that, and behind the last row up to TILE − 1 words are lost
 * @param b the place of one number
 */
export type Correlate = (
  x: number,
  xRow: number,
  xPlane: number,
  cin: number,
  w: number,
  y: number,
  yRow: number,
  rows: number,
  b: number,
) => void;

/**
 * The forward kernels for 3 × 3 and 5 × 5, also used for the gradient of the input (with the kernel
 * turned and its channel axes swapped).
 *
 * Why they look like this:
 * - Seven neighbouring outputs and one row of the kernel stand in local variables, which V8 keeps in
 *   registers (x64 has 16). The input slides past: each number is loaded once and used for up to K
 *   outputs. The input is padded with real zeros, so no tap asks whether it is inside.
 * - `if (i < -n) break` is never taken. V8 otherwise moves all loads of a straight block to its top and
 *   all sums to its end, and runs out of registers; a branch after which the sums are still needed pins
 *   them where they are written. Each condition differs, or it would be merged with the one before.
 * - `arena` belongs to a function that is called once and never changes there, so V8 compiles its address
 *   and length in. As an argument of the kernel, or as an exported variable, it would be looked up each time.
 *   Each kernel names it `a` before its first loop: where it is read from outside first within a loop, V8
 *   does not know in time that it is a constant, and that was a sixth of a forward pass.
 * - `| 0` tells V8 that the index stays a 32-bit integer, without a test for overflow.
 * - Sums are in double precision: JavaScript has no float32 arithmetic to be faster with, only rounding.
 */
export function correlateKernels(arena: Float64Array): { correlate3: Correlate; correlate5: Correlate } {
  function correlate3(
    x: number,
    xRow: number,
    xPlane: number,
    cin: number,
    w: number,
    y: number,
    yRow: number,
    rows: number,
    b: number,
  ): void {
    const a = arena;
    // A double from the array: a number passed as an argument could be of any kind, and would be boxed.
    const bias = a[b]!;
    for (let oy = 0; oy < rows; oy++)
      for (let ox = 0; ox < yRow; ox += 7) {
        let s0 = bias;
        let s1 = bias;
        let s2 = bias;
        let s3 = bias;
        let s4 = bias;
        let s5 = bias;
        let s6 = bias;
        let k = w;
        for (let ci = 0; ci < cin; ci++) {
          let i = (x + ci * xPlane + oy * xRow + ox) | 0;
          for (let ky = 0; ky < 3; ky++) {
            const k0 = a[k]!;
            const k1 = a[(k + 1) | 0]!;
            const k2 = a[(k + 2) | 0]!;
            let v: number;
            v = a[i]!;
            s0 += k0 * v;
            if (i < -1) break;
            v = a[(i + 1) | 0]!;
            s0 += k1 * v;
            s1 += k0 * v;
            if (i < -2) break;
            v = a[(i + 2) | 0]!;
            s0 += k2 * v;
            s1 += k1 * v;
            s2 += k0 * v;
            if (i < -3) break;
            v = a[(i + 3) | 0]!;
            s1 += k2 * v;
            s2 += k1 * v;
            s3 += k0 * v;
            if (i < -4) break;
            v = a[(i + 4) | 0]!;
            s2 += k2 * v;
            s3 += k1 * v;
            s4 += k0 * v;
            if (i < -5) break;
            v = a[(i + 5) | 0]!;
            s3 += k2 * v;
            s4 += k1 * v;
            s5 += k0 * v;
            if (i < -6) break;
            v = a[(i + 6) | 0]!;
            s4 += k2 * v;
            s5 += k1 * v;
            s6 += k0 * v;
            if (i < -7) break;
            v = a[(i + 7) | 0]!;
            s5 += k2 * v;
            s6 += k1 * v;
            if (i < -8) break;
            v = a[(i + 8) | 0]!;
            s6 += k2 * v;

            i = (i + xRow) | 0;
            k = (k + 3) | 0;
          }
        }
        const o = (y + oy * yRow + ox) | 0;
        a[o] = s0;
        a[(o + 1) | 0] = s1;
        a[(o + 2) | 0] = s2;
        a[(o + 3) | 0] = s3;
        a[(o + 4) | 0] = s4;
        a[(o + 5) | 0] = s5;
        a[(o + 6) | 0] = s6;
      }
  }

  function correlate5(
    x: number,
    xRow: number,
    xPlane: number,
    cin: number,
    w: number,
    y: number,
    yRow: number,
    rows: number,
    b: number,
  ): void {
    const a = arena;
    // A double from the array: a number passed as an argument could be of any kind, and would be boxed.
    const bias = a[b]!;
    for (let oy = 0; oy < rows; oy++)
      for (let ox = 0; ox < yRow; ox += 7) {
        let s0 = bias;
        let s1 = bias;
        let s2 = bias;
        let s3 = bias;
        let s4 = bias;
        let s5 = bias;
        let s6 = bias;
        let k = w;
        for (let ci = 0; ci < cin; ci++) {
          let i = (x + ci * xPlane + oy * xRow + ox) | 0;
          for (let ky = 0; ky < 5; ky++) {
            const k0 = a[k]!;
            const k1 = a[(k + 1) | 0]!;
            const k2 = a[(k + 2) | 0]!;
            const k3 = a[(k + 3) | 0]!;
            const k4 = a[(k + 4) | 0]!;
            let v: number;
            v = a[i]!;
            s0 += k0 * v;
            if (i < -1) break;
            v = a[(i + 1) | 0]!;
            s0 += k1 * v;
            s1 += k0 * v;
            if (i < -2) break;
            v = a[(i + 2) | 0]!;
            s0 += k2 * v;
            s1 += k1 * v;
            s2 += k0 * v;
            if (i < -3) break;
            v = a[(i + 3) | 0]!;
            s0 += k3 * v;
            s1 += k2 * v;
            s2 += k1 * v;
            s3 += k0 * v;
            if (i < -4) break;
            v = a[(i + 4) | 0]!;
            s0 += k4 * v;
            s1 += k3 * v;
            s2 += k2 * v;
            s3 += k1 * v;
            s4 += k0 * v;
            if (i < -5) break;
            v = a[(i + 5) | 0]!;
            s1 += k4 * v;
            s2 += k3 * v;
            s3 += k2 * v;
            s4 += k1 * v;
            s5 += k0 * v;
            if (i < -6) break;
            v = a[(i + 6) | 0]!;
            s2 += k4 * v;
            s3 += k3 * v;
            s4 += k2 * v;
            s5 += k1 * v;
            s6 += k0 * v;
            if (i < -7) break;
            v = a[(i + 7) | 0]!;
            s3 += k4 * v;
            s4 += k3 * v;
            s5 += k2 * v;
            s6 += k1 * v;
            if (i < -8) break;
            v = a[(i + 8) | 0]!;
            s4 += k4 * v;
            s5 += k3 * v;
            s6 += k2 * v;
            if (i < -9) break;
            v = a[(i + 9) | 0]!;
            s5 += k4 * v;
            s6 += k3 * v;
            if (i < -10) break;
            v = a[(i + 10) | 0]!;
            s6 += k4 * v;

            i = (i + xRow) | 0;
            k = (k + 5) | 0;
          }
        }
        const o = (y + oy * yRow + ox) | 0;
        a[o] = s0;
        a[(o + 1) | 0] = s1;
        a[(o + 2) | 0] = s2;
        a[(o + 3) | 0] = s3;
        a[(o + 4) | 0] = s4;
        a[(o + 5) | 0] = s5;
        a[(o + 6) | 0] = s6;
      }
  }

  return { correlate3, correlate5 };
}
