import { inksOf } from '../colour/inks.ts';
import { valuePalette } from '../colour/valuePalette.ts';
import { cellKey } from '../scene/view.ts';
import { cellBox, planeBox } from '../stage/boxes.ts';
import { badgeWidth } from './Badge.tsx';
import { cellText } from './digits.ts';
import { type GridFace, shownAt } from './face.ts';

/** From the middle of a line of digits down to their baseline, in their own size. */
const MIDDLE = 0.345;
/** Cells from this size on have lines between them. */
const LINED_CELL = 6;

interface Writing {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly colour: string;
}

/** Paints the cells of a grid as the sheet `grid.css` has them drawn: tints, lines, digits and badges. */
export function paintCells(context: CanvasRenderingContext2D, face: GridFace, host: Element): void {
  const { box, view, digits, max, role } = face;
  const { ink, face: font } = inksOf(host);
  const palette = valuePalette(host);
  const { rows, cols, cell } = box;
  const line = cell >= LINED_CELL ? 0.5 : 0;
  const sum = ink[role === 'gradient' ? '--role-gradient' : '--role-output'];
  // Neighbours of fractional cells would let the ground through between them.
  const bleed = line === 0 && !Number.isInteger(cell * devicePixelRatio) ? 0.35 : 0;
  const write = (list: readonly Writing[], weight: number, size: number, align: CanvasTextAlign): void => {
    if (list.length === 0) return;
    context.font = `${weight} ${size}px ${font}`;
    context.textAlign = align;
    for (const { text, x, y, colour } of list) {
      context.fillStyle = colour;
      context.fillText(text, x, y);
    }
  };
  // A sheet that lies before another covers all of it, digits too.
  for (const plane of box.layers) {
    const numbers: Writing[] = [];
    const sums: Writing[] = [];
    const badges: Writing[] = [];
    if (line > 0 && box.spread === 1) {
      const { x, y } = cellBox(box, box.turned ? rows - 1 : 0, box.turned ? cols - 1 : 0, plane);
      context.fillStyle = ink['--line'];
      context.fillRect(x - line, y - line, cols * cell + 2 * line, rows * cell + 2 * line);
    }
    let last = '';
    for (let row = 0; row < rows; row++)
      for (let col = 0; col < cols; col++) {
        const { value, partial } = shownAt(face, (plane * rows + row) * cols + col);
        const mark = view.marks?.get(cellKey(row, col, plane));
        const { x, y } = cellBox(box, row, col, plane);
        const shown = value ?? partial;
        const isSum = value === undefined && !view.running;
        const unread = mark?.kind === 'unread';
        const quiet = mark?.kind === 'quiet';
        const colour =
          shown === undefined || unread ? ink['--ground'] : isSum ? ink['--card'] : palette.of(shown, max);
        if (colour !== last) context.fillStyle = colour;
        last = colour;
        if (quiet) context.globalAlpha = 0.45;
        context.fillRect(x + line, y + line, cell - 2 * line + bleed, cell - 2 * line + bleed);
        if (quiet) context.globalAlpha = 1;
        if (shown === undefined || !digits) continue;
        const badge = digits.badge > 0 ? mark?.badge : undefined;
        if (badge) badges.push({ text: badge, x: x + cell, y: y + cell, colour: ink['--role-weight'] });
        const at = { x: x + cell / 2, y: y + cell / 2 + MIDDLE * digits.size - (badge ? cell * 0.12 : 0) };
        if (isSum) sums.push({ ...at, text: cellText(shown), colour: sum });
        else
          numbers.push({
            ...at,
            text: cellText(shown),
            colour: ink[unread || quiet ? '--ink-faint' : '--ink'],
          });
      }
    if (line === 0) {
      const { x, y, width, height } = planeBox(box, plane);
      context.strokeStyle = ink['--line'];
      context.lineWidth = 1;
      context.strokeRect(x - 0.5, y - 0.5, width + 1, height + 1);
    }
    if (!digits || !box.open.has(plane)) continue;
    write(numbers, 400, digits.size, 'center');
    write(sums, 650, digits.size, 'center');
    context.globalAlpha = 0.78;
    context.fillStyle = ink['--card'];
    for (const { text, x, y } of badges) {
      const width = badgeWidth(text, digits.badge);
      context.fillRect(x - width - 1, y - digits.badge - 2, width, digits.badge + 1);
    }
    context.globalAlpha = 1;
    write(
      badges.map((badge) => ({ ...badge, x: badge.x - 2.5, y: badge.y - 3.5 })),
      600,
      digits.badge,
      'right',
    );
  }
}
