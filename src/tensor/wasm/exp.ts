import {
  absV,
  addV,
  type Code,
  f32,
  get,
  greaterV,
  type Local,
  mulV,
  nearestV,
  none,
  powerOfTwo,
  pseudoMax,
  pseudoMin,
  select,
  seq,
  set,
  splatF32,
  subtractV,
} from './code.ts';
import type { Locals } from './module.ts';

export const all = (value: number): Code => splatF32(f32(value));
export const negated = (a: Code): Code => mulV(a, all(-1));
export const magnitude = absV;

/** A polynomial of x by Horner's rule. @param factors the highest power first */
export const polynomial = (x: Local, factors: readonly number[]): Code =>
  factors.slice(1).reduce((sum, factor) => addV(mulV(sum, get(x)), all(factor)), all(factors[0] as number));

/** Beyond these the result is 0, or infinite: it would be no ordinary single number. */
const [LEAST, MOST] = [-87.3, 88.3];
/** ln 2 in two parts, of which the first has few digits, so that n · HIGH is exact. */
const [HIGH, LOW] = [0.693359375, -2.1219444e-4];

/**
 * exp of four numbers: x = n ln 2 + r with |r| ≤ ½ ln 2, eʳ by a polynomial, and 2ⁿ by its bits; within two units of the
 * last place (S. L. Moshier, Cephes, `expf`). NaN stays NaN.
 *
 * @returns code that writes exp(x) into `result`
 */
export function expOf(locals: Locals, x: Code, result: Local): Code {
  const [n, r, given] = [locals.v128(), locals.v128(), locals.v128()];
  const factors = [
    1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1,
  ];
  const power = addV(addV(mulV(mulV(polynomial(r, factors), get(r)), get(r)), get(r)), all(1));
  return seq(
    set(given, x),
    set(r, pseudoMax(pseudoMin(get(given), all(MOST)), all(LEAST))),
    set(n, nearestV(mulV(get(r), all(Math.LOG2E)))),
    set(r, subtractV(subtractV(get(r), mulV(get(n), all(HIGH))), mulV(get(n), all(LOW)))),
    set(result, mulV(power, powerOfTwo(get(n)))),
    set(result, select(all(Number.POSITIVE_INFINITY), get(result), greaterV(get(given), all(MOST)))),
    set(result, select(none, get(result), greaterV(all(LEAST), get(given)))),
  );
}
