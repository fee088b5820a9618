/** A grid of gradients, and the loss whose slopes its numbers claim to be. */
export interface GradientClaim {
  /** The id of the grid. */
  readonly grid: string;
  /** The numbers whose gradient it shows: as many as the grid has cells, in their order. */
  readonly values: ArrayLike<number>;
  /** The loss with these numbers in place of `values`: forwards alone, in float64. The argument is used again. */
  loss(values: Float64Array): number;
  /** Cells at which the loss has a kink, such as a tie of a maximum: there is no slope to compare with. */
  isKink?(index: number): boolean;
}

/** What the comparison of one grid with central differences found. */
export interface GradientCheck {
  readonly grid: string;
  /** The largest difference in this grid over its largest slope, on either side; 0 where all slopes are 0. */
  readonly relativeError: number;
  /** The cell with the largest difference, and the two numbers there. −1: nothing could be compared. */
  readonly at: number;
  readonly analytic: number;
  readonly numeric: number;
  /** What rounding alone can make of the difference: losses are float64, and their difference is divided by 2ε. */
  readonly rounding: number;
}

/** Balances truncation, ∝ ε², against rounding, ∝ 1/ε, in float64 (CS231n, "Gradient checks"). */
const EPSILON = 1e-5;

/**
 * Compares a gradient with central differences, (L(θ + ε) − L(θ − ε)) / 2ε, number by number.
 *
 * @param gradient what the backward pass computed, a number for each of `claim.values`
 * @throws Error when their counts differ
 */
export function checkGradient(claim: GradientClaim, gradient: ArrayLike<number>): GradientCheck {
  const { values, loss, isKink, grid } = claim;
  if (values.length !== gradient.length)
    throw new Error(`${grid}: ${gradient.length} gradients for ${values.length} numbers`);
  const moved = Float64Array.from(values);
  let [at, difference, largest, rounding, analytic, numeric] = [-1, -1, 0, 0, 0, 0];
  for (let i = 0; i < moved.length; i++) {
    if (isKink?.(i)) continue;
    const value = moved[i] as number;
    const step = EPSILON * Math.max(1, Math.abs(value));
    moved[i] = value + step;
    const above = loss(moved);
    moved[i] = value - step;
    const below = loss(moved);
    moved[i] = value;
    // The step that was really taken: value ± ε is rounded too.
    const taken = value + step - (value - step);
    const [claimed, found] = [gradient[i] as number, (above - below) / taken];
    const apart = Math.abs(claimed - found);
    largest = Math.max(largest, Math.abs(claimed), Math.abs(found));
    rounding = Math.max(rounding, (16 * Number.EPSILON * Math.max(Math.abs(above), Math.abs(below))) / taken);
    if (apart > difference || Number.isNaN(apart))
      [at, difference, analytic, numeric] = [i, apart, claimed, found];
  }
  const relativeError = difference <= 0 ? 0 : difference / largest;
  return { grid, relativeError, at, analytic, numeric, rounding };
}
