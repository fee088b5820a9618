import { createOptimizer, type OptimizerSpec } from '../../network/optimizers.ts';
import { tensor } from '../../tensor/tensor.ts';
import type { Landscape, Weights } from './landscape.ts';

/** One update: the weights before, their gradient, what the optimiser remembers after it, the weights after. */
export interface Update {
  readonly at: Weights;
  readonly loss: number;
  /** The example whose gradient it is; null: all of them. */
  readonly example: number | null;
  readonly slope: Weights;
  /** Momentum: V. Adam: M and Q. As they stand before and after this update. */
  readonly before: readonly Weights[];
  readonly after: readonly Weights[];
  readonly next: Weights;
}

export interface Path {
  readonly updates: readonly Update[];
  /** It ends early: the next update would leave the numbers that a float32 holds. */
  readonly overflows: boolean;
}

/** The largest number of a float32, in which networks are trained; beyond it there is only ∞. */
export const LARGEST = 3.4028234663852886e38;

const fits = (values: readonly number[]): boolean => values.every((value) => Math.abs(value) <= LARGEST);

/**
 * Follows an optimiser of the core from `start`, in float64.
 *
 * @param examples the example of each update, or null for the mean over all
 */
export function descend(
  landscape: Landscape,
  spec: OptimizerSpec,
  start: Weights,
  examples: readonly (number | null)[],
): Path {
  const optimizer = createOptimizer(spec);
  const w = tensor([start.length], [...start], 'float64');
  const buffers = (): Weights[] => optimizer.saveState().buffers.map(([buffer]) => [...(buffer?.data ?? [])]);
  const updates: Update[] = [];
  for (const example of examples) {
    const at = [...w.data];
    const loss = landscape.loss(at, null);
    const slope = landscape.slope(at, example);
    const before = buffers();
    optimizer.stepInPlace([w], [tensor([start.length], slope, 'float64')]);
    const [after, next] = [buffers(), [...w.data]];
    if (!fits([loss, ...slope, ...after.flat(), ...next])) return { updates, overflows: true };
    const none = after.map((buffer) => buffer.map(() => 0));
    updates.push({ at, loss, example, slope, before: before.length > 0 ? before : none, after, next });
  }
  return { updates, overflows: false };
}
