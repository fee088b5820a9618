import { reject } from './errors.ts';

/** The slope of a loss along one number, from two passes forwards. */
export interface NumericSlope {
  /** (L(θ + ε) − L(θ − ε)) / 2ε */
  readonly slope: number;
  readonly above: number;
  readonly below: number;
  /** 2ε as it was really taken: θ ± ε is rounded too. */
  readonly width: number;
}

/**
 * The central difference of a loss along one of its numbers. Its error shrinks with ε², until rounding, which grows with
 * 1/ε, takes over (CS231n, "Gradient checks").
 *
 * @param loss read with `values` changed at `at`; its argument is `values` itself
 * @param values any count; as it was when the function returns
 */
export function centralDifference<T extends Float32Array | Float64Array>(
  loss: (values: T) => number,
  values: T,
  at: number,
  epsilon: number,
): NumericSlope {
  const value = values[at] as number;
  values[at] = value + epsilon;
  const [up, above] = [values[at] as number, loss(values)];
  values[at] = value - epsilon;
  const [down, below] = [values[at] as number, loss(values)];
  values[at] = value;
  return { slope: (above - below) / (up - down), above, below, width: up - down };
}

/** |a − b| / max(|a|, |b|, floor); 0 where all of these are 0. */
export function relativeError(a: number, b: number, floor = 0): number {
  if (a === b) return 0;
  return Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), floor);
}

/** What the comparison of a gradient with central differences found. */
export interface GradientCheck {
  /** The largest relative error; NaN where a number is none. 0 if nothing could be compared. */
  readonly relativeError: number;
  /** The number with that error, the two slopes there and the nudge. −1: nothing could be compared. */
  readonly at: number;
  readonly analytic: number;
  readonly numeric: number;
  readonly epsilon: number;
  /** The size below which errors of this gradient count absolutely. */
  readonly scale: number;
  /** What rounding alone can make of a difference: losses are doubles, and their difference is divided by 2ε. */
  readonly rounding: number;
  /** How many numbers were compared. */
  readonly compared: number;
}

export interface GradientCheckOptions {
  /** The nudge of a number of size up to 1; larger ones are nudged by as much more. Default 10⁻⁵, the best in float64. */
  readonly epsilon?: number;
  /** Below this size errors count absolutely, for a slope of 0 has no relative error. Default: the largest slope. */
  readonly floor?: number;
  /** Which numbers to compare; default: all. */
  readonly places?: Iterable<number>;
}

/**
 * Compares a gradient with central differences, number by number; yields after each, so that it can be done in pieces.
 *
 * @param loss in float64; called twice a number, its argument is used again
 * @param values where to check; copied
 * @param gradient what a backward pass computed, a number for each of `values`
 * @throws Error when their counts differ
 */
export function* gradientCheckSteps(
  loss: (values: Float64Array) => number,
  values: ArrayLike<number>,
  gradient: ArrayLike<number>,
  {
    epsilon = 1e-5,
    floor,
    places = Array.from({ length: values.length }, (_, i) => i),
  }: GradientCheckOptions = {},
): Generator<void, GradientCheck> {
  if (values.length !== gradient.length)
    reject('gradientCheck', 'the count of gradients', gradient.length, `${values.length}, as of the numbers`);
  const moved = Float64Array.from(values);
  const pairs: { at: number; analytic: number; numeric: number; epsilon: number }[] = [];
  let [scale, rounding] = [floor ?? 0, 0];
  for (const at of places) {
    const nudge = epsilon * Math.max(1, Math.abs(moved[at] as number));
    const { slope, above, below, width } = centralDifference(loss, moved, at, nudge);
    const analytic = gradient[at] as number;
    pairs.push({ at, analytic, numeric: slope, epsilon: nudge });
    const size = Math.max(Math.abs(analytic), Math.abs(slope));
    if (floor === undefined && size > scale && Number.isFinite(size)) scale = size;
    // A loss is off by a few units of its last digit; below the least double it is gone altogether.
    const unit = Number.EPSILON * Math.max(Math.abs(above), Math.abs(below)) + Number.MIN_VALUE;
    rounding = Math.max(rounding, (16 * unit) / width);
    yield;
  }
  let worst = { at: -1, analytic: 0, numeric: 0, epsilon, error: -1 };
  for (const pair of pairs) {
    const error = relativeError(pair.analytic, pair.numeric, scale);
    if (!Number.isNaN(worst.error) && !(error <= worst.error)) worst = { ...pair, error };
  }
  const { error, ...found } = worst;
  return { ...found, relativeError: error < 0 ? 0 : error, scale, rounding, compared: pairs.length };
}

/** {@link gradientCheckSteps} in one go. */
export function gradientCheck(
  loss: (values: Float64Array) => number,
  values: ArrayLike<number>,
  gradient: ArrayLike<number>,
  options?: GradientCheckOptions,
): GradientCheck {
  const steps = gradientCheckSteps(loss, values, gradient, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
