import type { Tensor } from '../../tensor/tensor.ts';

/** First and last unit of a layer, or pixel; they may lie in the padding. */
export type Range = readonly [first: number, last: number];

/** How the paths are spread over the square that the formula gives. */
export interface Facts {
  /** The side of the square, r. */
  readonly side: number;
  /** The side of the square in its middle, about half as wide. */
  readonly middle: number;
  /** First and last row (and column) of the middle square. */
  readonly middleRange: Range;
  /** All paths to the picture, and those that end in the middle square. */
  readonly all: number;
  readonly within: number;
  /** The standard deviation of the paths along one axis, in pixels. */
  readonly spread: number;
}

/** The facts of a row of pixels whose paths are counted; rows and columns are alike, so counts are squared. */
export function factsOf(row: Tensor, [first, last]: Range): Facts {
  const side = last - first + 1;
  const margin = Math.round(side / 4);
  const middleRange: Range = [first + margin, last - margin];
  const centre = (first + last) / 2;
  let paths = 0;
  let inMiddle = 0;
  let squares = 0;
  for (const [i, count] of row.data.entries()) {
    paths += count;
    squares += count * (i - centre) ** 2;
    if (i >= middleRange[0] && i <= middleRange[1]) inMiddle += count;
  }
  return {
    side,
    middle: side - 2 * margin,
    middleRange,
    all: paths ** 2,
    within: inMiddle ** 2,
    spread: Math.sqrt(squares / paths),
  };
}
