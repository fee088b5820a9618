import { useRef } from 'react';
import { type CellsView, cornerOf, pinCorner, short, shownIn } from './GridCells.tsx';
import type { CellMark, GridWindow } from './gridGeometry.ts';
import { eachOutline } from './Outlines.tsx';
import {
  type Box,
  brushOf,
  canvasSize,
  hatch,
  inksOf,
  MIDDLE,
  paintBoxes,
  type Writing,
  write,
} from './painting.ts';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.ts';
import { eachVirtual, groundPaths, virtualMark } from './VirtualCells.tsx';
import { valuePalette } from './valuePalette.ts';

/** Paints the cells as the sheet `figure.css` has them drawn. */
function paint(
  context: CanvasRenderingContext2D,
  view: CellsView,
  windows: readonly GridWindow[],
  box: Element,
): void {
  const inks = inksOf(box);
  const { ink, sum, window, zero, face, unread: kept } = inks;
  const palette = valuePalette(box);
  const { rows, cols, layout, digits, marks, max } = view;
  const { cell } = layout;
  const grounds = groundPaths(view);
  hatch(context, 'padding', grounds.padding, ink);
  hatch(context, 'inserted', grounds.inserted, ink);
  const boxes: Box[] = [];
  const numbers: Writing[] = [];
  const sums: Writing[] = [];
  const badges: Writing[] = [];
  const size = digits?.fontSize ?? 0;
  const middle = (x: number, y: number) => ({ x: x + cell / 2, y: y + cell / 2 + MIDDLE * size });
  const badgeOf = (mark: CellMark | undefined, x: number, y: number): boolean => {
    if (!digits?.badges || !mark?.badge) return false;
    const text = mark.badge;
    badges.push({ x: x + cell - 3, y: y + cell - 4, text, colour: ink['--role-weight'] });
    return true;
  };
  for (let row = 0; row < rows; row++)
    for (let col = 0; col < cols; col++) {
      const { value, part } = shownIn(view, row * cols + col);
      const shown = value ?? part;
      const mark = marks?.get(`${row},${col}`);
      const [x, y] = cornerOf(view, row, col);
      const unread = mark?.kind === 'unread';
      const colour =
        value === undefined ? ink[part === undefined ? '--ground' : '--card'] : palette.of(value, max);
      boxes.push({ x, y, width: cell, height: cell, colour, alpha: unread ? kept : 1 });
      if (shown === undefined || !digits) continue;
      const place = middle(x, badgeOf(mark, x, y) ? y - cell * 0.08 : y);
      if (value === undefined) sums.push({ ...place, text: short(shown), colour: sum });
      else numbers.push({ ...place, text: short(shown), colour: ink[unread ? '--ink-soft' : '--ink'] });
    }
  paintBoxes(context, boxes, inks, 1);
  const edges = { active: ink['--role-weight'], target: sum, reached: ink['--role-output'] };
  const outline = (kind: keyof typeof edges, x: number, y: number): void => {
    context.lineWidth = kind === 'reached' ? 2 : 3;
    context.strokeStyle = edges[kind];
    context.strokeRect(x, y, cell, cell);
  };
  eachOutline(view, (_, kind, x, y) => outline(kind, x, y));
  eachVirtual(view, (row, col) => {
    const mark = virtualMark(view, row, col);
    const [x, y] = [layout.x0 + col * cell, layout.y0 + row * cell];
    if (mark?.kind === 'active') outline('active', x, y);
    if (!digits) return;
    const badge = badgeOf(mark, x, y);
    numbers.push({ ...middle(x, badge ? y - cell * 0.08 : y), text: '0', colour: zero });
  });
  if (digits) {
    write(context, numbers, { weight: 400, size, face, align: 'center' });
    write(context, sums, { weight: 600, size, face, align: 'center' });
    write(context, badges, { weight: 550, size: digits.badgeSize, face, align: 'right' });
  }
  const frame = (x: number, y: number, width: number, height: number): void => {
    context.beginPath();
    context.roundRect(x, y, width, height, 2);
    context.stroke();
  };
  for (const { role, row, col, rows, cols } of windows) {
    context.lineWidth = role === 'window' ? 2.5 : 3;
    context.strokeStyle = role === 'window' ? window : sum;
    frame(layout.x0 + col * cell, layout.y0 + row * cell, cols * cell, rows * cell);
  }
  const pin = pinCorner(view);
  if (!pin) return;
  context.lineWidth = 2.5;
  context.strokeStyle = ink['--ink'];
  context.setLineDash([4, 3]);
  frame(...pin, cell, cell);
  context.setLineDash([]);
}

interface PaintedCellsProps {
  /** null while the drawing itself stands there: the canvas is kept for the next time. */
  readonly view: CellsView | null;
  readonly windows: readonly GridWindow[] | undefined;
  readonly slot: number;
  /** Pixels of the page to one unit of the drawing. */
  readonly scale: number;
}

/** The cells of a grid on a canvas: what stands there in the frame before they are drawn. */
export function PaintedCells({ view, windows, slot, scale }: PaintedCellsProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = canvasSize(slot, slot, scale);
  useIsomorphicLayoutEffect(() => {
    const element = canvas.current;
    const context = element && brushOf(element, slot, slot);
    if (!context || !view) return;
    paint(context, view, windows ?? [], element.parentElement ?? element);
  }, [view, windows, slot, size.width]);
  return <canvas ref={canvas} className="painted-cells" aria-hidden="true" {...size} hidden={!view} />;
}
