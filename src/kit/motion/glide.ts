import { easeCubicInOut, interpolateNumber } from 'd3';
import type { Moment } from '../../playback/track.ts';
import type { GridWindow } from '../scene/view.ts';

/** A window is under way in the first quarter of the step that enters a new cell. */
const GLIDE = 0.25;

/** A window on its way to the next place. */
export function glide(from: GridWindow, to: GridWindow, fraction: number): GridWindow {
  const t = easeCubicInOut(Math.min(1, fraction / GLIDE));
  const between = (a: number, b: number): number => interpolateNumber(a, b)(t);
  return {
    ...to,
    row: between(from.row, to.row),
    col: between(from.col, to.col),
    rows: between(from.rows, to.rows),
    cols: between(from.cols, to.cols),
  };
}

/** The window of a moment: that of its cell, or on its way to that of the cell which the next step enters. */
export function windowAt(moment: Moment, windowOf: (cell: number) => GridWindow): GridWindow {
  const { cell, next, fraction, stretch } = moment;
  const here = windowOf(cell);
  if (!next || next.stretch !== stretch || next.cell === cell) return here;
  return glide(here, windowOf(next.cell), fraction);
}
