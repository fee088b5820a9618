import type { CheckParams } from './parameters.ts';

/** From 1 to the next number: 2⁻⁵² and 2⁻²³. */
const STEP = { float64: 2 ** -52, float32: 2 ** -23 } as const;

/**
 * The ε at which truncation, ∝ ε², and rounding, ∝ u/ε, are alike: the cube root of u, for numbers and slopes of size 1
 * (Press et al., Numerical Recipes, §5.7).
 */
export const BEST: Readonly<Record<CheckParams['format'], number>> = {
  float64: Math.cbrt(STEP.float64),
  float32: Math.cbrt(STEP.float32),
};
