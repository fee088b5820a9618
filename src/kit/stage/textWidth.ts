/** How wide a sign of the interface's face is, in its own size. */
function widthOf(sign: string): number {
  if (/[ᄀ-ᇿ⺀-鿿가-힯＀-￯]/.test(sign)) return 1;
  if (/[iIjl.,:;' ·|()]/.test(sign)) return 0.3;
  if (/[mwMW×∂]/.test(sign)) return 0.84;
  return /[A-Z]/.test(sign) ? 0.68 : 0.58;
}

/** A stage asks for the same few letters again and again. */
const known = new Map<string, number>();

/** Roughly how wide a text of the interface's face is, in pixels: good enough to know whether a title has room. */
export function textWidth(text: string, size: number, bold = false): number {
  let em = 0;
  for (const sign of text) {
    const width = known.get(sign) ?? widthOf(sign);
    known.set(sign, width);
    em += width;
  }
  return em * size * (bold ? 1.05 : 1);
}
