/**
 * Takes out of a rendered page what no reader gets anything from: KaTeX writes each formula's source into its
 * MathML as an annotation, and a namespace that HTML knows by itself.
 */
export function trimMarkup(html: string): string {
  return html
    .replace(/<annotation encoding="application\/x-tex">[^<]*<\/annotation>/g, '')
    .replace(/<\/?semantics>/g, '')
    .replaceAll(' xmlns="http://www.w3.org/1998/Math/MathML"', '')
    .replace(/<(rect|circle|line|path|polygon|polyline|ellipse|use)((?:\s[^<>]*)?)><\/\1>/g, '<$1$2/>');
}
