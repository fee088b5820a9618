import { type ScaleLinear, scaleLinear } from 'd3';
import type { Box, GridBox } from '../stage/boxes.ts';
import { cellBox } from '../stage/boxes.ts';

export type Domain = readonly [low: number, high: number];

/** Bars beside the cells of a column: where a number lies, and which row each has. Coordinates of the stage. */
export interface BarAxis {
  readonly x: ScaleLinear<number, number>;
  readonly domain: Domain;
  /** The level at which bars begin: 0, or the left end where 0 lies outside. */
  readonly base: number;
  rowOf(row: number): Box;
  readonly top: number;
  readonly bottom: number;
}

/** Between a cell and its bar, and between the bar's end and what comes next. */
const CLEAR = 8;

/** The axis of bars that stand right of the cells of a grid of one column, as far as a room beside it reaches. Pure. */
export function barAxis(grid: GridBox, room: Box, domain: Domain): BarAxis {
  const left = grid.x + grid.width + CLEAR;
  const right = Math.max(left + 1, room.x + room.width - CLEAR);
  const [low, high] = domain;
  return {
    x: scaleLinear(domain, [left, right]),
    domain,
    base: low <= 0 && high >= 0 ? 0 : low,
    rowOf: (row) => {
      const { y, height } = cellBox(grid, row, 0);
      return { x: left, y, width: right - left, height };
    },
    top: grid.y,
    bottom: grid.y + grid.height,
  };
}

/** Where a number's bar ends; one that is beyond the axis ends at its edge. */
export const barEnd = ({ x, domain: [low, high] }: BarAxis, value: number): number =>
  x(Math.min(high, Math.max(low, value)));

/** The number under a point, in whole steps, within the axis. */
export function barValue({ x, domain: [low, high] }: BarAxis, at: number, step: number): number {
  const value = Math.round(x.invert(at) / step) * step;
  return Math.min(high, Math.max(low, Number(value.toFixed(6)))) + 0;
}
