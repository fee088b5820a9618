import { useRef } from 'react';
import type { CellMark, GridLayout } from './gridGeometry.ts';
import { onThemeChange } from './pageTheme.ts';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.ts';
import { paintValues, valuePalette } from './valuePalette.ts';

interface ValueCanvasProps {
  readonly rows: number;
  readonly cols: number;
  readonly values: ArrayLike<number>;
  /** Cells that are left empty; default: none. */
  readonly empty: ((index: number) => boolean) | undefined;
  readonly max: number;
  readonly layout: GridLayout;
  readonly slot: number;
}

/** The cells that have no colour: not yet computed, or never read. */
export function emptyCells(
  known: ((index: number) => boolean) | undefined,
  marks: ReadonlyMap<string, CellMark> | undefined,
  cols: number,
): (index: number) => boolean {
  const unread = new Set<number>();
  for (const [key, { kind }] of marks ?? []) {
    const [row, col] = key.split(',').map(Number);
    if (kind === 'unread') unread.add((row as number) * cols + (col as number));
  }
  return (index) => unread.has(index) || !(known?.(index) ?? true);
}

/** The colours of a grid, one pixel a cell, laid where the layout has the cells. Painted in the frame that shows it. */
export function ValueCanvas({ rows, cols, values, empty, max, layout, slot }: ValueCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useIsomorphicLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d', { willReadFrequently: true });
    if (!element || !context) return;
    const paint = (): void => {
      const image = context.createImageData(cols, rows);
      paintValues(image.data, values, max, valuePalette(element.parentElement ?? element), { empty });
      context.putImageData(image, 0, 0);
    };
    paint();
    return onThemeChange(paint);
  }, [rows, cols, values, empty, max]);
  const percent = (n: number): string => `${(n / slot) * 100}%`;
  return (
    <canvas
      ref={canvas}
      className="value-canvas"
      width={cols}
      height={rows}
      aria-hidden="true"
      style={{
        left: percent(layout.x0),
        top: percent(layout.y0),
        width: percent(cols * layout.cell),
        height: percent(rows * layout.cell),
      }}
    />
  );
}
