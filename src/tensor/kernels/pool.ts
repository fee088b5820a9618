export interface PoolKernels {
  /**
   * One row of max pooling and ReLU: y = max(window) or, if `rectify`, max(0, …). Windows are 2 × 2 and
   * touch; with `side` 1 a window is one cell, and this is ReLU alone or a copy.
   * `at[y]` is where the number taken stands, counted from the plane's first cell; −1 where ReLU is shut.
   *
   * @param x the first cell of the first window, whose rows are `xRow` apart
   * @param y `cols` numbers
   * @param cell what `at` calls the first cell of the first window, in rows `row` apart
   */
  poolRow(
    x: number,
    xRow: number,
    side: number,
    y: number,
    cols: number,
    cell: number,
    row: number,
    rectify: boolean,
  ): void;
  /**
   * Lists the dy of one row that are not zero, from `list` on: `a[t]` = dy, `at[t]` = its place, as `poolRow`
   * has written it at y.
   *
   * @returns the end of the list
   */
  listRow(y: number, dy: number, cols: number, list: number): number;
}

/** 1 if v is taken after another: the first of equal numbers stays, NaN is taken, as by maxPool2d. */
function larger(v: number, other: number): number {
  return Number(v > other) | Number(Number.isNaN(v));
}

/** Pooling behind a convolution. Why `a` and `at` are named in each function: see `correlateKernels`. */
export function poolKernels(arena: Float64Array, positions: Int32Array): PoolKernels {
  return {
    poolRow(x, xRow, side, y, cols, cell, row, rectify) {
      const a = arena;
      const at = positions;
      // From the first cell of a window to the others: of a window of one cell there are none.
      const right = (side - 1) | 0;
      const below = Math.imul(right, xRow);
      let i = x | 0;
      for (let o = y; o < y + cols; o++) {
        // Comparisons that count as 0 or 1, without a branch: which number wins cannot be guessed.
        const upper = (i + (right & larger(a[(i + right) | 0]!, a[i]!))) | 0;
        const j = (i + below) | 0;
        const lower = (j + (right & larger(a[(j + right) | 0]!, a[j]!))) | 0;
        const isLower = right & larger(a[lower]!, a[upper]!);
        const taken = (upper + ((lower - upper) & -isLower)) | 0;
        const best = a[taken]!;
        const shut = rectify && best <= 0;
        a[o] = shut ? 0 : best;
        at[o] = shut ? -1 : (cell + taken - x + ((row - xRow) & -isLower)) | 0;
        i = (i + side) | 0;
      }
    },

    listRow(y, dy, cols, list) {
      const a = arena;
      const at = positions;
      let end = list;
      for (let ox = 0; ox < cols; ox++) {
        const place = at[(y + ox) | 0]!;
        const value = a[(dy + ox) | 0]!;
        if (place < 0 || value === 0) continue;
        a[end] = value;
        at[end] = place;
        end = (end + 1) | 0;
      }
      return end;
    },
  };
}
