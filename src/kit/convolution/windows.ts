import { easeCubicInOut, interpolateNumber } from 'd3';
import type { Moment } from '../../playback/track.ts';
import type { GridWindow } from '../scene/view.ts';
import type { ForwardLayer } from './layer.ts';

/** The part of a step in which the window glides to its next place; then the products begin. */
const GLIDE = 0.25;

/**
 * The cell that a moment works on, as row and column of a square of `side`; between two cells while the window
 * glides, at the beginning of the first step of a cell.
 */
export function glidingCell(
  { cell, enters, fraction, stretch }: Moment,
  side: number,
): readonly [row: number, col: number] {
  const at = (index: number): [number, number] => [Math.floor(index / side), index % side];
  const there = at(cell);
  if (!enters) return there;
  const here = at(cell - 1);
  const t = easeCubicInOut(Math.min(1, fraction / (stretch.terms === 1 ? 1 : GLIDE)));
  return [interpolateNumber(here[0], there[0])(t), interpolateNumber(here[1], there[1])(t)];
}

/** The window over the input that makes an output cell. */
export const inputWindow = (
  { extent, sides }: ForwardLayer,
  stride: number,
  [row, col]: readonly [number, number],
  role: GridWindow['role'] = 'window',
): GridWindow => ({
  row: row * stride - sides[0],
  col: col * stride - sides[1],
  rows: extent,
  cols: extent,
  role,
});

/** One cell, outlined. */
export const oneCell = (
  [row, col]: readonly [number, number],
  role: GridWindow['role'] = 'result',
): GridWindow => ({ row, col, rows: 1, cols: 1, role });
