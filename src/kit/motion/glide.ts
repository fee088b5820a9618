import { easeCubicInOut, interpolateNumber } from 'd3';
import type { Moment } from '../../playback/track.ts';
import type { GridWindow } from '../scene/view.ts';

/** A window is under way in the first quarter of the step that enters a new cell. */
const GLIDE = 0.25;

/** How far something has come that is under way in the first quarter of a step. @param fraction of the step */
export const glided = (fraction: number, share = GLIDE): number =>
  easeCubicInOut(Math.min(1, fraction / share));

/** A window on its way to the next place. A step of one term has no products to wait for: its glide takes all of it. */
export function glide(from: GridWindow, to: GridWindow, fraction: number, share = GLIDE): GridWindow {
  const t = glided(fraction, share);
  const between = (a: number, b: number): number => interpolateNumber(a, b)(t);
  return {
    ...to,
    row: between(from.row, to.row),
    col: between(from.col, to.col),
    rows: between(from.rows, to.rows),
    cols: between(from.cols, to.cols),
  };
}

/** The window of a moment: that of its cell, or on its way there from that of the cell before. */
export function windowAt(moment: Moment, windowOf: (cell: number) => GridWindow): GridWindow {
  const { cell, enters, fraction, stretch } = moment;
  const there = windowOf(cell);
  return enters ? glide(windowOf(cell - 1), there, fraction, stretch.terms === 1 ? 1 : GLIDE) : there;
}
