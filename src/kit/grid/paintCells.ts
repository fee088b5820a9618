import { inksOf } from '../colour/inks.ts';
import { valuePalette } from '../colour/valuePalette.ts';
import { type CellMark, cellKey } from '../scene/view.ts';
import { cellBox, planeBox } from '../stage/boxes.ts';
import { badgeWidth } from './Badge.tsx';
import { cellText, type GridDigits } from './digits.ts';
import { type GridFace, shownAt } from './face.ts';
import { paintDense } from './paintDense.ts';

/** From the middle of a line of digits down to their baseline, in their own size. */
const MIDDLE = 0.345;
/** Cells from this size on have lines between them, half of this wide on each side. */
const LINED_CELL = 6;
const LINE = 0.5;

type Inks = ReturnType<typeof inksOf>;

interface PaintedCell {
  readonly x: number;
  readonly y: number;
  readonly mark: CellMark | undefined;
  /** The number that is shown; undefined: none is there yet. */
  readonly number: number | undefined;
  /** It is the sum so far of the cell that is made. */
  readonly isSum: boolean;
}

interface Writing {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly colour: string;
}

/** Paints the cells of a grid as the sheet `grid.css` has them drawn: tints, lines, digits and badges. */
export function paintCells(context: CanvasRenderingContext2D, face: GridFace, host: Element): void {
  const inks = inksOf(host);
  const palette = valuePalette(host);
  if (face.box.cell < LINED_CELL && face.box.spread === 1) {
    paintDense(context, face, palette, inks.ink['--ground']);
    paintFrames(context, face, inks);
    return;
  }
  const { cell, layers, open } = face.box;
  const fill = ({ x, y }: PaintedCell, edge: number): void =>
    context.fillRect(x - edge, y - edge, cell + 2 * edge, cell + 2 * edge);
  // A sheet that lies before another covers all of it, digits too.
  for (const plane of layers) {
    const cells = cellsOf(face, plane);
    context.fillStyle = inks.ink['--line'];
    for (const one of cells) fill(one, LINE);
    for (const one of cells) {
      const { number, isSum, mark } = one;
      const isEmpty = number === undefined || mark?.kind === 'unread';
      // A quiet cell is pale, as over the card, not over the colour of the lines.
      if (mark?.kind === 'quiet') {
        context.globalAlpha = 1;
        context.fillStyle = inks.ink['--card'];
        fill(one, -LINE);
      }
      context.fillStyle = isEmpty
        ? inks.ink['--ground']
        : isSum
          ? inks.ink['--card']
          : palette.of(number, face.max);
      context.globalAlpha = mark?.kind === 'quiet' ? 0.45 : 1;
      fill(one, -LINE);
    }
    context.globalAlpha = 1;
    if (face.digits && open.has(plane)) paintDigits(context, cells, face, face.digits, inks);
  }
}

function cellsOf(face: GridFace, plane: number): PaintedCell[] {
  const { box, view } = face;
  const { rows, cols } = box;
  return Array.from({ length: rows * cols }, (_, i) => {
    const [row, col] = [Math.floor(i / cols), i % cols];
    const { value, partial } = shownAt(face, plane * rows * cols + i);
    const { x, y } = cellBox(box, row, col, plane);
    const mark = view.marks?.get(cellKey(row, col, plane));
    return { x, y, mark, number: value ?? partial, isSum: value === undefined && !view.running };
  });
}

/** A line around each plane. */
function paintFrames(context: CanvasRenderingContext2D, { box }: GridFace, { ink }: Inks): void {
  context.strokeStyle = ink['--line'];
  context.lineWidth = 1;
  for (let plane = 0; plane < box.planes; plane++) {
    const { x, y, width, height } = planeBox(box, plane);
    context.strokeRect(x - 0.5, y - 0.5, width + 1, height + 1);
  }
}

function paintDigits(
  context: CanvasRenderingContext2D,
  cells: readonly PaintedCell[],
  { box, role }: GridFace,
  digits: GridDigits,
  { ink, face }: Inks,
): void {
  const { cell } = box;
  const sumColour = ink[role === 'gradient' ? '--role-gradient' : '--role-output'];
  const [numbers, sums, badges]: [Writing[], Writing[], Writing[]] = [[], [], []];
  for (const { x, y, mark, number, isSum } of cells) {
    if (number === undefined) continue;
    const badge = digits.badge > 0 ? mark?.badge : undefined;
    const faint = mark?.kind === 'unread' || mark?.kind === 'quiet';
    const middle = y + cell / 2 + MIDDLE * digits.size - (badge ? cell * 0.12 : 0);
    const colour = isSum ? sumColour : ink[faint ? '--ink-faint' : '--ink'];
    (isSum ? sums : numbers).push({ text: cellText(number), x: x + cell / 2, y: middle, colour });
    if (badge) badges.push({ text: badge, x: x + cell, y: y + cell, colour: ink['--role-weight'] });
  }
  const write = (
    list: readonly Writing[],
    font: string,
    align: CanvasTextAlign,
    by = { x: 0, y: 0 },
  ): void => {
    context.font = `${font} ${face}`;
    context.textAlign = align;
    for (const { text, x, y, colour } of list) {
      context.fillStyle = colour;
      context.fillText(text, x + by.x, y + by.y);
    }
  };
  write(numbers, `400 ${digits.size}px`, 'center');
  write(sums, `650 ${digits.size}px`, 'center');
  context.globalAlpha = 0.78;
  context.fillStyle = ink['--card'];
  for (const { text, x, y } of badges) {
    const width = badgeWidth(text, digits.badge);
    context.fillRect(x - width - 1, y - digits.badge - 2, width, digits.badge + 1);
  }
  context.globalAlpha = 1;
  write(badges, `600 ${digits.badge}px`, 'right', { x: -2.5, y: -3.5 });
}
