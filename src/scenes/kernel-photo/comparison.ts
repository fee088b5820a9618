import type { Tensor } from '../../tensor/tensor.ts';

/** What half a turn of the kernel does to the whole picture. */
export interface Comparison {
  /** `same`: nothing; `negated`: every response (without the bias) changes its sign. */
  readonly effect: 'same' | 'negated' | 'other';
  /** The place [plane, row, column] where the two differ most. */
  readonly at: readonly [number, number, number];
  readonly count: number;
}

/** Differences below this share of the numbers themselves are float32's rounding. */
const ROUNDING = 1e-5;

/** Sets the two results side by side. @param b the bias, which no turn changes */
export function compare(y: Tensor, other: Tensor, b: number): Comparison {
  let most = 0;
  let place = 0;
  let leastSum = 0;
  let size = 0;
  for (let i = 0; i < y.size; i++) {
    const here = (y.data[i] as number) - b;
    const there = (other.data[i] as number) - b;
    const difference = Math.abs(here - there);
    if (difference > most) {
      most = difference;
      place = i;
    }
    leastSum = Math.max(leastSum, Math.abs(here + there));
    size = Math.max(size, Math.abs(here));
  }
  const [, , height = 1, width = 1] = y.shape;
  const inPlane = place % (height * width);
  const limit = ROUNDING * Math.max(1, size);
  return {
    effect: most <= limit ? 'same' : leastSum <= limit ? 'negated' : 'other',
    at: [Math.floor(place / (height * width)), Math.floor(inPlane / width), inPlane % width],
    count: y.size,
  };
}
