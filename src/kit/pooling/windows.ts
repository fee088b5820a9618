import { inputWindow } from '../convolution/windows.ts';
import type { MarkBook } from '../scene/marks.ts';
import type { GridWindow } from '../scene/view.ts';
import type { PoolLayer } from './layer.ts';

/** The window over the map that makes an output cell; it may hang over the far sides. */
export const poolWindow = (
  layer: Pick<PoolLayer, 'extent' | 'stride' | 'sides'>,
  at: readonly [number, number],
  role: GridWindow['role'] = 'window',
): GridWindow => inputWindow(layer, layer.stride, at, role);

/** Whether a row of the map, or a column, is read by some window. */
export function isRowRead({ out, stride, extent, sides }: PoolLayer, row: number): boolean {
  const at = row + sides[0];
  const last = Math.min(out - 1, Math.floor(at / stride));
  return at - last * stride < extent;
}

/** Cells of the map that no window reads, at the far side or in gaps between windows: grey, their gradient is 0. */
export function markUnreadCells(layer: PoolLayer, marks: MarkBook, grids: readonly string[]): void {
  const { side, x } = layer;
  const read = Array.from({ length: side }, (_, row) => isRowRead(layer, row));
  if (read.every(Boolean)) return;
  for (const grid of grids)
    for (let plane = 0; plane < (x.shape[1] as number); plane++)
      for (let row = 0; row < side; row++)
        for (let col = 0; col < side; col++)
          if (!read[row] || !read[col]) marks.cell({ grid, plane, row, col }, { kind: 'unread' });
}
