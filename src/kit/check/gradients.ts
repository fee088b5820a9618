import {
  type GradientCheck as Check,
  type GradientCheckOptions,
  gradientCheckSteps,
} from '../../tensor/gradientCheck.ts';

/** A grid of gradients, and the loss whose slopes its numbers claim to be. */
export interface GradientClaim {
  /** The id of the grid. */
  readonly grid: string;
  /** The numbers whose gradient it shows: as many as the grid has cells, in their order. */
  readonly values: ArrayLike<number>;
  /** The loss with these numbers in place of `values`: forwards alone, in float64. The argument is used again. */
  loss(values: Float64Array): number;
  /** A switch of the scene has broken it on purpose: the badge says so, and the tests do not hold it. */
  readonly isBroken?: boolean;
  /** Compare no more numbers than this, spread evenly: the loss is a whole network. Default: all. */
  readonly most?: number;
  /** Cells at which the loss has a kink, such as a tie of a maximum: there is no slope to compare with. */
  isKink?(index: number): boolean;
}

/** The loss whose gradient with respect to `y` is a given one, `dy`: Σ dy · y. */
export function lossGiving(dy: ArrayLike<number>, y: ArrayLike<number>): number {
  let loss = 0;
  for (let i = 0; i < y.length; i++) loss += (y[i] as number) * (dy[i] as number);
  return loss;
}

/** What the comparison of one grid with central differences found. */
export interface GradientCheck extends Check {
  readonly grid: string;
  /** How many numbers the gradient has; kinks are not compared, and of a large grid only some are. */
  readonly cells: number;
}

/** A gradient whose largest error, relative to its largest slope, is above this is no gradient of its loss. */
export const TOLERANCE = 1e-6;

/** Whether a gradient is that of its loss, as far as rounding allows to say. */
export const holds = ({ relativeError, analytic, numeric, rounding }: GradientCheck): boolean =>
  relativeError < TOLERANCE || Math.abs(analytic - numeric) <= rounding;

/** The numbers that are compared: those without a kink, or `most` of them, spread evenly over the grid. */
function placesOf({ values, isKink }: GradientClaim, most: number): number[] {
  const smooth = Array.from({ length: values.length }, (_, i) => i).filter((i) => !isKink?.(i));
  if (smooth.length <= most) return smooth;
  return Array.from(
    { length: most },
    (_, i) => smooth[Math.floor(((i + 0.5) * smooth.length) / most)] as number,
  );
}

/**
 * The nudges that are tried, one after the other until the gradient holds. The first is the best in float64 for numbers of
 * everyday size; where numbers within the loss are far larger than their sum, rounding hides the slope, and only a larger
 * nudge finds it (the right arm of the V of chapter 16).
 */
const NUDGES = [1e-5, 1e-3] as const;

/** Compares one gradient; yields after each number. */
function* checkOne(
  claim: GradientClaim,
  gradient: ArrayLike<number>,
  most: number,
): Generator<void, GradientCheck> {
  const { grid, values } = claim;
  const places = placesOf(claim, Math.min(most, claim.most ?? most));
  const checkWith = function* (epsilon: number): Generator<void, GradientCheck> {
    const options: GradientCheckOptions = { places, epsilon };
    const found = yield* gradientCheckSteps((at) => claim.loss(at), values, gradient, options);
    return { ...found, grid, cells: values.length };
  };
  const [first, ...larger] = NUDGES;
  const check = yield* checkWith(first);
  if (holds(check)) return check;
  for (const epsilon of larger) {
    const again = yield* checkWith(epsilon);
    if (holds(again)) return again;
  }
  return check;
}

/**
 * Compares a gradient with central differences, number by number.
 *
 * @param gradient what the backward pass computed, a number for each of `claim.values`
 * @throws Error when their counts differ
 */
export function checkGradient(claim: GradientClaim, gradient: ArrayLike<number>): GradientCheck {
  const steps = checkOne(claim, gradient, Number.POSITIVE_INFINITY);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same of several grids in small pieces: yields after each number. Of each grid at most `most` are compared. */
export function* checkingSteps(
  claims: readonly GradientClaim[],
  gradientOf: (grid: string) => ArrayLike<number>,
  most: number,
): Generator<void, GradientCheck[]> {
  const found: GradientCheck[] = [];
  for (const claim of claims) found.push(yield* checkOne(claim, gradientOf(claim.grid), most));
  return found;
}
