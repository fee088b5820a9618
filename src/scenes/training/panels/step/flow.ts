/** Places pieces of known widths one behind the other, and goes on in the next line where one does not fit. Pure. */
export function flow(
  widths: readonly number[],
  width: number,
  gap: number,
): readonly { readonly line: number; readonly x: number }[] {
  let [line, x] = [0, 0];
  return widths.map((piece) => {
    if (x > 0 && x + piece > width) {
      line++;
      x = 0;
    }
    const place = { line, x };
    x += piece + gap;
    return place;
  });
}
