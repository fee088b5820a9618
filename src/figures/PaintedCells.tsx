import { useRef } from 'react';
import { type CellsView, cornerOf, short, shownIn } from './GridCells.tsx';
import { eachOutline } from './Outlines.tsx';
import { oncePerTheme } from './pageTheme.ts';
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.ts';
import { eachVirtual } from './VirtualCells.tsx';
import { valuePalette } from './valuePalette.ts';

const INKS = [
  '--ink',
  '--ink-soft',
  '--ink-faint',
  '--line',
  '--ground',
  '--card',
  '--role-weight',
  '--role-output',
] as const;
const SUM_INKS = { gradient: '--role-gradient', other: '--role-output' } as const;

/** From the middle of a line of digits down to their baseline, in their own size. */
const MIDDLE = 0.345;

/** The inks of the page at an element, and its face. */
const inksOf = oncePerTheme((element) => {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const sum = element.closest('.role-gradient') ? SUM_INKS.gradient : SUM_INKS.other;
  return {
    ink: Object.fromEntries(INKS.map((name) => [name, colour(name)])) as Record<
      (typeof INKS)[number],
      string
    >,
    sum: colour(sum),
    face: colour('--font-ui'),
  };
});

interface Writing {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly colour: string;
}

/** Paints the cells as the sheet `figure.css` has them drawn. */
function paint(context: CanvasRenderingContext2D, view: CellsView, box: Element): void {
  const { ink, sum, face } = inksOf(box);
  const palette = valuePalette(box);
  const { rows, cols, layout, digits, marks, max } = view;
  const { cell } = layout;
  const numbers: Writing[] = [];
  const sums: Writing[] = [];
  const badges: Writing[] = [];
  const size = digits?.fontSize ?? 0;
  const middle = (x: number, y: number) => ({ x: x + cell / 2, y: y + cell / 2 + MIDDLE * size });
  context.strokeStyle = ink['--line'];
  for (let row = 0; row < rows; row++)
    for (let col = 0; col < cols; col++) {
      const { value, part } = shownIn(view, row * cols + col);
      const shown = value ?? part;
      const mark = marks?.get(`${row},${col}`);
      const [x, y] = cornerOf(view, row, col);
      const unread = mark?.kind === 'unread';
      context.fillStyle =
        value !== undefined && !unread
          ? palette.of(value, max)
          : ink[part === undefined || unread ? '--ground' : '--card'];
      context.fillRect(x, y, cell, cell);
      context.strokeRect(x, y, cell, cell);
      if (shown === undefined || !digits) continue;
      const badge = digits.badges ? mark?.badge : undefined;
      const place = middle(x, badge ? y - cell * 0.08 : y);
      if (value === undefined) sums.push({ ...place, text: short(shown), colour: sum });
      else numbers.push({ ...place, text: short(shown), colour: ink[unread ? '--ink-soft' : '--ink'] });
      if (badge) badges.push({ x: x + cell - 3, y: y + cell - 4, text: badge, colour: ink['--role-weight'] });
    }
  const edges = { active: ink['--role-weight'], target: sum, reached: ink['--role-output'] };
  eachOutline(view, (_, kind, x, y) => {
    context.lineWidth = kind === 'reached' ? 2 : 3;
    context.strokeStyle = edges[kind];
    context.strokeRect(x, y, cell, cell);
  });
  if (!digits) return;
  eachVirtual(view, (row, col) => {
    const place = middle(layout.x0 + col * cell, layout.y0 + row * cell);
    numbers.push({ ...place, text: '0', colour: ink['--ink-faint'] });
  });
  // To name a face makes the browser bring the page's styles up to date: once for all that is written in it.
  const write = (list: readonly Writing[], font: string, align: CanvasTextAlign): void => {
    if (list.length === 0) return;
    context.font = `${font} ${face}`;
    context.textAlign = align;
    for (const { text, x, y, colour } of list) {
      context.fillStyle = colour;
      context.fillText(text, x, y);
    }
  };
  write(numbers, `400 ${size}px`, 'center');
  write(sums, `600 ${size}px`, 'center');
  write(badges, `550 ${digits.badgeSize}px`, 'right');
}

interface PaintedCellsProps {
  readonly view: CellsView;
  readonly slot: number;
  /** Pixels of the page to one unit of the drawing. */
  readonly scale: number;
}

/** The cells of a grid on a canvas: what stands there in the frame before they are drawn. */
export function PaintedCells({ view, slot, scale }: PaintedCellsProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useIsomorphicLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d', { willReadFrequently: true });
    if (!element || !context) return;
    const pixels = Math.ceil(slot * scale * devicePixelRatio);
    element.width = pixels;
    element.height = pixels;
    context.scale(pixels / slot, pixels / slot);
    paint(context, view, element.parentElement ?? element);
  }, [view, slot, scale]);
  return <canvas ref={canvas} className="painted-cells" aria-hidden="true" />;
}
