/**
 * A square picture at another size, each pixel the mean of those that it covers, wholly or in part: whole numbers, row by row.
 *
 * @param pixels from × from numbers
 */
export function averaged(pixels: ArrayLike<number>, from: number, side: number): number[] {
  return Array.from({ length: side * side }, (_, i) => {
    const [row, col] = [Math.floor(i / side), i % side];
    const [top, bottom] = [Math.floor((row * from) / side), Math.ceil(((row + 1) * from) / side)];
    const [left, right] = [Math.floor((col * from) / side), Math.ceil(((col + 1) * from) / side)];
    let sum = 0;
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) sum += pixels[y * from + x] as number;
    return Math.round(sum / ((bottom - top) * (right - left)));
  });
}
