/** What stands where a moved picture has left a gap: zeros, or what went out on the other side. */
export type Border = 'zeros' | 'circular';

/** Where a number of a moved square came from; null: a zero came in from outside. */
export function sourceOf(
  row: number,
  col: number,
  side: number,
  [down, right]: readonly [number, number],
  border: Border,
): readonly [row: number, col: number] | null {
  const from = [row - down, col - right] as const;
  if (border === 'circular') return [wrap(from[0], side), wrap(from[1], side)];
  return from.every((at) => at >= 0 && at < side) ? from : null;
}

export const wrap = (at: number, side: number): number => ((at % side) + side) % side;

/** A square of numbers moved down and to the right by whole cells. */
export function shifted(
  values: ArrayLike<number>,
  side: number,
  by: readonly [number, number],
  border: Border,
): Float64Array {
  return Float64Array.from({ length: side * side }, (_, i) => {
    const from = sourceOf(Math.floor(i / side), i % side, side, by, border);
    return from ? (values[from[0] * side + from[1]] as number) : 0;
  });
}

/** A stretch of rows as the square has it: cut at its edges, or in two pieces where it goes round. */
export function spans(
  [first, last]: readonly [first: number, last: number],
  side: number,
  border: Border,
): readonly (readonly [start: number, length: number])[] {
  if (border === 'zeros') {
    const [start, end] = [Math.max(0, first), Math.min(side - 1, last)];
    return end < start ? [] : [[start, end - start + 1]];
  }
  const start = wrap(first, side);
  const length = Math.min(side, last - first + 1);
  const before = Math.min(length, side - start);
  return before === length
    ? [[start, length]]
    : [
        [start, before],
        [0, length - before],
      ];
}
