import type { ActivationName } from '../activations.ts';
import {
  addV,
  type Code,
  divV,
  get,
  greaterV,
  type Local,
  mulV,
  none,
  select,
  seq,
  set,
  subtractV,
} from './code.ts';
import { all, expOf, magnitude, negated, polynomial } from './exp.ts';
import type { Locals } from './module.ts';

/** A smooth activation of four numbers: code that writes its value, or its slope, into `result`. */
export interface Curve {
  value(locals: Locals, x: Local, result: Local, alpha: number): Code;
  slope(locals: Locals, x: Local, result: Local, alpha: number): Code;
}

/** σ(x) = 1/(1 + e⁻ˣ) */
function sigmoid(locals: Locals, x: Local, result: Local): Code {
  return seq(expOf(locals, negated(get(x)), result), set(result, divV(all(1), addV(all(1), get(result)))));
}

/** s² e/(1 + e)² with e = exp(−s|x|): σ′(x) for s = 1 and tanh′(x) for s = 2. By |x|, so that no digits are lost far out. */
function bell(locals: Locals, x: Local, result: Local, steepness: number): Code {
  const e = locals.v128();
  const onePlus = addV(all(1), get(e));
  return seq(
    expOf(locals, mulV(magnitude(get(x)), all(-steepness)), e),
    set(result, divV(mulV(all(steepness * steepness), get(e)), mulV(onePlus, onePlus))),
  );
}

/** Where the quotient would lose its digits, a polynomial of x² (Cephes, `tanhf`). */
const SMALL = 0.625;
const TANH = [-5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1];

function tanh(locals: Locals, x: Local, result: Local): Code {
  const [e, square] = [locals.v128(), locals.v128()];
  const quotient = divV(subtractV(all(1), get(e)), addV(all(1), get(e)));
  const signed = select(get(result), negated(get(result)), greaterV(get(x), none));
  const near = addV(get(x), mulV(mulV(get(x), get(square)), polynomial(square, TANH)));
  return seq(
    expOf(locals, mulV(magnitude(get(x)), all(-2)), e),
    set(result, quotient),
    set(square, mulV(get(x), get(x))),
    set(result, select(signed, near, greaterV(magnitude(get(x)), all(SMALL)))),
  );
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** eˣ − 1, by its series near 0. */
function expMinusOne(locals: Locals, x: Local, result: Local): Code {
  const series = Array.from({ length: 10 }, (_, i) => 1 / factorial(10 - i));
  return seq(
    expOf(locals, get(x), result),
    set(
      result,
      select(
        subtractV(get(result), all(1)),
        mulV(get(x), polynomial(x, series)),
        greaterV(magnitude(get(x)), all(0.5)),
      ),
    ),
  );
}

/** Those of `activations`, but for relu and leakyRelu, which have no curve, and gelu, in both its forms. */
export const curves: Partial<Record<ActivationName, Curve>> = {
  sigmoid: { value: sigmoid, slope: (locals, x, result) => bell(locals, x, result, 1) },
  tanh: { value: tanh, slope: (locals, x, result) => bell(locals, x, result, 2) },
  silu: {
    value: (locals, x, result) => seq(sigmoid(locals, x, result), set(result, mulV(get(x), get(result)))),
    slope(locals, x, result) {
      const steep = locals.v128();
      return seq(
        bell(locals, x, steep, 1),
        sigmoid(locals, x, result),
        set(result, addV(get(result), mulV(get(x), get(steep)))),
      );
    },
  },
  elu: {
    value: (locals, x, result, alpha) =>
      seq(
        expMinusOne(locals, x, result),
        set(result, select(get(x), mulV(all(alpha), get(result)), greaterV(get(x), none))),
      ),
    slope: (locals, x, result, alpha) =>
      seq(
        expOf(locals, get(x), result),
        set(result, select(all(1), mulV(all(alpha), get(result)), greaterV(get(x), none))),
      ),
  },
};
