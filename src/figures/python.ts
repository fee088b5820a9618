/** Numbers as a Python list of rows, one line a row: `[[1, 2],\n [3, 4]]`. */
export function pythonRows(values: ArrayLike<number>, cols: number): string {
  const all = Array.from(values);
  const rows: string[] = [];
  for (let i = 0; i < all.length; i += cols) rows.push(`[${all.slice(i, i + cols).join(', ')}]`);
  return `[${rows.join(',\n     ')}]`;
}

/** Numbers as one Python list. */
export const pythonList = (values: ArrayLike<number>): string => `[${Array.from(values).join(', ')}]`;
