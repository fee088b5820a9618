/** Output columns that one pass computes. */
export const TILE = 7;

/**
 * One output plane of a stride-1 convolution, all numbers being places in the arena:
 * y[oy, ox] = b + Σ ci,ky,kx  x[ci, oy + ky, ox + kx] · w[ci, ky, kx], the bias first.
 *
 * @param lists what `listRows` has made of the padded input
 * @param apart from one list to the next
 * @param w [cin, K, K] of this output channel
 * @param y `rows` rows of `yRow` columns. The last pass of a row may hang over it: the next row is written
 *   after that, and behind the last row up to TILE − 1 words are lost
 * @param b the place of one number
 * @param k K, 3 or 5
 */
export type Correlate = (
  lists: number,
  apart: number,
  w: number,
  y: number,
  yRow: number,
  rows: number,
  b: number,
  k: number,
) => void;

export interface CorrelateKernels {
  readonly correlate: Correlate;
  /**
   * For each pass, TILE neighbours in one of `rows` output rows, the stretches of input rows that it reads and
   * that are not all zeros, in the order ci, ky; all in `at`, where a list takes 1 + 2 · cin · K words. It
   * begins with the place where it ends; then come pairs: where the input is read from, and how far its row
   * of weights is behind the first.
   *
   * Padding and empty ground are zeros, which change no sum as long as the weights are finite: of a digit that
   * is half of all.
   *
   * @param x cin planes of `rows` + K − 1 rows of yRow + K − 1 cells, without gaps
   * @param all whether to list zeros too
   * @returns how far the lists are apart
   */
  listRows(
    x: number,
    cin: number,
    k: number,
    yRow: number,
    rows: number,
    lists: number,
    all: boolean,
  ): number;
}

/**
 * The forward kernel for 3 × 3 and 5 × 5.
 *
 * Why it looks like this:
 * - Seven neighbouring outputs and one row of the kernel stand in local variables, which V8 keeps in
 *   registers (x64 has 16). The input slides past: each number is loaded once and used for up to K
 *   outputs. The input is padded with real zeros, so no tap asks whether it is inside.
 * - `if (i < -n) break` is never taken. V8 otherwise moves all loads of a straight block to its top and
 *   all sums to its end, and runs out of registers; a branch after which the sums are still needed pins
 *   them where they are written. Each condition differs, or it would be merged with the one before. What only
 *   a kernel of five needs stands behind such branches too: it is guessed right every time.
 * - `arena` belongs to a function that is called once and never changes there, so V8 compiles its address
 *   and length in. As an argument of the kernel, or as an exported variable, it would be looked up each time.
 *   Each function names it `a` before its first loop: where it is read from outside first within a loop, V8
 *   does not know in time that it is a constant, and that was a sixth of a forward pass.
 * - `| 0` tells V8 that the index stays a 32-bit integer, without a test for overflow.
 * - Sums are in double precision: JavaScript has no float32 arithmetic to be faster with, only rounding.
 */
export function correlateKernels(arena: Float64Array, positions: Int32Array): CorrelateKernels {
  function correlate(
    lists: number,
    apart: number,
    w: number,
    y: number,
    yRow: number,
    rows: number,
    b: number,
    k: number,
  ): void {
    const a = arena;
    const at = positions;
    const five = k > 3;
    // A double from the array: a number passed as an argument could be of any kind, and would be boxed.
    const bias = a[b]!;
    let list = lists;
    for (let oy = 0; oy < rows; oy++)
      for (let ox = 0; ox < yRow; ox += 7) {
        let s0 = bias;
        let s1 = bias;
        let s2 = bias;
        let s3 = bias;
        let s4 = bias;
        let s5 = bias;
        let s6 = bias;
        const end = at[list]!;
        for (let t = (list + 1) | 0; t < end; t = (t + 2) | 0) {
          const i = at[t]!;
          const c = (at[(t + 1) | 0]! + w) | 0;
          const k0 = a[c]!;
          const k1 = a[(c + 1) | 0]!;
          const k2 = a[(c + 2) | 0]!;
          const k3 = a[(c + 3) | 0]!;
          const k4 = a[(c + 4) | 0]!;
          const v0 = a[i]!;
          s0 += k0 * v0;
          const v1 = a[(i + 1) | 0]!;
          s1 += k0 * v1;
          s0 += k1 * v1;
          const v2 = a[(i + 2) | 0]!;
          s2 += k0 * v2;
          s1 += k1 * v2;
          s0 += k2 * v2;
          if (i < -3) break;
          const v3 = a[(i + 3) | 0]!;
          s3 += k0 * v3;
          s2 += k1 * v3;
          s1 += k2 * v3;
          const v4 = a[(i + 4) | 0]!;
          s4 += k0 * v4;
          s3 += k1 * v4;
          s2 += k2 * v4;
          const v5 = a[(i + 5) | 0]!;
          s5 += k0 * v5;
          s4 += k1 * v5;
          s3 += k2 * v5;
          if (five) {
            s0 += k3 * v3;
            s1 += k3 * v4;
            s0 += k4 * v4;
            s2 += k3 * v5;
            s1 += k4 * v5;
          }
          const v6 = a[(i + 6) | 0]!;
          s6 += k0 * v6;
          s5 += k1 * v6;
          s4 += k2 * v6;
          const v7 = a[(i + 7) | 0]!;
          s6 += k1 * v7;
          s5 += k2 * v7;
          const v8 = a[(i + 8) | 0]!;
          s6 += k2 * v8;
          if (!five) continue;
          s3 += k3 * v6;
          s2 += k4 * v6;
          s4 += k3 * v7;
          s3 += k4 * v7;
          s5 += k3 * v8;
          s4 += k4 * v8;
          const v9 = a[(i + 9) | 0]!;
          s6 += k3 * v9;
          s5 += k4 * v9;
          if (i < -10) break;
          const v10 = a[(i + 10) | 0]!;
          s6 += k4 * v10;
        }
        const o = (y + oy * yRow + ox) | 0;
        a[o] = s0;
        a[(o + 1) | 0] = s1;
        a[(o + 2) | 0] = s2;
        a[(o + 3) | 0] = s3;
        a[(o + 4) | 0] = s4;
        a[(o + 5) | 0] = s5;
        a[(o + 6) | 0] = s6;
        list = (list + apart) | 0;
      }
  }

  function listRows(
    x: number,
    cin: number,
    k: number,
    yRow: number,
    rows: number,
    lists: number,
    all: boolean,
  ): number {
    const a = arena;
    const at = positions;
    const apart = 1 + 2 * cin * k;
    const passes = Math.ceil(yRow / TILE);
    for (let n = 0; n < rows * passes; n++) at[lists + n * apart] = lists + n * apart + 1;
    let row = x;
    for (let ci = 0; ci < cin; ci++)
      for (let iy = 0; iy < rows + k - 1; iy++, row += yRow + k - 1)
        for (let n = 0; n < passes; n++) {
          const start = row + n * TILE;
          const end = start + TILE + k - 1;
          let i = start;
          while (i < end && a[i] === 0) i++;
          if (!all && i === end) continue;
          for (let ky = Math.max(0, iy - rows + 1); ky < k && ky <= iy; ky++) {
            const list = lists + ((iy - ky) * passes + n) * apart;
            const next = at[list]!;
            at[next] = start;
            at[next + 1] = (ci * k + ky) * k;
            at[list] = next + 2;
          }
        }
    return apart;
  }

  return { correlate, listRows };
}
