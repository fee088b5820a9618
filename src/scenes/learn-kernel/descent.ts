import { stableRate } from '../../network/rateBounds.ts';
import { conv2d, conv2dBackward } from '../../tensor/conv2d.ts';
import { meanSquaredError, meanSquaredErrorBackward } from '../../tensor/meanSquaredError.ts';
import { symmetricEigen } from '../../tensor/symmetricEigen.ts';
import { type Tensor, tensor, zeros } from '../../tensor/tensor.ts';

/** One kernel, and all that follows from it: forwards, the loss, backwards. */
export interface Try {
  /** [1, 1, k, k] */
  readonly w: Tensor;
  /** [pictures, 1, out, out] */
  readonly y: Tensor;
  /** The mean of (y − t)² over all cells of all pictures. */
  readonly loss: number;
  readonly dy: Tensor;
  readonly dw: Tensor;
}

export function tryKernel(x: Tensor, t: Tensor, w: Tensor): Try {
  const y = conv2d(x, w);
  const dy = meanSquaredErrorBackward(y, t);
  return { w, y, loss: meanSquaredError(y, t).data[0] as number, dy, dw: conv2dBackward(x, w, dy).dw };
}

/** A loss beyond this is no longer worth a number: the steps have run away. */
const RAN_AWAY = 1e12;

/** The kernels that gradient descent goes through, each made when it is first asked for. */
export interface Descent {
  /** After so many steps; where they have run away, the last that was worth a number. */
  at(step: number): Try;
  /** The step after which the loss has run away; undefined if none of the first `step` did. */
  ranAway(step: number): number | undefined;
}

/** w ← w − η ∂w, again and again. */
export function descend(x: Tensor, t: Tensor, start: Tensor, rate: number): Descent {
  const tries = [tryKernel(x, t, start)];
  let end = Number.POSITIVE_INFINITY;
  const reach = (step: number): void => {
    while (tries.length <= step && tries.length - 1 < end) {
      const { w, dw } = tries.at(-1) as Try;
      const next = tryKernel(
        x,
        t,
        w.map((value, i) => value - rate * (dw.data[i] as number)),
      );
      if (next.loss < RAN_AWAY) tries.push(next);
      else end = tries.length - 1;
    }
  };
  return {
    at(step) {
      reach(step);
      return tries[Math.min(step, tries.length - 1)] as Try;
    },
    ranAway(step) {
      reach(step);
      return step > end ? end : undefined;
    },
  };
}

/** What the pictures say about a kernel, whatever it starts from. */
export interface Bowl {
  /** Curvature of the loss along its own axes, from the steepest to the flattest. */
  readonly curvatures: readonly number[];
  /** Axes along which the loss does change: what can be learned. */
  readonly learnable: number;
  /** The learning rate from which on the steepest axis diverges. */
  readonly bound: number;
  /** The least loss that any kernel reaches. */
  readonly least: number;
}

/** An axis this much flatter than the steepest is flat: what is left there is rounding. */
const FLAT = 1e-10;

/**
 * The loss is a quadratic bowl over the kernel's numbers: its gradient is H w − c. H is read off the backward pass, a
 * column for each kernel that is 1 in one cell and 0 elsewhere.
 */
export function bowlOf(x: Tensor, t: Tensor, shape: readonly number[]): Bowl {
  const nothing = zeros(t.shape, 'float64');
  const kernel = (values: readonly number[]): Tensor => tensor(shape, values, 'float64');
  const size = shape.reduce((a, b) => a * b, 1);
  const columns = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)),
  ).map((unit) => tryKernel(x, nothing, kernel(unit)).dw.data);
  const { values, vectors } = symmetricEigen(columns);
  const steepest = Math.max(values[0] as number, Number.MIN_VALUE);
  const curved = values.filter((value) => value > FLAT * steepest);
  const slope = tryKernel(x, t, zeros(shape, 'float64')).dw.data;
  const best = new Array<number>(size).fill(0);
  curved.forEach((value, k) => {
    const axis = vectors[k] as readonly number[];
    const along = axis.reduce((sum, part, i) => sum - part * (slope[i] as number), 0) / value;
    axis.forEach((part, i) => {
      best[i] = (best[i] as number) + along * part;
    });
  });
  return {
    curvatures: values,
    learnable: curved.length,
    bound: stableRate(steepest),
    least: tryKernel(x, t, kernel(best)).loss,
  };
}
