import { useMemo } from 'react';
import { printNumber } from '../formula/numbers.ts';

/** Digits on the page are never smaller, in pixels. */
const SMALLEST_DIGITS = 12;

/** They grow no larger than this, in pixels. */
const LARGEST_DIGITS = 17;

/** Smaller cells, in pixels, carry no digits. */
const SMALLEST_CELL = 18;

/** From this size on, in pixels, a cell has room for a note in its corner. */
const BADGE_CELL = 30;

/** How the digits of a grid are drawn, in units of the drawing. */
export interface GridDigits {
  readonly fontSize: number;
  readonly badgeSize: number;
  readonly badges: boolean;
}

/**
 * The digits that all numbers of a grid fit with; null where they would not be readable.
 *
 * @param count how many of the values are drawn with digits at all
 * @param cell the side of a cell, in units of the drawing
 * @param scale pixels of the page to one unit
 */
export function useGridDigits(
  values: ArrayLike<number>,
  count: number,
  cell: number,
  scale: number,
): GridDigits | null {
  const longest = useMemo(() => {
    let most = 1;
    for (let i = 0; i < count; i++)
      most = Math.max(most, printNumber(values[i] as number, { digits: 2 }).text.length);
    return most;
  }, [values, count]);
  return useMemo(() => {
    const smallest = SMALLEST_DIGITS / scale;
    const size = Math.max(smallest, Math.min(LARGEST_DIGITS / scale, cell * 0.34));
    // Digits of the page's face are about 0.62 em wide. No digits rather than unreadable ones.
    const fits = (px: number): boolean => longest * px * 0.62 <= cell - 2;
    const pixels = cell * scale;
    if (pixels < SMALLEST_CELL || !fits(smallest)) return null;
    return { fontSize: fits(size) ? size : smallest, badgeSize: smallest, badges: pixels >= BADGE_CELL };
  }, [longest, cell, scale]);
}
