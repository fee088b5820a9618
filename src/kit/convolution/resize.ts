/** Typed numbers on a square of another size: rows and columns keep their places, new cells are 0. */
export function resizeSquare(values: readonly number[], side: number): number[] {
  const from = Math.round(Math.sqrt(values.length));
  return Array.from({ length: side * side }, (_, i) => {
    const row = Math.floor(i / side);
    const col = i % side;
    return row < from && col < from ? (values[row * from + col] ?? 0) : 0;
  });
}

/** The numbers with one of them changed. */
export function edited(values: ArrayLike<number>, index: number, value: number): number[] {
  const changed = Array.from(values);
  changed[index] = value;
  return changed;
}
