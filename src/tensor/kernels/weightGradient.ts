/**
 * Adds to dw[ci, ky, kx] of one output channel Σ oy,ox dy[oy, ox] · x[ci, oy + ky, ox + kx]; all numbers
 * are places in the arena.
 *
 * @param x as in {@link Correlate} · @param dw [cin, K, K]
 * @param dy `rows` rows, `dyRow` apart, of `dyCols` columns, a multiple of TILE; zero past the width
 */
export type WeightGradient = (
  x: number,
  xRow: number,
  xPlane: number,
  cin: number,
  dw: number,
  dy: number,
  dyRow: number,
  dyCols: number,
  rows: number,
) => void;

/**
 * The gradient of the weights where every dy counts. Built like `correlateKernels` (the reasons stand
 * there): a row of the gradient and seven neighbours of dy are local variables, the input slides past.
 */
export function weightGradientKernels(arena: Float64Array): {
  weightGradient3: WeightGradient;
  weightGradient5: WeightGradient;
} {
  function weightGradient3(
    x: number,
    xRow: number,
    xPlane: number,
    cin: number,
    dw: number,
    dy: number,
    dyRow: number,
    dyCols: number,
    rows: number,
  ): void {
    const a = arena;
    for (let ci = 0; ci < cin; ci++)
      for (let ky = 0; ky < 3; ky++) {
        const g = (dw + (ci * 3 + ky) * 3) | 0;
        let g0 = a[g]!;
        let g1 = a[(g + 1) | 0]!;
        let g2 = a[(g + 2) | 0]!;
        for (let oy = 0; oy < rows; oy++) {
          let i = (x + ci * xPlane + (oy + ky) * xRow) | 0;
          let o = (dy + oy * dyRow) | 0;
          for (let ox = 0; ox < dyCols; ox += 7) {
            const d0 = a[o]!;
            const d1 = a[(o + 1) | 0]!;
            const d2 = a[(o + 2) | 0]!;
            const d3 = a[(o + 3) | 0]!;
            const d4 = a[(o + 4) | 0]!;
            const d5 = a[(o + 5) | 0]!;
            const d6 = a[(o + 6) | 0]!;
            let v: number;
            v = a[i]!;
            g0 += d0 * v;
            if (i < -1) break;
            v = a[(i + 1) | 0]!;
            g0 += d1 * v;
            g1 += d0 * v;
            if (i < -2) break;
            v = a[(i + 2) | 0]!;
            g0 += d2 * v;
            g1 += d1 * v;
            g2 += d0 * v;
            if (i < -3) break;
            v = a[(i + 3) | 0]!;
            g0 += d3 * v;
            g1 += d2 * v;
            g2 += d1 * v;
            if (i < -4) break;
            v = a[(i + 4) | 0]!;
            g0 += d4 * v;
            g1 += d3 * v;
            g2 += d2 * v;
            if (i < -5) break;
            v = a[(i + 5) | 0]!;
            g0 += d5 * v;
            g1 += d4 * v;
            g2 += d3 * v;
            if (i < -6) break;
            v = a[(i + 6) | 0]!;
            g0 += d6 * v;
            g1 += d5 * v;
            g2 += d4 * v;
            if (i < -7) break;
            v = a[(i + 7) | 0]!;
            g1 += d6 * v;
            g2 += d5 * v;
            if (i < -8) break;
            v = a[(i + 8) | 0]!;
            g2 += d6 * v;

            i = (i + 7) | 0;
            o = (o + 7) | 0;
          }
        }
        a[g] = g0;
        a[(g + 1) | 0] = g1;
        a[(g + 2) | 0] = g2;
      }
  }

  function weightGradient5(
    x: number,
    xRow: number,
    xPlane: number,
    cin: number,
    dw: number,
    dy: number,
    dyRow: number,
    dyCols: number,
    rows: number,
  ): void {
    const a = arena;
    for (let ci = 0; ci < cin; ci++)
      for (let ky = 0; ky < 5; ky++) {
        const g = (dw + (ci * 5 + ky) * 5) | 0;
        let g0 = a[g]!;
        let g1 = a[(g + 1) | 0]!;
        let g2 = a[(g + 2) | 0]!;
        let g3 = a[(g + 3) | 0]!;
        let g4 = a[(g + 4) | 0]!;
        for (let oy = 0; oy < rows; oy++) {
          let i = (x + ci * xPlane + (oy + ky) * xRow) | 0;
          let o = (dy + oy * dyRow) | 0;
          for (let ox = 0; ox < dyCols; ox += 7) {
            const d0 = a[o]!;
            const d1 = a[(o + 1) | 0]!;
            const d2 = a[(o + 2) | 0]!;
            const d3 = a[(o + 3) | 0]!;
            const d4 = a[(o + 4) | 0]!;
            const d5 = a[(o + 5) | 0]!;
            const d6 = a[(o + 6) | 0]!;
            let v: number;
            v = a[i]!;
            g0 += d0 * v;
            if (i < -1) break;
            v = a[(i + 1) | 0]!;
            g0 += d1 * v;
            g1 += d0 * v;
            if (i < -2) break;
            v = a[(i + 2) | 0]!;
            g0 += d2 * v;
            g1 += d1 * v;
            g2 += d0 * v;
            if (i < -3) break;
            v = a[(i + 3) | 0]!;
            g0 += d3 * v;
            g1 += d2 * v;
            g2 += d1 * v;
            g3 += d0 * v;
            if (i < -4) break;
            v = a[(i + 4) | 0]!;
            g0 += d4 * v;
            g1 += d3 * v;
            g2 += d2 * v;
            g3 += d1 * v;
            g4 += d0 * v;
            if (i < -5) break;
            v = a[(i + 5) | 0]!;
            g0 += d5 * v;
            g1 += d4 * v;
            g2 += d3 * v;
            g3 += d2 * v;
            g4 += d1 * v;
            if (i < -6) break;
            v = a[(i + 6) | 0]!;
            g0 += d6 * v;
            g1 += d5 * v;
            g2 += d4 * v;
            g3 += d3 * v;
            g4 += d2 * v;
            if (i < -7) break;
            v = a[(i + 7) | 0]!;
            g1 += d6 * v;
            g2 += d5 * v;
            g3 += d4 * v;
            g4 += d3 * v;
            if (i < -8) break;
            v = a[(i + 8) | 0]!;
            g2 += d6 * v;
            g3 += d5 * v;
            g4 += d4 * v;
            if (i < -9) break;
            v = a[(i + 9) | 0]!;
            g3 += d6 * v;
            g4 += d5 * v;
            if (i < -10) break;
            v = a[(i + 10) | 0]!;
            g4 += d6 * v;

            i = (i + 7) | 0;
            o = (o + 7) | 0;
          }
        }
        a[g] = g0;
        a[(g + 1) | 0] = g1;
        a[(g + 2) | 0] = g2;
        a[(g + 3) | 0] = g3;
        a[(g + 4) | 0] = g4;
      }
  }
  return { weightGradient3, weightGradient5 };
}
