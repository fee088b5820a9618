/** Roughly how wide a text of the interface's face is, in pixels: good enough to know whether a title has room. */
export function textWidth(text: string, size: number, bold = false): number {
  let em = 0;
  for (const sign of text) {
    if (/[ᄀ-ᇿ⺀-鿿가-힯＀-￯]/.test(sign)) em += 1;
    else if (/[iIjl.,:;' ·|()]/.test(sign)) em += 0.3;
    else if (/[mwMW×∂]/.test(sign)) em += 0.84;
    else if (/[A-Z]/.test(sign)) em += 0.68;
    else em += 0.58;
  }
  return em * size * (bold ? 1.05 : 1);
}
