import type { Tensor } from '../../../src/tensor/tensor.ts';

export interface GradientCheck {
  /** The largest |analytic − numeric| / max(|analytic|, |numeric|, floor); NaN if any is. */
  readonly worst: number;
  /** The place in `data` where that happened, and the two numbers there. */
  readonly at: number;
  readonly analytic: number;
  readonly numeric: number;
}

/**
 * Holds a gradient against central differences (f(x + h) − f(x − h)) / 2h, in float64: there
 * h = 10⁻⁵ balances truncation against rounding (CS231n, "Gradient checks").
 *
 * @param loss the scalar function; called twice an element, its argument must not be kept
 * @param x where to check, [any shape]; copied to float64
 * @param gradient ∂loss/∂x as computed by the backward pass, [shape of x]
 * @param floor below this size, errors count absolutely: a gradient of 0 has no relative error
 */
export function gradCheck(
  loss: (x: Tensor) => number,
  x: Tensor,
  gradient: Tensor,
  h = 1e-5,
  floor = 1e-2,
): GradientCheck {
  if (String(gradient.shape) !== String(x.shape))
    throw new Error(`gradCheck: the shape of gradient is [${gradient.shape}], that of x [${x.shape}]`);
  const moved = x.as('float64');
  let found: GradientCheck = { worst: 0, at: -1, analytic: 0, numeric: 0 };
  for (let at = 0; at < x.size; at++) {
    const value = moved.data[at] as number;
    moved.data[at] = value + h;
    const above = loss(moved);
    moved.data[at] = value - h;
    const below = loss(moved);
    moved.data[at] = value;
    const analytic = gradient.data[at] as number;
    // The step really taken: value ± h is rounded too.
    const numeric = (above - below) / (value + h - (value - h));
    const error = Math.abs(analytic - numeric) / Math.max(Math.abs(analytic), Math.abs(numeric), floor);
    if (!Number.isNaN(found.worst) && !(error <= found.worst))
      found = { worst: error, at, analytic, numeric };
  }
  return found;
}
