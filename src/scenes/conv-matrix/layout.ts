import { printNumber } from '../../formula/numbers.ts';

/** Units of both drawings: the pixels of a phone. */
export const WIDTH = 328;

/** On wide screens a drawing grows, but no higher than this and no wider than its column. */
const WIDE = { width: 672, height: 340 } as const;

const GAP = 6;
/** The vector on top, and the one at the side. */
const TOP = 24;
const SIDE = 36;

export interface CrossLayout {
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly x0: number;
  readonly y0: number;
  readonly width: number;
  readonly height: number;
  /** Where digits can be read: everywhere, on wide screens only, nowhere. */
  readonly digits: 'all' | 'wide' | 'none';
  /** Font size on wide screens, in units, so that digits appear at about 14 pixels. */
  readonly wideFont: number;
  /** The box of a matrix cell, of the vector on top, of the vector at the side. */
  at(row: number, col: number): Box;
  top(col: number): Box;
  side(row: number): Box;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A matrix with a vector on top, aligned with its columns, and one at the right, aligned with its rows. */
export function crossLayout(rows: number, cols: number): CrossLayout {
  const room = WIDTH - GAP - SIDE - 2;
  const tall = Math.min(34, room / rows);
  const wide = Math.min(32, room / cols);
  const cellHeight = Math.min(tall, wide * 1.9);
  const cellWidth = Math.min(wide, cellHeight * 2);
  const width = cols * cellWidth + GAP + SIDE;
  const x0 = (WIDTH - width) / 2;
  const y0 = TOP + GAP;
  const height = y0 + rows * cellHeight + 2;
  const scale = Math.min(WIDE.width / WIDTH, WIDE.height / height);
  return {
    cellWidth,
    cellHeight,
    x0,
    y0,
    width,
    height,
    digits: cellWidth >= 16.5 && cellHeight >= 14 ? 'all' : cellWidth * scale >= 19 ? 'wide' : 'none',
    wideFont: Math.min(14 / scale, cellWidth / 1.45),
    at: (row, col) => ({
      x: x0 + col * cellWidth,
      y: y0 + row * cellHeight,
      width: cellWidth,
      height: cellHeight,
    }),
    top: (col) => ({ x: x0 + col * cellWidth, y: 1, width: cellWidth, height: TOP - 1 }),
    side: (row) => ({
      x: x0 + cols * cellWidth + GAP,
      y: y0 + row * cellHeight,
      width: SIDE,
      height: cellHeight,
    }),
  };
}

/** The patches: the kernel as a column at the left, aligned with the rows, and the output as a row below. */
export function patchLayout(taps: number, outputs: number) {
  const cellWidth = Math.min(38, (WIDTH - SIDE - GAP - 2) / outputs);
  const cellHeight = Math.min(27, 243 / taps);
  const width = SIDE + GAP + outputs * cellWidth;
  const x0 = (WIDTH - width) / 2 + SIDE + GAP;
  const y0 = 1;
  return {
    cellWidth,
    left: x0 - GAP - SIDE - 1,
    width: width + 2,
    height: y0 + taps * cellHeight + GAP + TOP + 1,
    digits: cellWidth >= 16.5,
    at: (row: number, col: number): Box => ({
      x: x0 + col * cellWidth,
      y: y0 + row * cellHeight,
      width: cellWidth,
      height: cellHeight,
    }),
    side: (row: number): Box => ({
      x: x0 - GAP - SIDE,
      y: y0 + row * cellHeight,
      width: SIDE,
      height: cellHeight,
    }),
    bottom: (col: number): Box => ({
      x: x0 + col * cellWidth,
      y: y0 + taps * cellHeight + GAP,
      width: cellWidth,
      height: TOP - 1,
    }),
  };
}

/** Digits of 12 units are about 7.4 wide. */
export const fits = (value: number, width: number): boolean =>
  printNumber(value, { digits: 2 }).text.length * 7.4 <= width + 1;
