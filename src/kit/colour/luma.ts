/** Weights of red, green and blue in the grey value (ITU-R BT.601). */
export const LUMA = [0.299, 0.587, 0.114] as const;

/** The grey values of pixels whose red, green and blue stand side by side, rounded to whole numbers. */
export function greyOf(rgb: ArrayLike<number>): Float64Array {
  const at = (i: number, c: 0 | 1 | 2): number => LUMA[c] * (rgb[i * 3 + c] as number);
  return Float64Array.from({ length: rgb.length / 3 }, (_, i) => Math.round(at(i, 0) + at(i, 1) + at(i, 2)));
}
