import type { ReactNode } from 'react';
import { printNumber } from '../formula/numbers.ts';
import type { CellMark, GridLayout, Sides } from './gridGeometry.ts';
import type { GridDigits } from './useGridDigits.ts';

interface VirtualCellsProps {
  readonly layout: GridLayout;
  readonly rows: number;
  readonly cols: number;
  readonly padding: Sides;
  readonly spread: number;
  readonly marks: ReadonlyMap<string, CellMark> | undefined;
  readonly digits: GridDigits | null;
  readonly value: ((row: number, col: number) => number) | undefined;
}

/** Padding and inserted zeros: drawn, hatched, and no cells of the tensor. */
export function VirtualCells(props: VirtualCellsProps) {
  const { layout, rows, cols, padding, spread, marks, digits, value } = props;
  if (padding.every((side) => side === 0) && spread === 1) return null;
  const cells: ReactNode[] = [];
  // Cells without digits are hundreds: all of a kind are one drawing.
  const bare = { padding: '', inserted: '' };
  const tall = (rows - 1) * spread + 1;
  const wide = (cols - 1) * spread + 1;
  for (let r = -padding[0]; r < tall + padding[2]; r++)
    for (let c = -padding[1]; c < wide + padding[3]; c++) {
      const inside = r >= 0 && r < tall && c >= 0 && c < wide;
      if (inside && r % spread === 0 && c % spread === 0) continue;
      const x = layout.x0 + c * layout.cell;
      const y = layout.y0 + r * layout.cell;
      const mark = marks?.get(spread === 1 ? `${r},${c}` : `v${r},${c}`);
      const badge = digits?.badges ? mark?.badge : undefined;
      if (!digits && !mark) {
        bare[inside ? 'inserted' : 'padding'] += `M${x} ${y}h${layout.cell}v${layout.cell}h${-layout.cell}z`;
        continue;
      }
      cells.push(
        <g key={`${r},${c}`} className={`virtual ${inside ? 'inserted' : 'padding'} ${mark?.kind ?? ''}`}>
          <rect x={x} y={y} width={layout.cell} height={layout.cell} />
          {digits && (
            <text
              x={x + layout.cell / 2}
              y={y + layout.cell / 2 - (badge ? layout.cell * 0.08 : 0)}
              fontSize={digits.fontSize}
            >
              {printNumber(value ? value(r, c) : 0, { digits: 2 }).text}
            </text>
          )}
          {badge && (
            <text
              className="badge"
              x={x + layout.cell - 3}
              y={y + layout.cell - 4}
              fontSize={digits?.badgeSize}
            >
              {badge}
            </text>
          )}
        </g>,
      );
    }
  return (
    <g aria-hidden="true">
      {(['padding', 'inserted'] as const).map(
        (kind) =>
          bare[kind] && (
            <g key={kind} className={`virtual ${kind}`}>
              <path d={bare[kind]} />
            </g>
          ),
      )}
      {cells}
    </g>
  );
}
