import type { GridWindow } from '../scene/view.ts';
import type { ForwardLayer } from './layer.ts';

/** Row and column of a cell of a square, counted row by row. */
export const cellAt = (cell: number, side: number): readonly [row: number, col: number] => [
  Math.floor(cell / side),
  cell % side,
];

/** The window over the input that makes an output cell. */
export const inputWindow = (
  { extent, sides }: Pick<ForwardLayer, 'extent' | 'sides'>,
  stride: number,
  [row, col]: readonly [number, number],
  role: GridWindow['role'] = 'window',
): GridWindow => ({
  row: row * stride - sides[0],
  col: col * stride - sides[1],
  rows: extent,
  cols: extent,
  role,
});

/** One cell, outlined. */
export const oneCell = (
  [row, col]: readonly [number, number],
  role: GridWindow['role'] = 'result',
): GridWindow => ({ row, col, rows: 1, cols: 1, role });
