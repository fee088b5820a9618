export interface DenseKernels {
  /** Whether all numbers from one place up to another are finite. */
  finite(start: number, end: number): boolean;
  /**
   * y[j] = b[j] + Σ i w[j, i] · x[i] for one sample, w [outs, ins]; then ReLU, if `rectify`. Only the inputs
   * that are not zero are read: behind a ReLU that is about half.
   *
   * @param list scratch of `ins` places in `at`
   * @param all whether to read zeros too, which make a difference to weights that are not finite
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
    all: boolean,
  ): void;
  /**
   * Adds dy[j] · x[i] to dw[j, i] and dy[j] to db[j], and writes dx[i] = Σ j dy[j] · w[j, i]. A dy of 0 is
   * passed over.
   *
   * @param y if ≥ 0, the outputs of a ReLU behind the layer: dy counts only where y is not 0
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
  ): void;
}

/** The dense layer. Why `a` and `at` are named in each function, and `| 0`: see `correlateKernels`. */
export function denseKernels(arena: Float64Array, positions: Int32Array): DenseKernels {
  return {
    finite(start, end) {
      const a = arena;
      for (let i = start; i < end; i++) if (a[i]! - a[i]! !== 0) return false;
      return true;
    },

    denseForward(x, ins, w, b, y, outs, rectify, list, all) {
      const a = arena;
      const at = positions;
      let end = list;
      for (let i = 0; i < ins; i++)
        if (all || a[(x + i) | 0] !== 0) {
          at[end] = i;
          end = (end + 1) | 0;
        }
      for (let j = 0; j < outs; j++) {
        const k = (w + j * ins) | 0;
        let sum = 0;
        for (let t = list; t < end; t++) {
          const i = at[t]!;
          sum += a[(x + i) | 0]! * a[(k + i) | 0]!;
        }
        sum += a[(b + j) | 0]!;
        a[(y + j) | 0] = rectify && sum <= 0 ? 0 : sum;
      }
    },

    denseBackward(x, ins, w, dw, db, y, dy, outs, dx) {
      const a = arena;
      a.fill(0, dx, dx + ins);
      for (let j = 0; j < outs; j++) {
        const d = a[(dy + j) | 0]!;
        if (d === 0 || (y >= 0 && a[(y + j) | 0] === 0)) continue;
        a[(db + j) | 0] = a[(db + j) | 0]! + d;
        const k = (w + j * ins) | 0;
        const g = (dw + j * ins) | 0;
        for (let i = 0; i < ins; i++) {
          a[(dx + i) | 0] = a[(dx + i) | 0]! + d * a[(k + i) | 0]!;
          a[(g + i) | 0] = a[(g + i) | 0]! + d * a[(x + i) | 0]!;
        }
      }
    },
  };
}
