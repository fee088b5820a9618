/**
 * The two gradients of a stride-1 convolution from a list of the places of dy that are not zero.
 * `a[list + t]` is the t-th such dy, `at[list + t]` its place oy · xRow + ox, t < count; all other
 * numbers are places in the arena, `x` and `dx` padded planes as in {@link Correlate}.
 *
 * Behind ReLU and 2 × 2 max pooling only 4 to 17 in a hundred dy are not zero, and leaving out a
 * product with zero changes nothing: this is the exact sum, and it took a third off a training step.
 */
export type GradientAt = (
  list: number,
  count: number,
  x: number,
  xRow: number,
  xPlane: number,
  cin: number,
  w: number,
) => void;

/** Adds to dw [cin, K, K] of one output channel, or to dx. Why `a` and `| 0`: see `correlateKernels`. */
export function sparseKernels(
  arena: Float64Array,
  positions: Int32Array,
): Record<'weightGradientAt3' | 'weightGradientAt5' | 'inputGradientAt3' | 'inputGradientAt5', GradientAt> {
  function weightGradientAt3(
    list: number,
    count: number,
    x: number,
    xRow: number,
    xPlane: number,
    cin: number,
    dw: number,
  ): void {
    const a = arena;
    const at = positions;
    let g = dw;
    for (let ci = 0; ci < cin; ci++)
      for (let ky = 0; ky < 3; ky++) {
        const row = (x + ci * xPlane + ky * xRow) | 0;
        let g0 = a[g]!;
        let g1 = a[(g + 1) | 0]!;
        let g2 = a[(g + 2) | 0]!;
        for (let t = list; t < list + count; t++) {
          const i = (row + at[t]!) | 0;
          const v = a[t]!;
          g0 += v * a[i]!;
          g1 += v * a[(i + 1) | 0]!;
          g2 += v * a[(i + 2) | 0]!;
        }
        a[g] = g0;
        a[(g + 1) | 0] = g1;
        a[(g + 2) | 0] = g2;
        g = (g + 3) | 0;
      }
  }

  function inputGradientAt3(
    list: number,
    count: number,
    dx: number,
    xRow: number,
    xPlane: number,
    cin: number,
    w: number,
  ): void {
    const a = arena;
    const at = positions;
    let k = w;
    for (let ci = 0; ci < cin; ci++)
      for (let ky = 0; ky < 3; ky++) {
        const row = (dx + ci * xPlane + ky * xRow) | 0;
        const k0 = a[k]!;
        const k1 = a[(k + 1) | 0]!;
        const k2 = a[(k + 2) | 0]!;
        for (let t = list; t < list + count; t++) {
          const i = (row + at[t]!) | 0;
          const v = a[t]!;
          a[i] = a[i]! + v * k0;
          a[(i + 1) | 0] = a[(i + 1) | 0]! + v * k1;
          a[(i + 2) | 0] = a[(i + 2) | 0]! + v * k2;
        }
        k = (k + 3) | 0;
      }
  }

  function weightGradientAt5(
    list: number,
    count: number,
    x: number,
    xRow: number,
    xPlane: number,
    cin: number,
    dw: number,
  ): void {
    const a = arena;
    const at = positions;
    let g = dw;
    for (let ci = 0; ci < cin; ci++)
      for (let ky = 0; ky < 5; ky++) {
        const row = (x + ci * xPlane + ky * xRow) | 0;
        let g0 = a[g]!;
        let g1 = a[(g + 1) | 0]!;
        let g2 = a[(g + 2) | 0]!;
        let g3 = a[(g + 3) | 0]!;
        let g4 = a[(g + 4) | 0]!;
        for (let t = list; t < list + count; t++) {
          const i = (row + at[t]!) | 0;
          const v = a[t]!;
          g0 += v * a[i]!;
          g1 += v * a[(i + 1) | 0]!;
          g2 += v * a[(i + 2) | 0]!;
          g3 += v * a[(i + 3) | 0]!;
          g4 += v * a[(i + 4) | 0]!;
        }
        a[g] = g0;
        a[(g + 1) | 0] = g1;
        a[(g + 2) | 0] = g2;
        a[(g + 3) | 0] = g3;
        a[(g + 4) | 0] = g4;
        g = (g + 5) | 0;
      }
  }

  function inputGradientAt5(
    list: number,
    count: number,
    dx: number,
    xRow: number,
    xPlane: number,
    cin: number,
    w: number,
  ): void {
    const a = arena;
    const at = positions;
    let k = w;
    for (let ci = 0; ci < cin; ci++)
      for (let ky = 0; ky < 5; ky++) {
        const row = (dx + ci * xPlane + ky * xRow) | 0;
        const k0 = a[k]!;
        const k1 = a[(k + 1) | 0]!;
        const k2 = a[(k + 2) | 0]!;
        const k3 = a[(k + 3) | 0]!;
        const k4 = a[(k + 4) | 0]!;
        for (let t = list; t < list + count; t++) {
          const i = (row + at[t]!) | 0;
          const v = a[t]!;
          a[i] = a[i]! + v * k0;
          a[(i + 1) | 0] = a[(i + 1) | 0]! + v * k1;
          a[(i + 2) | 0] = a[(i + 2) | 0]! + v * k2;
          a[(i + 3) | 0] = a[(i + 3) | 0]! + v * k3;
          a[(i + 4) | 0] = a[(i + 4) | 0]! + v * k4;
        }
        k = (k + 5) | 0;
      }
  }
  return { weightGradientAt3, weightGradientAt5, inputGradientAt3, inputGradientAt5 };
}
