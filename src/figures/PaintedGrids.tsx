import { type CSSProperties, useRef, useState } from 'react';
import { printNumber } from '../formula/numbers.ts';
import type { PlacedGridProps } from './PlacedGrid.tsx';
import {
  type Box,
  brushOf,
  canvasSize,
  inksOf,
  MIDDLE,
  paintBoxes,
  type Writing,
  write,
} from './painting.ts';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.ts';
import { valuePalette } from './valuePalette.ts';

const EDGES = {
  active: ['--ink', 2],
  target: ['--role-output', 1.6],
  reached: ['--role-input', 1.6],
  related: ['--role-weight', 1.3],
} as const;

/** The width of the lines between cells. */
const LINE = 0.6;

interface PaintedGridsProps {
  /** null while the drawing itself stands there: the canvas is kept for the next time. */
  readonly grids: readonly PlacedGridProps[] | null;
  readonly viewBox: readonly [x: number, y: number, width: number, height: number];
  readonly className: string;
  readonly style?: CSSProperties;
  readonly maxWidth?: number;
  readonly lines?: string;
  readonly scale: number;
}

/** Paints the cells as the sheet `figure.css` has them drawn. */
function paint(context: CanvasRenderingContext2D, grids: readonly PlacedGridProps[], host: Element): void {
  const inks = inksOf(host);
  const { ink, sum, face } = inks;
  const palette = valuePalette(host);
  const size = Number.parseFloat(getComputedStyle(host).fontSize);
  const numbers: Writing[] = [];
  const zeros: Writing[] = [];
  const outlines: (() => void)[] = [];
  const boxes: Box[] = [];
  for (const { rows, cols, cell: cellAt, max } of grids)
    for (let row = 0; row < rows; row++)
      for (let col = 0; col < cols; col++) {
        const { x, y, width, height, value, partial, digits, tone, outline } = cellAt(row, col);
        const shown = value ?? partial;
        const coloured = value !== undefined && tone !== 'zero' && tone !== 'padding';
        const colour = coloured ? palette.of(value, max) : ink['--ground'];
        boxes.push({ x, y, width, height, colour, alpha: tone === 'quiet' ? 0.4 : 1 });
        if (outline)
          outlines.push(() => {
            context.strokeStyle = ink[EDGES[outline][0]];
            context.lineWidth = EDGES[outline][1];
            context.strokeRect(x, y, width, height);
          });
        if (shown === undefined || digits === false) continue;
        (tone === 'zero' ? zeros : numbers).push({
          text: printNumber(shown, { digits: 2 }).text,
          x: x + width / 2,
          y: y + height / 2 + MIDDLE * size,
          alpha: tone === 'zero' ? 0.55 : 1,
          colour: tone === 'zero' ? ink['--ink-faint'] : value === undefined ? sum : ink['--ink'],
        });
      }
  paintBoxes(context, boxes, inks, LINE);
  for (const outline of outlines) outline();
  write(context, [...numbers, ...zeros], { weight: 400, size, face, align: 'center' });
}

/** The cells of several grids on a canvas: what stands there in the frame before they are drawn. */
export function PaintedGrids({ grids, viewBox, scale, lines, ...look }: PaintedGridsProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [x, y, width, height] = viewBox;
  const size = canvasSize(width, height, scale);
  // It never shrinks: to give a canvas another size takes longer than to paint on it.
  const [room] = useState({ width: 0, height: 0 });
  room.width = Math.max(room.width, size.width);
  room.height = Math.max(room.height, size.height);
  const percent = (part: number, whole: number): string => `${(part / whole) * 100}%`;
  useIsomorphicLayoutEffect(() => {
    const element = canvas.current;
    const frame = element?.parentElement;
    const context = frame && grids && brushOf(element, width, height, size);
    if (!context) return;
    context.translate(-x, -y);
    paint(context, grids, frame);
    if (!lines) return;
    context.strokeStyle = inksOf(frame).ink['--ink-soft'];
    context.lineWidth = 0.9;
    context.stroke(new Path2D(lines));
  }, [grids, lines, x, y, width, height, size.width, size.height]);
  return (
    <div className="painted-grids" aria-hidden="true" hidden={!grids}>
      <div
        className={`grid-svg painted-frame ${look.className}`}
        style={{ maxWidth: look.maxWidth, ...look.style, '--ratio': width / height } as CSSProperties}
      >
        <canvas
          ref={canvas}
          style={{ width: percent(room.width, size.width), height: percent(room.height, size.height) }}
          {...room}
        />
      </div>
    </div>
  );
}
