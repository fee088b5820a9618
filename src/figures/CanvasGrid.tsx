import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useFigure } from './figureContext.ts';
import type { GridLayout, GridWindow } from './gridGeometry.ts';
import { strength } from './valueScale.ts';

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

type Rgb = readonly [number, number, number];

function rgbOf(element: Element, variable: string, context: CanvasRenderingContext2D): Rgb {
  context.fillStyle = getComputedStyle(element).getPropertyValue(variable).trim() || '#808080';
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
  return [r, g, b];
}

/**
 * A grid of more than a thousand cells: painted, with the one cell that has the focus as the
 * `gridcell` that assistive technology reads.
 */
export function CanvasGrid(props: CanvasGridProps) {
  const { tensor, rows, cols, values, known, max, layout, slot, focusRow, focusCol, windows } = props;
  const { store } = useFigure();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d', { willReadFrequently: true });
    if (!element || !context) return;
    const paint = (): void => {
      const [zero, positive, negative] = ['--value-zero', '--value-positive', '--value-negative'].map(
        (name) => rgbOf(element, name, context),
      ) as [Rgb, Rgb, Rgb];
      const image = context.createImageData(cols, rows);
      for (let i = 0; i < rows * cols; i++) {
        if (known && !known(i)) continue;
        const s = strength(values[i] as number, max);
        const end = s < 0 ? negative : positive;
        for (let channel = 0; channel < 3; channel++) {
          const from = zero[channel] as number;
          image.data[i * 4 + channel] = from + ((end[channel] as number) - from) * Math.abs(s);
        }
        image.data[i * 4 + 3] = 255;
      }
      context.putImageData(image, 0, 0);
    };
    paint();
    const theme = new MutationObserver(paint);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => theme.disconnect();
  }, [rows, cols, values, known, max]);
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
      <canvas
        ref={canvas}
        width={cols}
        height={rows}
        aria-hidden="true"
        style={{
          left: percent(layout.x0),
          top: percent(layout.y0),
          width: percent(cols * cell),
          height: percent(rows * cell),
        }}
      />
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
