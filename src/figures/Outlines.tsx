import { memo, type ReactNode } from 'react';
import { type CellsView, cornerOf } from './GridCells.tsx';
import type { CellMark } from './gridGeometry.ts';

/** Marks that are drawn as an outline. */
const OUTLINED: ReadonlySet<CellMark['kind']> = new Set(['active', 'target', 'reached']);

/** Calls for every cell that has an outline, with its corner in the drawing. */
export function eachOutline(
  cells: CellsView,
  call: (key: string, kind: 'active' | 'target' | 'reached', x: number, y: number) => void,
): void {
  for (const [key, { kind }] of cells.marks ?? [])
    if (OUTLINED.has(kind) && /^\d+,\d+$/.test(key)) {
      const [row, col] = key.split(',').map(Number) as [number, number];
      const [x, y] = cornerOf(cells, row, col);
      call(key, kind as 'active' | 'target' | 'reached', x, y);
    }
}

/** The outlines of cells. They lie above all cells, so that no neighbour covers an edge. */
export const Outlines = memo(function Outlines({ cells }: { readonly cells: CellsView }) {
  const { cell } = cells.layout;
  const drawn: ReactNode[] = [];
  eachOutline(cells, (key, kind, x, y) => {
    drawn.push(<rect key={key} className={kind} x={x} y={y} width={cell} height={cell} />);
  });
  return <g className="windows">{drawn}</g>;
});
