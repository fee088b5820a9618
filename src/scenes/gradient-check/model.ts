import type { GradientClaim } from '../../kit/check/gradients.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { tensor } from '../../tensor/tensor.ts';
import { checkTensor, errorsOver, lossAlong, type NumberCheck, type TensorCheck } from './check.ts';
import {
  backward,
  decisions,
  type Forward,
  forward,
  inFormat,
  type Network,
  SHAPES,
  TENSORS,
  type TensorName,
} from './network.ts';
import { type CheckParams, EXPONENTS } from './parameters.ts';
import { SIGN, WORDS } from './words.ts';

/** The steps of one number: nudge up, forwards, nudge down, forwards, subtract, divide, compare. */
export const STEPS = 7;

/**
 * Two pictures in which the bugs show: the columns of the first repeat in its middle rows, so that two windows tie and move together; the second
 * leaves a whole window of ReLUs dead. The bias of −½ keeps whole sums off the kink at 0.
 */
const NUMBERS: Readonly<Record<TensorName, readonly number[]>> = {
  x: [
    ...[1, 2, 1, 0, 1, 1, 0, 2, 0, 2, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 0, 0],
    ...[2, 3, 0, 1, 1, 0, 2, 3, 2, 2, 1, 1, 0, 2, 3, 2, 2, 3, 2, 1, 0, 1, 2, 1, 3],
  ],
  w: [-2, 1, -2, 1, 0, -1, 0, 1, -2],
  b: [-0.5],
  W: [-0.2, -0.6, -0.6, 0.4, -0.6, -0.2, 0.2, -0.6],
};

/** The network, its pass backwards with the bug that is asked for, and every number of it checked by passes forwards. */
export interface CheckModel {
  readonly params: CheckParams;
  readonly network: Network;
  readonly pass: Forward;
  /** In float64, by the pass backwards as it is written now. */
  readonly gradients: Network;
  readonly epsilon: number;
  /** In the number format that is chosen. */
  readonly checks: Readonly<Record<TensorName, TensorCheck>>;
  /** The tensors whose check is red. */
  readonly red: readonly TensorName[];
  readonly track: Track<TensorName>;
  /** (L(θ + tε) − L(θ)) / ε over t: a curve whose slope at 0 is the derivative, whatever ε is. */
  curveOf(name: TensorName, at: number): (t: number) => number;
  /** The error of one number over ε, in both formats: powers of ten. */
  errorsOf(
    name: TensorName,
    at: number,
  ): Readonly<Record<CheckParams['format'], readonly (readonly [number, number])[]>>;
}

const byName = <T>(make: (name: TensorName) => T): Readonly<Record<TensorName, T>> => ({
  x: make('x'),
  w: make('w'),
  b: make('b'),
  W: make('W'),
});

export function build(params: CheckParams): CheckModel {
  const { exponent, format, bug } = params;
  const network = byName((name) => {
    const given = params[name];
    const initial = NUMBERS[name];
    return tensor(
      SHAPES[name],
      initial.map((number, i) => (given ? (given[i] ?? 0) : number)),
      'float64',
    );
  });
  const gradients = backward(network, bug);
  const epsilon = Number(`1e${exponent}`);
  const rounded = inFormat(network, format);
  const checks = byName((name) => checkTensor(rounded, name, epsilon, gradients[name].data));
  return {
    ...{ params, network, gradients, epsilon, checks },
    pass: forward(network),
    red: TENSORS.filter((name) => !checks[name].holds),
    track: createTrack(
      TENSORS.map((id) => ({
        id,
        cells: network[id].size,
        terms: STEPS,
        name: { en: SIGN[id], zh: SIGN[id] },
        termWord: WORDS.step,
        role: 'gradient',
      })),
    ),
    curveOf(name, at) {
      const along = lossAlong(rounded, name, at);
      const theta = rounded[name].data[at] as number;
      const here = along(theta).loss;
      return (t) => (along(theta + t * epsilon).loss - here) / epsilon;
    },
    errorsOf: remembered((name, at) => {
      const analytic = gradients[name].data[at] as number;
      return {
        float64: errorsOver(network, 'float64', name, at, analytic, EXPONENTS),
        float32: errorsOver(network, 'float32', name, at, analytic, EXPONENTS),
      };
    }),
  };
}

/** Asked again for the same number, the answer is the one of before. */
function remembered<T>(make: (name: TensorName, at: number) => T): (name: TensorName, at: number) => T {
  const known = new Map<string, T>();
  return (name, at) => {
    const key = `${name} ${at}`;
    const found = known.get(key) ?? make(name, at);
    known.set(key, found);
    return found;
  };
}

/** The four gradients. With a bug they are what the broken code makes, and the badge of the figure says that they are wrong. */
export function gradientsOf({ network, params }: CheckModel): GradientClaim[] {
  return TENSORS.map((name) => {
    const withValues = (values: Float64Array): Forward =>
      forward({ ...network, [name]: tensor(SHAPES[name], values, 'float64') });
    return {
      grid: `d${name}`,
      values: network[name].data,
      loss: (values) => withValues(values).loss,
      isBroken: params.bug !== 'none',
      isKink(index) {
        const decided = (by: number): string => {
          const values = Float64Array.from(network[name].data);
          const value = values[index] as number;
          values[index] = value + by * Math.max(1, Math.abs(value));
          return decisions(withValues(values));
        };
        return decided(1e-5) !== decided(-1e-5);
      },
    };
  });
}

/** The check of one number. */
export const numberAt = ({ checks }: CheckModel, name: TensorName, at: number): NumberCheck =>
  checks[name].numbers[at] as NumberCheck;
