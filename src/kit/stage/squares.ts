import type { Box } from './boxes.ts';

/** Where there is width to spare, squares stand so many sides apart. */
const SPREAD = 1.6;

interface Spaces {
  readonly gap: number;
  /** Room for a name above each. */
  readonly above: number;
}

/** Squares of one size in a box: in one row, or in two where that makes them larger. */
export function squaresIn(
  { x, y, width, height }: Box,
  count: number,
  { gap, above }: Spaces,
): readonly Box[] {
  const sideIn = (rows: number): number =>
    Math.min((width + gap) / Math.ceil(count / rows) - gap, (height + gap) / rows - gap - above);
  const rows = sideIn(2) > sideIn(1) ? 2 : 1;
  const [inRow, side] = [Math.ceil(count / rows), Math.floor(sideIn(rows))];
  const pitch = Math.min(SPREAD * side, (width - side) / Math.max(1, inRow - 1));
  return Array.from({ length: count }, (_, k) => ({
    x: Math.round(x + (k % inRow) * pitch),
    y: Math.round(y + above + Math.floor(k / inRow) * (side + gap + above)),
    ...{ width: side, height: side },
  }));
}
