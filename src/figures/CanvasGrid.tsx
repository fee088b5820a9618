import { type KeyboardEvent, useMemo } from 'react';
import { useFigure } from './figureContext.ts';
import type { GridLayout, GridWindow } from './gridGeometry.ts';
import { ValueCanvas } from './ValueCanvas.tsx';

interface CanvasGridProps {
  readonly tensor: string;
  readonly rows: number;
  readonly cols: number;
  readonly values: ArrayLike<number>;
  readonly known: ((index: number) => boolean) | undefined;
  readonly max: number;
  readonly layout: GridLayout;
  readonly slot: number;
  readonly titleId: string;
  readonly focusRow: number;
  readonly focusCol: number;
  readonly windows: readonly GridWindow[] | undefined;
  label(row: number, col: number): string;
  onFocusCell(row: number, col: number): void;
  onKeyDown(event: KeyboardEvent<Element>): void;
  onPin(row: number, col: number): void;
}

/**
 * A grid of more than a thousand cells: painted, with the one cell that has the focus as the
 * `gridcell` that assistive technology reads.
 */
export function CanvasGrid(props: CanvasGridProps) {
  const { tensor, rows, cols, values, known, max, layout, slot, focusRow, focusCol, windows } = props;
  const { store } = useFigure();
  const empty = useMemo(() => (known ? (index: number) => !known(index) : undefined), [known]);
  const { cell } = layout;
  const cellAt = (x: number, y: number, box: DOMRect): { row: number; col: number } | undefined => {
    const scale = slot / box.width;
    const col = Math.floor(((x - box.left) * scale - layout.x0) / cell);
    const row = Math.floor(((y - box.top) * scale - layout.y0) / cell);
    return row >= 0 && row < rows && col >= 0 && col < cols ? { row, col } : undefined;
  };
  const percent = (n: number): string => `${(n / slot) * 100}%`;
  const i = focusRow * cols + focusCol;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a painted grid
    <div
      role="grid"
      tabIndex={-1}
      aria-labelledby={props.titleId}
      aria-rowcount={rows}
      aria-colcount={cols}
      className="grid-canvas"
      onPointerMove={(event) => {
        const found = cellAt(event.clientX, event.clientY, event.currentTarget.getBoundingClientRect());
        store.actions.point(found ? { tensor, ...found } : null);
      }}
      onPointerLeave={() => store.actions.point(null)}
      onClick={(event) => {
        const found = cellAt(event.clientX, event.clientY, event.currentTarget.getBoundingClientRect());
        if (!found) return;
        props.onFocusCell(found.row, found.col);
        props.onPin(found.row, found.col);
      }}
      onKeyDown={props.onKeyDown}
    >
      <ValueCanvas {...{ rows, cols, values, empty, max, layout, slot }} />
      {/* biome-ignore lint/a11y/useSemanticElements: a row of a painted grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: its cell is focusable */}
      <div role="row" aria-rowindex={focusRow + 1}>
        {/* biome-ignore lint/a11y/useSemanticElements: the focused cell of a painted grid */}
        <div
          role="gridcell"
          tabIndex={0}
          className="grid-canvas-cell"
          data-row={focusRow}
          data-col={focusCol}
          data-value={known && !known(i) ? undefined : values[i]}
          aria-colindex={focusCol + 1}
          aria-label={props.label(focusRow, focusCol)}
          onFocus={() => store.actions.point({ tensor, row: focusRow, col: focusCol })}
          onBlur={() => store.actions.point(null)}
          style={{
            left: percent(layout.x0 + focusCol * cell),
            top: percent(layout.y0 + focusRow * cell),
            width: percent(cell),
            height: percent(cell),
          }}
        />
      </div>
      {windows?.map((window) => (
        <div
          key={window.role}
          className={`grid-canvas-window ${window.role}`}
          data-connect={window.role}
          style={{
            left: percent(layout.x0 + window.col * cell),
            top: percent(layout.y0 + window.row * cell),
            width: percent(window.cols * cell),
            height: percent(window.rows * cell),
          }}
        />
      ))}
    </div>
  );
}
