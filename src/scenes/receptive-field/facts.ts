import type { Tensor } from '../../tensor/tensor.ts';
import type { FieldModel, Range } from './model.ts';

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
  /** Along one axis: Σ paths · (distance from the centre)², and Σ paths. */
  readonly squares: number;
  readonly paths: number;
}

export function factsOf({ dx, paths, cone, fields, counts }: FieldModel): Facts {
  const { size: side } = fields.at(-1) as { size: number };
  const [first, last] = cone[0] as Range;
  const margin = Math.round(side / 4);
  const middleRange: Range = [first + margin, last - margin];
  const width = counts[0] as number;
  let all = 0;
  let within = 0;
  for (const [i, value] of dx.data.entries()) {
    all += value;
    const inMiddle = [Math.floor(i / width), i % width].every(
      (at) => at >= middleRange[0] && at <= middleRange[1],
    );
    if (inMiddle) within += value;
  }
  const row = paths[0] as Tensor;
  const centre = (first + last) / 2;
  let squares = 0;
  let count = 0;
  for (const [i, value] of row.data.entries()) {
    squares += value * (i - centre) ** 2;
    count += value;
  }
  return { side, middle: side - 2 * margin, middleRange, all, within, squares, paths: count };
}
