import { printNumber } from '../../formula/numbers.ts';

/** Digits on the page are never smaller, in pixels. */
export const SMALLEST_DIGITS = 12;
const LARGEST_DIGITS = 17;
/** Smaller cells carry no digits. */
export const SMALLEST_CELL = 18;
/** From this size on a cell has room for a note in its corner. */
const BADGE_CELL = 30;
/** Digits of the interface's face are about this wide, in their own size. */
const DIGIT_WIDTH = 0.62;

/** How the digits of a grid are drawn, in pixels. */
export interface GridDigits {
  readonly size: number;
  /** 0: there is no room for badges. */
  readonly badge: number;
  /** Default: 2. */
  readonly decimals?: number;
}

/** What is written in a cell. */
export const cellText = (value: number, decimals = 2): string =>
  printNumber(value, { digits: decimals }).text;

/** The length of the longest number. */
export function longestText(values: ArrayLike<number>, decimals = 2): number {
  let longest = 1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    // Small whole numbers are the most, and need not be printed to be measured.
    const length =
      Number.isInteger(value) && Math.abs(value) < 10
        ? value < 0
          ? 2
          : 1
        : cellText(value, decimals).length;
    if (length > longest) longest = length;
  }
  return longest;
}

/** The digits with which every number fits into a cell of that width and height; null where they would not be readable: a heat map. */
export function digitsFor(cell: number, longest: number, height = cell): GridDigits | null {
  const fits = (px: number): boolean => longest * px * DIGIT_WIDTH <= cell - 2;
  if (cell < SMALLEST_CELL || !fits(SMALLEST_DIGITS)) return null;
  const size = Math.max(SMALLEST_DIGITS, Math.min(LARGEST_DIGITS, cell * 0.38, height * 0.66));
  return { size: fits(size) ? size : SMALLEST_DIGITS, badge: height >= BADGE_CELL ? SMALLEST_DIGITS : 0 };
}
