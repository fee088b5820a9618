import { type CellsView, cornerOf, GridCells } from './GridCells.tsx';
import type { GridWindow } from './gridGeometry.ts';
import { Outlines } from './Outlines.tsx';
import { VirtualCells, VirtualGround } from './VirtualCells.tsx';

interface GridDrawingProps {
  /** What is to be seen. */
  readonly now: CellsView;
  /** The cells to draw in this frame; while they are not those of `now`, a canvas stands for them. */
  readonly cells: CellsView;
}

/** Ground, cells and outlines of a grid. Bare cells are never seen, so their outlines do not wait for them. */
export function GridDrawing({ now, cells }: GridDrawingProps) {
  const late = cells !== now;
  const { bare, layout, rows, cols, padding, spread } = now;
  return (
    <>
      <VirtualGround {...{ layout, rows, cols, padding, spread }} />
      <g opacity={late ? 0 : undefined}>
        <GridCells cells={cells} />
      </g>
      <g opacity={late && !bare ? 0 : undefined}>
        <VirtualCells cells={bare ? now : cells} />
        <Outlines cells={bare ? now : cells} />
      </g>
    </>
  );
}

interface GridWindowsProps {
  readonly view: CellsView;
  readonly windows: readonly GridWindow[] | undefined;
}

/** The windows that stand over a grid, and the frame of the pinned cell. */
export function GridWindows({ view, windows }: GridWindowsProps) {
  const { layout, pinned, rows, cols } = view;
  const { cell } = layout;
  const pin =
    pinned && pinned.row < rows && pinned.col < cols ? cornerOf(view, pinned.row, pinned.col) : null;
  return (
    <g className="windows" aria-hidden="true">
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
  );
}
