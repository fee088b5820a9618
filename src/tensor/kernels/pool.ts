/** Sizes of one plane that is pooled: windows of `size` × `size` that touch, trailing cells unread. */
export interface PoolKernels {
  /**
   * Max pooling and ReLU of `planes` planes in one pass: y = max(window) or, if `rectify`, max(0, …).
   * `at[y]` = oy · xRow + ox of the number taken in the padded input (`inRow` apart), −1 where ReLU is shut.
   *
   * @param x planes `xPlane` apart, rows `xRow` apart
   * @param y planes `yPlane` apart, `yRows` rows `yRow` apart of `yCols` columns
   */
  poolForward(
    x: number,
    xRow: number,
    xPlane: number,
    size: number,
    y: number,
    yRow: number,
    yPlane: number,
    yRows: number,
    yCols: number,
    planes: number,
    rectify: boolean,
    inRow: number,
  ): void;
  /** Lists the dy of one plane that are not zero: `a[list + t]` = dy, `at[list + t]` = its place. @returns how many */
  listGradients(
    y: number,
    dy: number,
    yRow: number,
    dyRow: number,
    yRows: number,
    yCols: number,
    list: number,
  ): number;
}

/** Pooling behind a convolution. Why `a` and `at` are named in each function: see `correlateKernels`. */
export function poolKernels(arena: Float64Array, positions: Int32Array): PoolKernels {
  /** One row of 2 × 2 windows, without inner loops. */
  function pairs(
    x: number,
    xRow: number,
    y: number,
    yCols: number,
    place: number,
    inRow: number,
    rectify: boolean,
  ): void {
    const a = arena;
    const at = positions;
    let i = x;
    let cell = place;
    for (let o = y; o < y + yCols; o++) {
      const v0 = a[i]!;
      const v1 = a[(i + 1) | 0]!;
      const v2 = a[(i + xRow) | 0]!;
      const v3 = a[(i + xRow + 1) | 0]!;
      let best = rectify ? 0 : v0;
      let from = rectify ? -1 : cell;
      if (v0 > best || Number.isNaN(v0)) {
        best = v0;
        from = cell;
      }
      if (v1 > best || Number.isNaN(v1)) {
        best = v1;
        from = (cell + 1) | 0;
      }
      if (v2 > best || Number.isNaN(v2)) {
        best = v2;
        from = (cell + inRow) | 0;
      }
      if (v3 > best || Number.isNaN(v3)) {
        best = v3;
        from = (cell + inRow + 1) | 0;
      }
      a[o] = best;
      at[o] = from;
      i = (i + 2) | 0;
      cell = (cell + 2) | 0;
    }
  }

  return {
    poolForward(x, xRow, xPlane, size, y, yRow, yPlane, yRows, yCols, planes, rectify, inRow) {
      const a = arena;
      const at = positions;
      for (let c = 0; c < planes; c++)
        for (let oy = 0; oy < yRows; oy++) {
          let corner = (x + c * xPlane + oy * size * xRow) | 0;
          let o = (y + c * yPlane + oy * yRow) | 0;
          let cell = (oy * size * inRow) | 0;
          if (size === 2) {
            pairs(corner, xRow, o, yCols, cell, inRow, rectify);
            continue;
          }
          for (let ox = 0; ox < yCols; ox++) {
            // A ReLU is a fifth candidate, 0, that wins unless another is larger.
            let best = rectify ? 0 : a[corner]!;
            let place = rectify ? -1 : cell;
            for (let py = 0; py < size; py++) {
              const row = (corner + Math.imul(py, xRow)) | 0;
              for (let px = 0; px < size; px++) {
                const value = a[(row + px) | 0]!;
                // The first of equal numbers stays; NaN is taken, as by maxPool2d.
                if (value > best || Number.isNaN(value)) {
                  best = value;
                  place = (cell + Math.imul(py, inRow) + px) | 0;
                }
              }
            }
            a[o] = best;
            at[o] = place;
            corner = (corner + size) | 0;
            cell = (cell + size) | 0;
            o = (o + 1) | 0;
          }
        }
    },

    listGradients(y, dy, yRow, dyRow, yRows, yCols, list) {
      const a = arena;
      const at = positions;
      let end = list;
      for (let oy = 0; oy < yRows; oy++)
        for (let ox = 0; ox < yCols; ox++) {
          const place = at[(y + oy * yRow + ox) | 0]!;
          const value = a[(dy + oy * dyRow + ox) | 0]!;
          if (place < 0 || value === 0) continue;
          a[end] = value;
          at[end] = place;
          end = (end + 1) | 0;
        }
      return end - list;
    },
  };
}
