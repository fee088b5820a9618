export interface DenseKernels {
  /**
   * y[j] = b[j] + Σ i w[j, i] · x[i] for one sample, w [outs, ins]; then ReLU, if `rectify`. Only the inputs
   * that are not zero are read: behind a ReLU that is about half.
   *
   * @param list scratch of `ins` places in `at`
   */
  denseForward(
    x: number,
    ins: number,
    w: number,
    b: number,
    y: number,
    outs: number,
    rectify: boolean,
    list: number,
  ): void;
  /**
   * Adds dy[j] · x[i] to dw[j, i] and dy[j] to db[j], and writes dx[i] = Σ j dy[j] · w[j, i]. Where x or dy
   * is 0, nothing is added.
   *
   * @param y if ≥ 0, the outputs of a ReLU behind the layer: dy counts only where y is not 0
   * @param list as above
   */
  denseBackward(
    x: number,
    ins: number,
    w: number,
    dw: number,
    db: number,
    y: number,
    dy: number,
    outs: number,
    dx: number,
    list: number,
  ): void;
}

/** The dense layer. Why `a` and `at` are named in each function, and `| 0`: see `correlateKernels`. */
export function denseKernels(arena: Float64Array, positions: Int32Array): DenseKernels {
  function listNonZero(x: number, ins: number, list: number): number {
    const a = arena;
    const at = positions;
    let end = list;
    for (let i = 0; i < ins; i++)
      if (a[(x + i) | 0] !== 0) {
        at[end] = i;
        end = (end + 1) | 0;
      }
    return end;
  }

  return {
    denseForward(x, ins, w, b, y, outs, rectify, list) {
      const a = arena;
      const at = positions;
      const end = listNonZero(x, ins, list);
      // Four outputs at a time: four chains of additions do not wait for one another.
      for (let j = 0; j < outs; j += 4) {
        // Past the last output: the first of the four again, and not stored.
        const k0 = (w + j * ins) | 0;
        const k1 = j + 1 < outs ? (k0 + ins) | 0 : k0;
        const k2 = j + 2 < outs ? (k1 + ins) | 0 : k0;
        const k3 = j + 3 < outs ? (k2 + ins) | 0 : k0;
        let s0 = 0;
        let s1 = 0;
        let s2 = 0;
        let s3 = 0;
        for (let t = list; t < end; t++) {
          const i = at[t]!;
          const v = a[(x + i) | 0]!;
          s0 += v * a[(k0 + i) | 0]!;
          s1 += v * a[(k1 + i) | 0]!;
          s2 += v * a[(k2 + i) | 0]!;
          s3 += v * a[(k3 + i) | 0]!;
        }
        a[(y + j) | 0] = s0;
        if (j + 1 < outs) a[(y + j + 1) | 0] = s1;
        if (j + 2 < outs) a[(y + j + 2) | 0] = s2;
        if (j + 3 < outs) a[(y + j + 3) | 0] = s3;
      }
      for (let j = 0; j < outs; j++) {
        const value = a[(y + j) | 0]! + a[(b + j) | 0]!;
        a[(y + j) | 0] = rectify && value <= 0 ? 0 : value;
      }
    },

    denseBackward(x, ins, w, dw, db, y, dy, outs, dx, list) {
      const a = arena;
      const at = positions;
      const end = listNonZero(x, ins, list);
      a.fill(0, dx, dx + ins);
      for (let j = 0; j < outs; j++) {
        const d = a[(dy + j) | 0]!;
        if (d === 0 || (y >= 0 && a[(y + j) | 0] === 0)) continue;
        a[(db + j) | 0] = a[(db + j) | 0]! + d;
        const k = (w + j * ins) | 0;
        for (let i = 0; i < ins; i++) a[(dx + i) | 0] = a[(dx + i) | 0]! + d * a[(k + i) | 0]!;
        const g = (dw + j * ins) | 0;
        for (let t = list; t < end; t++) {
          const i = at[t]!;
          a[(g + i) | 0] = a[(g + i) | 0]! + d * a[(x + i) | 0]!;
        }
      }
    },
  };
}
