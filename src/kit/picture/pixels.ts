/** The bytes of a picture with transparency, composited on white. Tells whether anything shone through. */
export function onWhite(rgba: Uint8ClampedArray): { rgb: Uint8ClampedArray; transparent: boolean } {
  const rgb = new Uint8ClampedArray((rgba.length / 4) * 3);
  let transparent = false;
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    const alpha = (rgba[from + 3] as number) / 255;
    if (alpha < 1) transparent = true;
    for (let c = 0; c < 3; c++) rgb[to + c] = (rgba[from + c] as number) * alpha + 255 * (1 - alpha);
  }
  return { rgb, transparent };
}
