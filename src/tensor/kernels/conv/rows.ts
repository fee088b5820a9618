import { TILE, type Walk } from './walk.ts';

/** Why the kernel gets its array like this: see `correlateKernels`. */
export function rowKernels(arena: Float64Array) {
  /**
   * For each pass, TILE neighbours in one output row, the rows of the kernel whose stretch of x is not all zeros. A
   * list begins with the place where it ends; then come pairs: where x is read, and the row's first tap.
   *
   * Padding and empty ground are zeros, which change no sum as long as the weights are finite: of a digit that is half
   * of all. All output channels read the same lists.
   *
   * @param x the place of the first window · @param all whether to list zeros too
   */
  function listRows(walk: Walk, x: number, all: boolean, lists: Int32Array): void {
    const a = arena;
    const { taps, tap, kw, xRow, xCol, rows, cols } = walk;
    const reach = (TILE - 1) * xCol + (kw - 1) * tap;
    let next = 0;
    for (let oy = 0; oy < rows; oy++)
      for (let ox = 0; ox < cols; ox += TILE) {
        const start = x + oy * xRow + ox * xCol;
        const head = next++;
        for (let t = 0; t < taps.length; t += kw) {
          const from = (start + taps[t]!) | 0;
          const end = (from + reach) | 0;
          let i = from;
          if (!all) while (i <= end && a[i] === 0) i = (i + 1) | 0;
          if (i > end) continue;
          lists[next] = from;
          lists[next + 1] = t;
          next += 2;
        }
        lists[head] = next;
      }
  }
  return { listRows };
}
