import { errorText } from '../../kit/check/checkText.ts';
import { TOLERANCE } from '../../kit/check/gradients.ts';
import { centralDifference, relativeError } from '../../tensor/gradientCheck.ts';
import type { DType } from '../../tensor/tensor.ts';
import { decisions, type Forward, forward, inFormat, type Network, type TensorName } from './network.ts';

/** Slopes below it are taken for 0: what rounding leaves of them has no relative error (as in CS231n’s assignments). */
export const LEAST = 1e-8;

/** One number θ, nudged both ways. */
export interface NumberCheck {
  readonly theta: number;
  /** θ + ε and θ − ε, as the number format stores them, and the passes forwards with them. */
  readonly up: number;
  readonly down: number;
  readonly above: Forward;
  readonly below: Forward;
  /** (L(θ + ε) − L(θ − ε)) / 2ε */
  readonly numeric: number;
  /** What the pass backwards says. */
  readonly analytic: number;
  /** |analytic − numeric| / max(|analytic|, |numeric|, 10⁻⁸) */
  readonly error: number;
  /** Between the two nudges a ReLU or a maximum decided differently. */
  readonly isKink: boolean;
}

/** All numbers of one tensor. */
export interface TensorCheck {
  readonly numbers: readonly NumberCheck[];
  /** The largest difference over the largest slope, kinks left out: a slope of 0 has no relative error of its own. */
  readonly error: number;
  readonly kinks: number;
  /** How many have no kink; without one nothing is known. */
  readonly compared: number;
  readonly holds: boolean;
  /** Whether a number by itself is off by more than is allowed. */
  isWrong(at: number): boolean;
}

/** The loss as a function of one number of the network, everything else as it is. */
export function lossAlong(network: Network, name: TensorName, at: number): (value: number) => Forward {
  const changed = network[name].clone();
  const now = { ...network, [name]: changed };
  return (value) => {
    changed.data[at] = value;
    return forward(now);
  };
}

export function checkNumber(
  network: Network,
  name: TensorName,
  at: number,
  epsilon: number,
  analytic: number,
): NumberCheck {
  const passes: { value: number; pass: Forward }[] = [];
  const changed = network[name].clone();
  const now = { ...network, [name]: changed };
  centralDifference(
    (values: Float64Array | Float32Array) => {
      const pass = forward(now);
      passes.push({ value: values[at] as number, pass });
      return pass.loss;
    },
    changed.data,
    at,
    epsilon,
  );
  const [up, down] = passes as [(typeof passes)[0], (typeof passes)[0]];
  // As the formula has it, and as it is mostly written: by 2ε, not by the difference of the two stored numbers.
  const numeric = (up.pass.loss - down.pass.loss) / (2 * epsilon);
  return {
    theta: network[name].data[at] as number,
    ...{ up: up.value, down: down.value, above: up.pass, below: down.pass },
    ...{ numeric, analytic, error: relativeError(analytic, numeric, LEAST) },
    isKink: decisions(up.pass) !== decisions(down.pass),
  };
}

export function checkTensor(
  network: Network,
  name: TensorName,
  epsilon: number,
  gradient: ArrayLike<number>,
): TensorCheck {
  const numbers = Array.from(gradient, (analytic, at) => checkNumber(network, name, at, epsilon, analytic));
  const smooth = numbers.filter(({ isKink }) => !isKink);
  const scale = Math.max(
    0,
    ...smooth.map(({ analytic, numeric }) => Math.max(Math.abs(analytic), Math.abs(numeric))),
  );
  const errorOf = ({ analytic, numeric }: NumberCheck): number => relativeError(analytic, numeric, scale);
  const error = Math.max(0, ...smooth.map(errorOf));
  return {
    numbers,
    error,
    kinks: numbers.length - smooth.length,
    compared: smooth.length,
    holds: error < TOLERANCE,
    isWrong: (at) => {
      const number = numbers[at];
      return number !== undefined && !number.isKink && !(errorOf(number) < TOLERANCE);
    },
  };
}

export interface TensorVerdict {
  readonly state: 'right' | 'wrong' | 'none';
  readonly mark: string;
  /** In a word; empty where nothing was compared. */
  readonly error: string;
}

export function verdictOf({ holds, error, compared }: TensorCheck): TensorVerdict {
  if (compared === 0) return { state: 'none', mark: '–', error: '' };
  return { state: holds ? 'right' : 'wrong', mark: holds ? '✓' : '✗', error: errorText(error) };
}

/** Places on the axis of ε: four to a power of ten. */
const FINE = 4;

/** The error of one number against ε: [log₁₀ ε, log₁₀ error], where there is an error. */
export function errorsOver(
  network: Network,
  format: DType,
  name: TensorName,
  at: number,
  analytic: number,
  [from, to]: readonly [number, number],
): (readonly [exponent: number, logError: number])[] {
  const rounded = inFormat(network, format);
  return Array.from({ length: (to - from) * FINE + 1 }, (_, i) => from + i / FINE).flatMap((exponent) => {
    const { error } = checkNumber(rounded, name, at, 10 ** exponent, analytic);
    return error > 0 && Number.isFinite(error) ? [[exponent, Math.log10(error)] as const] : [];
  });
}
