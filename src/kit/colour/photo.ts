/** Paints grey values: `black` and `white` are the numbers of the darkest and the brightest. */
export function paintGrey(
  rgba: Uint8ClampedArray,
  values: ArrayLike<number>,
  { black = 0, white = 1, first = 0 } = {},
): void {
  const scale = 255 / (white - black);
  for (let i = 0; i < rgba.length / 4; i++) {
    const grey = ((values[first + i] as number) - black) * scale;
    rgba.fill(grey, i * 4, i * 4 + 3);
    rgba[i * 4 + 3] = 255;
  }
}

/** Paints three planes as red, green and blue. */
export function paintRgb(
  rgba: Uint8ClampedArray,
  values: ArrayLike<number>,
  { black = 0, white = 1 } = {},
): void {
  const count = rgba.length / 4;
  const scale = 255 / (white - black);
  for (let i = 0; i < count; i++) {
    for (let plane = 0; plane < 3; plane++)
      rgba[i * 4 + plane] = ((values[plane * count + i] as number) - black) * scale;
    rgba[i * 4 + 3] = 255;
  }
}

/** Paints bytes as they are: red, green and blue of a pixel stand side by side. */
export function paintPixels(rgba: Uint8ClampedArray, rgb: ArrayLike<number>): void {
  for (let i = 0; i < rgba.length; i++)
    rgba[i] = i % 4 === 3 ? 255 : (rgb[Math.floor(i / 4) * 3 + (i % 4)] as number);
}
