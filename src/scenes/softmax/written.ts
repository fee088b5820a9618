import type { Factor, SumExplanation } from '../../explain/explanation.ts';
import { number, product, sumOf } from '../../explain/terms.ts';

/** What a softmax with its loss comes to, by one way of computing it. */
export interface Softened {
  /** What is subtracted from every logit before the exponential. */
  readonly subtracted: number;
  /** The exponentials, as factors. */
  readonly powers: readonly Factor[];
  readonly total: SumExplanation;
  readonly q: ArrayLike<number>;
  readonly loss: number;
  /** ∂L/∂z. */
  readonly dz: ArrayLike<number>;
  /** ∂L/∂e, where the gradient goes back step by step. */
  readonly de: ArrayLike<number> | null;
}

/** Σ of the exponentials, in the order of the classes. */
export const totalOf = (powers: readonly Factor[]): SumExplanation =>
  sumOf(
    'total',
    [],
    powers.map((power) => product(power)),
  );

/** The loss as it is written on paper, −ln(exp(zₜ/T) / Σ exp(z/T)), in doubles. */
export const writtenLoss = (z: ArrayLike<number>, temperature: number, truth: number): number =>
  written(z, temperature, truth).loss;

/**
 * Softmax and cross-entropy as they are written on paper, q = exp(z/T) / Σ exp(z/T) and L = −ln qₜ, with the derivative of
 * each step times that of the next, as automatic differentiation does it: where the maximum is not subtracted, ∞ and NaN
 * come out as they do in any program that computes it so.
 */
export function written(z: ArrayLike<number>, temperature: number, truth: number): Softened {
  const powers = Array.from(z, (value, k) => number('exps', Math.exp(value / temperature), [0, k]));
  const total = totalOf(powers);
  const sum = total.value;
  const q = powers.map(({ value }) => value / sum);
  const dq = -1 / (q[truth] as number);
  const dsum = (-dq * (powers[truth]?.value ?? 0)) / sum ** 2;
  const de = powers.map((_, k) => (k === truth ? dq / sum + dsum : dsum));
  const dz = powers.map(({ value }, k) => (value * (de[k] as number)) / temperature);
  return { subtracted: 0, powers, total, q, loss: -Math.log(q[truth] as number), dz, de };
}
