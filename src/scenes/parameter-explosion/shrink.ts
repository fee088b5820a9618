/** One channel of a picture, row by row. */
export interface Plane {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float64Array;
}

/** The largest rows × cols of the same proportions with at most `most` pixels; null when not even one fits. */
export function largestSize(rows: number, cols: number, most: number): { rows: number; cols: number } | null {
  if (most < 1) return null;
  const tall = Math.max(1, Math.min(rows, Math.floor(Math.sqrt((most * rows) / cols))));
  const wide = Math.max(1, Math.min(cols, Math.floor(most / tall), Math.round((tall * cols) / rows)));
  return { rows: tall, cols: wide };
}

/** Where part i of n begins, when `size` pixels are shared out: parts differ by one pixel at most. */
const edge = (i: number, n: number, size: number): number => Math.floor((i * size) / n);

/** The pixels of the large picture that one pixel of the small one stands for. */
export interface Box {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly cols: number;
}

export function boxOf(
  large: { readonly rows: number; readonly cols: number },
  small: { readonly rows: number; readonly cols: number },
  row: number,
  col: number,
): Box {
  const top = edge(row, small.rows, large.rows);
  const left = edge(col, small.cols, large.cols);
  return {
    top,
    left,
    rows: edge(row + 1, small.rows, large.rows) - top,
    cols: edge(col + 1, small.cols, large.cols) - left,
  };
}

/** The sum of the pixels in a box. */
export function sumOfBox(plane: Plane, { top, left, rows, cols }: Box): number {
  let sum = 0;
  for (let y = top; y < top + rows; y++)
    for (let x = left; x < left + cols; x++) sum += plane.data[y * plane.cols + x] as number;
  return sum;
}

/** A smaller picture, each pixel the average of the box of pixels that it stands for. */
export function shrink(plane: Plane, rows: number, cols: number): Plane {
  const data = new Float64Array(rows * cols);
  for (let row = 0; row < rows; row++)
    for (let col = 0; col < cols; col++) {
      const box = boxOf(plane, { rows, cols }, row, col);
      data[row * cols + col] = sumOfBox(plane, box) / (box.rows * box.cols);
    }
  return { rows, cols, data };
}
