import { erfc } from './erf.ts';
import { checkOneOf, checkShape, reject } from './errors.ts';
import type { Tensor } from './tensor.ts';

/** A function of one number, applied to each cell. `alpha` is the slope or scale, where there is one. */
export interface Activation {
  readonly forward: (x: number, alpha: number) => number;
  readonly derivative: (x: number, alpha: number) => number;
  /** What alpha is when it is not given. */
  readonly alpha?: number;
}

export type ActivationName = 'relu' | 'leakyRelu' | 'elu' | 'sigmoid' | 'tanh' | 'gelu' | 'geluTanh' | 'silu';

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
/** Φ and φ, the normal distribution and its density. */
const normal = (x: number) => erfc(-x / Math.SQRT2) / 2;
const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
/** The tanh approximation of GELU (Hendrycks & Gimpel, arXiv:1606.08415): ½x(1 + tanh u). */
const C = Math.sqrt(2 / Math.PI);
const inner = (x: number) => C * (x + 0.044715 * x * x * x);
/** σ′ and tanh′ by |x|: s(1 − s) and 1 − t² would lose their digits far out. */
const sigmoidSlope = (x: number) => {
  const e = Math.exp(-Math.abs(x));
  return e / ((1 + e) * (1 + e));
};
const tanhSlope = (x: number) => 1 / Math.cosh(x) ** 2;

/**
 * Formulas and conventions as in PyTorch: the slope of relu and leakyRelu at 0 is that of the
 * negative side, NaN stays NaN.
 */
export const activations: Readonly<Record<ActivationName, Activation>> = {
  relu: { forward: (x) => (x <= 0 ? 0 : x), derivative: (x) => (x <= 0 ? 0 : 1) },
  leakyRelu: {
    forward: (x, alpha) => (x > 0 ? x : alpha * x),
    derivative: (x, alpha) => (x > 0 ? 1 : alpha),
    alpha: 0.01,
  },
  elu: {
    forward: (x, alpha) => (x > 0 ? x : alpha * Math.expm1(x)),
    derivative: (x, alpha) => (x > 0 ? 1 : alpha * Math.exp(x)),
    alpha: 1,
  },
  sigmoid: { forward: sigmoid, derivative: sigmoidSlope },
  tanh: { forward: Math.tanh, derivative: tanhSlope },
  gelu: { forward: (x) => x * normal(x), derivative: (x) => normal(x) + x * density(x) },
  geluTanh: {
    forward: (x) => 0.5 * x * (1 + Math.tanh(inner(x))),
    derivative: (x) =>
      0.5 * (1 + Math.tanh(inner(x))) + 0.5 * x * tanhSlope(inner(x)) * C * (1 + 3 * 0.044715 * x * x),
  },
  silu: {
    forward: (x) => x * sigmoid(x),
    derivative: (x) => sigmoid(x) + x * sigmoidSlope(x),
  },
};

/** The function and its alpha. @throws Error for an unknown name or an alpha that is no number */
export function activationOf(name: ActivationName, alpha?: number): Activation & { alpha: number } {
  checkOneOf('activation', 'name', name, Object.keys(activations));
  const found = activations[name];
  const value = alpha ?? found.alpha ?? 0;
  if (!Number.isFinite(value)) reject(name, 'alpha', alpha, 'a finite number');
  return { ...found, alpha: value };
}

/**
 * y = name(x), cell by cell.
 *
 * @param x any shape; y has the same
 * @param alpha slope of leakyRelu (0.01), scale of elu (1)
 */
export function activation(name: ActivationName, x: Tensor, alpha?: number): Tensor {
  const f = activationOf(name, alpha);
  return x.map((value) => f.forward(value, f.alpha));
}

/**
 * dx = dy ⊙ name′(x). Where relu is shut it passes nothing on, not even NaN or infinity.
 *
 * @param x what the forward pass got · @param dy as x
 * @throws Error when dy has not the shape of x
 */
export function activationBackward(name: ActivationName, x: Tensor, dy: Tensor, alpha?: number): Tensor {
  const f = activationOf(name, alpha);
  checkShape(name, 'dy', dy, x.shape);
  return dy.map((upstream, i) => {
    const slope = f.derivative(x.data[i]!, f.alpha);
    return name === 'relu' && slope === 0 ? 0 : upstream * slope;
  });
}
