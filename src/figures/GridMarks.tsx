import { type CellsView, pinCorner } from './GridCells.tsx';
import type { GridLayout, GridWindow } from './gridGeometry.ts';
import { Outlines } from './Outlines.tsx';
import { VirtualCells, VirtualGround } from './VirtualCells.tsx';

interface GridMarksProps {
  readonly cells: CellsView;
  readonly slot: number;
  /** Where the windows stand; the cells may be those of before. */
  readonly layout: GridLayout;
  readonly windows: readonly GridWindow[] | undefined;
}

/**
 * What stands around and over the cells: padding and inserted zeros, outlines, windows, the frame of the pinned cell. A
 * drawing of its own: when a window moves, the browser need not look at hundreds of cells.
 */
export function GridMarks({ cells, slot, layout, windows }: GridMarksProps) {
  const { rows, cols, padding, spread } = cells;
  const pin = pinCorner(cells);
  return (
    <svg className="grid-svg grid-marks" viewBox={`0 0 ${slot} ${slot}`} aria-hidden="true">
      <VirtualGround {...{ rows, cols, padding, spread }} layout={cells.layout} />
      <VirtualCells cells={cells} />
      <Outlines cells={cells} />
      <g className="windows">
        {windows?.map((window) => (
          <rect
            key={window.role}
            className={window.role}
            data-connect={window.role}
            x={layout.x0 + window.col * layout.cell}
            y={layout.y0 + window.row * layout.cell}
            width={window.cols * layout.cell}
            height={window.rows * layout.cell}
          />
        ))}
        {pin && (
          <rect className="pin" x={pin[0]} y={pin[1]} width={cells.layout.cell} height={cells.layout.cell} />
        )}
      </g>
    </svg>
  );
}
