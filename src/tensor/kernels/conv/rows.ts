import { TILE, type Walk } from './walk.ts';

/** Why the kernel gets its array like this: see `correlateKernels`. */
export function rowKernels(arena: Float64Array) {
  /**
   * For each word of a box that begins at x the next place in the box, from it on, that does not hold 0; so that each
   * number is looked at once, and not by every window over it.
   *
   * @param next one longer than the box, whose length it holds at its end
   */
  function listNext(x: number, next: Int32Array): void {
    const a = arena;
    const words = next.length - 1;
    let found = words;
    next[words] = words;
    for (let i = words - 1; i >= 0; i--) {
      if (a[(x + i) | 0] !== 0) found = i;
      next[i] = found;
    }
  }

  return { listNext };
}

/**
 * For each pass, TILE neighbours in one output row, the rows of the kernel whose stretch of x is not all zeros. A
 * list begins with the place where it ends; then come pairs: where x is read, and the row's first tap.
 *
 * Padding and empty ground are zeros, which change no sum as long as the weights are finite: of a digit that is half
 * of all. All output channels read the same lists.
 *
 * @param x where the box begins · @param shift where in the box the first window begins
 * @param next what `listNext` made of the box, or null to list zeros too
 */
export function listRows(
  { taps, tap, kw, xRow, xCol, rows, cols }: Walk,
  x: number,
  shift: number,
  next: Int32Array | null,
  lists: Int32Array,
): void {
  const reach = (TILE - 1) * xCol + (kw - 1) * tap;
  let at = 0;
  for (let oy = 0; oy < rows; oy++)
    for (let ox = 0; ox < cols; ox += TILE) {
      const start = shift + oy * xRow + ox * xCol;
      const head = at++;
      for (let t = 0; t < taps.length; t += kw) {
        const from = (start + taps[t]!) | 0;
        if (next && next[from]! > from + reach) continue;
        lists[at] = x + from;
        lists[at + 1] = t;
        at += 2;
      }
      lists[head] = at;
    }
}
