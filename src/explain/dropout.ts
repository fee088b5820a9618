import type { Tensor } from '../tensor/tensor.ts';
import type { SumExplanation } from './explanation.ts';
import { checkIndex, factor, product, sumOf } from './terms.ts';

/** One cell of dropout, y = x · mask; mask is 0 or 1/(1 − p). */
export function explainDropout(
  { x, mask }: { x: Tensor; mask: Tensor },
  index: readonly number[],
): SumExplanation {
  checkIndex('y', index, x.shape);
  return sumOf('y', index, [product(factor('x', x, ...index), factor('mask', mask, ...index))], x.dtype);
}

/** One cell of dropout's gradient, dx = dy · mask. */
export function explainDropoutInput(
  { dy, mask }: { dy: Tensor; mask: Tensor },
  index: readonly number[],
): SumExplanation {
  checkIndex('dx', index, dy.shape);
  return sumOf('dx', index, [product(factor('dy', dy, ...index), factor('mask', mask, ...index))], dy.dtype);
}
