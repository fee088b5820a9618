import type { Model } from '../../network/model.ts';
import { crossEntropy } from '../../tensor/crossEntropy.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import { batchOf, modelWith, moved } from './weights.ts';

/** A learning rate, and the loss after a step of that size. */
export type CurvePoint = readonly [rate: number, loss: number];

/** The loss along the step, for one image and for the mean of the other nine: what is looked at, in float32. */
export interface Curves {
  own(top: number): readonly CurvePoint[];
  others(top: number): readonly CurvePoint[];
  /** Of weight `i` of the first layer alone: it moves the loss so little that this is computed in float64. */
  alone(i: number, top: number): readonly CurvePoint[];
  /** The mean loss of the other nine after a step of this size. */
  othersAt(rate: number): number;
}

const OWN_POINTS = 48;
const OTHER_POINTS = 16;
const ALONE_POINTS = 24;

let fast: Model | undefined;

interface Stepped {
  readonly weights: readonly Tensor[];
  readonly gradients: readonly Tensor[];
  /** The digit that the step is taken for; the others are the samples of the nine other classes. */
  readonly label: number;
  /** The loss if weight `i` alone were changed by `by`. */
  alone(i: number, by: number): number;
}

/** The curves of one step, each computed when it is first asked for and kept. */
export function createCurves({ weights, gradients, label, alone }: Stepped): Curves {
  const known = new Map<string, unknown>();
  const once = <T>(key: string, make: () => T): T => {
    if (!known.has(key)) known.set(key, make());
    return known.get(key) as T;
  };
  const others = Array.from({ length: 10 }, (_, k) => k).filter((k) => k !== label);
  const batches = once('batches', () => ({
    own: batchOf([label], 'float32'),
    others: batchOf(others, 'float32'),
  }));
  const lossAt = (rate: number, x: Tensor, labels: readonly number[]): number => {
    fast ??= modelWith(weights, {});
    const next = moved(weights, gradients, rate);
    fast.params.forEach((p, k) => {
      p.data.set((next[k] as Tensor).data);
    });
    return crossEntropy(fast.forward(x), labels).data[0] as number;
  };
  const sampled = (top: number, count: number, at: (rate: number) => number): CurvePoint[] =>
    Array.from({ length: count + 1 }, (_, i): CurvePoint => [(top * i) / count, at((top * i) / count)]);
  const ownAt = (rate: number): number => lossAt(rate, batches.own, [label]);
  const othersAt = (rate: number): number => lossAt(rate, batches.others, others);
  return {
    own: (top) => once(`own ${top}`, () => sampled(top, OWN_POINTS, ownAt)),
    others: (top) => once(`others ${top}`, () => sampled(top, OTHER_POINTS, othersAt)),
    alone(i, top) {
      const slope = (gradients[0] as Tensor).data[i] as number;
      return once(`${i} ${top}`, () => sampled(top, ALONE_POINTS, (rate) => alone(i, -rate * slope)));
    },
    othersAt: (rate) => once(`at ${rate}`, () => othersAt(rate)),
  };
}
