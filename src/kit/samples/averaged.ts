/**
 * A square picture at another size, each pixel the mean of those that it covers, wholly or in part: whole numbers, row by row.
 *
 * @param pixels from × from numbers
 */
export const averaged = (pixels: ArrayLike<number>, from: number, side: number): number[] =>
  averagedTo(pixels, [from, from], [side, side]);

type Size = readonly [rows: number, cols: number];

/** The same for any rectangle. @param pixels rows × cols numbers of `from` */
export function averagedTo(pixels: ArrayLike<number>, from: Size, to: Size): number[] {
  return Array.from({ length: to[0] * to[1] }, (_, i) => {
    const [row, col] = [Math.floor(i / to[1]), i % to[1]];
    const [top, bottom] = [Math.floor((row * from[0]) / to[0]), Math.ceil(((row + 1) * from[0]) / to[0])];
    const [left, right] = [Math.floor((col * from[1]) / to[1]), Math.ceil(((col + 1) * from[1]) / to[1])];
    let sum = 0;
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) sum += pixels[y * from[1] + x] as number;
    return Math.round(sum / ((bottom - top) * (right - left)));
  });
}
