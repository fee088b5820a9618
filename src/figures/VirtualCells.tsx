import { Fragment, memo, type ReactNode } from 'react';
import type { CellsView } from './GridCells.tsx';
import type { CellMark, GridLayout, Sides } from './gridGeometry.ts';

interface VirtualPlaces {
  readonly rows: number;
  readonly cols: number;
  readonly padding: Sides;
  readonly spread: number;
}

/** Calls for every padding cell and every inserted zero, with its place counted in cells as they are drawn. */
export function eachVirtual(
  { rows, cols, padding, spread }: VirtualPlaces,
  call: (row: number, col: number, inserted: boolean) => void,
): void {
  const tall = (rows - 1) * spread + 1;
  const wide = (cols - 1) * spread + 1;
  for (let r = -padding[0]; r < tall + padding[2]; r++)
    for (let c = -padding[1]; c < wide + padding[3]; c++) {
      const inside = r >= 0 && r < tall && c >= 0 && c < wide;
      if (!inside || r % spread !== 0 || c % spread !== 0) call(r, c, inside);
    }
}

/** How a padding cell or an inserted zero stands out. */
export const virtualMark = (
  { marks, spread }: Pick<CellsView, 'marks' | 'spread'>,
  row: number,
  col: number,
): CellMark | undefined => marks?.get(spread === 1 ? `${row},${col}` : `v${row},${col}`);

/** Which of the page's hatches lies on them. */
type Hatch = 'padding' | 'inserted';

interface Ground extends VirtualPlaces {
  readonly layout: GridLayout;
}

/** The path around the cells of padding, and the one around inserted zeros; empty where there are none. */
export function groundPaths({ layout, ...places }: Ground): Readonly<Record<Hatch, string>> {
  const paths = { padding: '', inserted: '' };
  const { x0, y0, cell } = layout;
  eachVirtual(places, (row, col, inserted) => {
    paths[inserted ? 'inserted' : 'padding'] +=
      `M${x0 + col * cell} ${y0 + row * cell}h${cell}v${cell}h${-cell}z`;
  });
  return paths;
}

/** The hatched ground of padding and inserted zeros, which are drawn and are no cells of the tensor. */
export function VirtualGround(ground: Ground) {
  const paths = groundPaths(ground);
  return (['padding', 'inserted'] as const).map(
    (kind) =>
      paths[kind] && (
        <g key={kind} className={`virtual ${kind}`}>
          <path d={paths[kind]} />
        </g>
      ),
  );
}

/** The zeros that stand in padding and between spread cells, and the outline of those that are read. */
export const VirtualCells = memo(function VirtualCells({ cells }: { readonly cells: CellsView }) {
  const { layout, digits } = cells;
  const { cell } = layout;
  const drawn: ReactNode[] = [];
  eachVirtual(cells, (row, col) => {
    const mark = virtualMark(cells, row, col);
    if (!digits && !mark) return;
    const x = layout.x0 + col * cell;
    const y = layout.y0 + row * cell;
    const badge = digits?.badges ? mark?.badge : undefined;
    drawn.push(
      <Fragment key={`${row},${col}`}>
        {mark?.kind === 'active' && <rect x={x} y={y} width={cell} height={cell} />}
        {digits && (
          <text x={x + cell / 2} y={y + cell / 2 - (badge ? cell * 0.08 : 0)} fontSize={digits.fontSize}>
            0
          </text>
        )}
        {badge && (
          <text className="badge" x={x + cell - 3} y={y + cell - 4} fontSize={digits?.badgeSize}>
            {badge}
          </text>
        )}
      </Fragment>,
    );
  });
  return drawn.length > 0 && <g className="virtual-cells">{drawn}</g>;
});
