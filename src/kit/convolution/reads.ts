import { explainConv2dInput, explainConv2dWeight } from '../../explain/conv2d.ts';
import type { SumExplanation, Term } from '../../explain/explanation.ts';
import { type Conv2dOptions, conv2dBackwardInput } from '../../tensor/conv2d.ts';
import { full, type Tensor } from '../../tensor/tensor.ts';

/*
 * How often a pixel is read is its gradient when every weight and every ∂y is 1: the same sums as backwards, so the
 * core counts them.
 */

/** How many windows read each cell of x. @param y any tensor of the output's shape */
export function readsOf(x: Tensor, w: Tensor, y: Tensor, options: Conv2dOptions): Tensor {
  return conv2dBackwardInput(full(w.shape, 1, 'float64'), full(y.shape, 1, 'float64'), x.shape, options);
}

/** Products whose other factor is 1, written without it. */
const only = (sum: SumExplanation, tensor: string, name = tensor): SumExplanation => ({
  ...sum,
  terms: sum.terms.map(
    ({ factors, value }): Term => ({
      factors: factors
        .filter((factor) => factor.tensor === tensor)
        .map((factor) => ({ ...factor, tensor: name })),
      value,
    }),
  ),
});

/** One 1 for every window that reads a cell of x; the ones stand on the places of y. */
export function readsSum(
  { x, w, y }: { readonly x: Tensor; readonly w: Tensor; readonly y: Tensor },
  options: Conv2dOptions,
  [row, col]: readonly [number, number],
): SumExplanation {
  const ones = { w: full(w.shape, 1, 'float64'), dy: full(y.shape, 1, 'float64'), inputShape: x.shape };
  return only(explainConv2dInput(ones, options, [0, 0, row, col]), 'dy');
}

/** Every cell of x on which one weight lies, added up: its gradient when every ∂y is 1. @param name what x is called */
export function underWeight(
  { x, w, y }: { readonly x: Tensor; readonly w: Tensor; readonly y: Tensor },
  options: Conv2dOptions,
  [row, col]: readonly [number, number],
  name = 'x',
): SumExplanation {
  const upstream = { x, dy: full(y.shape, 1, 'float64'), wShape: w.shape };
  return only(explainConv2dWeight(upstream, options, [0, 0, row, col]), 'x', name);
}
