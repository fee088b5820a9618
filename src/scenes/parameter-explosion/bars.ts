import { scaleLog } from 'd3';

/** The bars run from 1 to 10¹³, in per cent of the width: the same for every setting, so that they can be compared. */
const DECADES = 13;
const scale = scaleLog([1, 10 ** DECADES], [0, 100]).clamp(true);

/** Where a number stands, in per cent. Below 1 it stands at the left end. */
export const placeOf = (value: number): number => scale(Math.max(1, value));

/** A line for each power of ten; every third has its name. */
export const TICKS = Array.from({ length: DECADES + 1 }, (_, power) => ({
  power,
  at: scale(10 ** power),
  named: power % 3 === 0,
}));
