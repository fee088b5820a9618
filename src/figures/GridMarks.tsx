import { type CellsView, pinCorner } from './GridCells.tsx';
import type { GridWindow } from './gridGeometry.ts';
import { Outlines } from './Outlines.tsx';
import { VirtualCells, VirtualGround } from './VirtualCells.tsx';

interface GridMarksProps {
  readonly cells: CellsView;
  readonly slot: number;
  readonly windows: readonly GridWindow[] | undefined;
}

/**
 * What stands around and over the cells: padding and inserted zeros, outlines, windows, the frame of the pinned cell. A
 * drawing of its own: when a window moves, the browser need not look at hundreds of cells.
 */
export function GridMarks({ cells, slot, windows }: GridMarksProps) {
  const { layout, rows, cols, padding, spread } = cells;
  const { cell } = layout;
  const pin = pinCorner(cells);
  return (
    <svg className="grid-svg grid-marks" viewBox={`0 0 ${slot} ${slot}`} aria-hidden="true">
      <VirtualGround {...{ layout, rows, cols, padding, spread }} />
      <VirtualCells cells={cells} />
      <Outlines cells={cells} />
      <g className="windows">
        {windows?.map((window) => (
          <rect
            key={window.role}
            className={window.role}
            data-connect={window.role}
            x={layout.x0 + window.col * cell}
            y={layout.y0 + window.row * cell}
            width={window.cols * cell}
            height={window.rows * cell}
          />
        ))}
        {pin && <rect className="pin" x={pin[0]} y={pin[1]} width={cell} height={cell} />}
      </g>
    </svg>
  );
}
