import type { Box } from '../../../../kit/stage/boxes.ts';
import type { FirstLayer } from './filters.ts';

const [TITLE, GAP, LARGEST] = [22, 7, 42];

export interface FiltersLayout {
  /** Side of a picture, and from the left edge of one to that of the next. */
  readonly side: number;
  readonly pitch: number;
  /** Pictures in a line; more than one line where they would be too small. */
  readonly perLine: number;
  readonly lines: number;
  /** Room for `step 340`, on the left. */
  readonly label: number;
  /** The upper left corner of picture `k` of moment `i`. */
  corner(i: number, k: number): { readonly x: number; readonly y: number };
}

/** Lays the pictures of up to three moments into a box: a row a moment, in as many lines as makes them largest. Pure. */
export function filtersLayout(
  box: Box,
  { shown }: FirstLayer,
  moments: number,
  label: number,
): FiltersLayout {
  const sideFor = (lines: number): number => {
    const perLine = Math.ceil(shown / lines);
    const across = (box.width - label) / perLine - GAP;
    const down = (box.height - TITLE) / (moments * lines) - GAP;
    return Math.min(LARGEST, across, down);
  };
  const lines = [1, 2, 3].reduce((best, n) => (sideFor(n) > sideFor(best) + 0.5 ? n : best), 1);
  const side = Math.max(4, Math.floor(sideFor(lines)));
  const perLine = Math.ceil(shown / lines);
  const pitch = side + GAP;
  return {
    ...{ side, pitch, perLine, lines, label },
    corner: (i, k) => ({
      x: box.x + label + (k % perLine) * pitch,
      y: box.y + TITLE + (i * lines + Math.floor(k / perLine)) * pitch + 1,
    }),
  };
}
