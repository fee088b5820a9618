import { tensor } from '../tensor/tensor.ts';
import { createOptimizer, type OptimizerSpec } from './optimizers.ts';

/** A loss as a function of its weights. */
export interface Differentiable {
  /** @param example that one alone; null: the mean over all */
  loss(at: readonly number[], example: number | null): number;
  /** Its partial derivatives. */
  slope(at: readonly number[], example: number | null): number[];
}

/** One update: the weights before, their gradient, what the optimiser remembers, the weights after. */
export interface Update {
  readonly at: readonly number[];
  /** Over all examples. */
  readonly loss: number;
  /** The example whose gradient it is; null: all of them. */
  readonly example: number | null;
  readonly slope: readonly number[];
  /** The optimiser's buffers (v; or m and v) before and after this update. */
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
  readonly next: readonly number[];
}

export interface Path {
  readonly updates: readonly Update[];
  /** It ends early: the next update would leave the numbers that a float32 holds. */
  readonly overflows: boolean;
}

/** The largest number of a float32, in which networks are trained; beyond it there is only ∞. */
const LARGEST = 3.4028234663852886e38;

const fits = (values: readonly number[]): boolean => values.every((value) => Math.abs(value) <= LARGEST);

/**
 * Follows an optimiser from `start`, an update for each entry of `examples`, in float64.
 *
 * @param examples the example whose gradient each update takes, or null for the mean over all
 */
export function descend(
  f: Differentiable,
  spec: OptimizerSpec,
  start: readonly number[],
  examples: readonly (number | null)[],
): Path {
  const optimizer = createOptimizer(spec);
  const w = tensor([start.length], [...start], 'float64');
  const buffers = (): number[][] =>
    optimizer.saveState().buffers.map(([buffer]) => [...(buffer?.data ?? [])]);
  const updates: Update[] = [];
  for (const example of examples) {
    const at = [...w.data];
    const loss = f.loss(at, null);
    const slope = f.slope(at, example);
    const before = buffers();
    optimizer.stepInPlace([w], [tensor([start.length], slope, 'float64')]);
    const [after, next] = [buffers(), [...w.data]];
    if (!fits([loss, ...slope, ...after.flat(), ...next])) return { updates, overflows: true };
    const none = after.map((buffer) => buffer.map(() => 0));
    updates.push({ at, loss, example, slope, before: before.length > 0 ? before : none, after, next });
  }
  return { updates, overflows: false };
}
