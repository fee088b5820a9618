import type { Tensor } from '../tensor/tensor.ts';
import type { SumExplanation } from './explanation.ts';
import { checkIndex, factor, product, sumOf } from './terms.ts';

/** One cell of a residual sum, y = a + b. */
export function explainAdd({ a, b }: { a: Tensor; b: Tensor }, index: readonly number[]): SumExplanation {
  checkIndex('y', index, a.shape);
  return sumOf('y', index, [product(factor('a', a, ...index)), product(factor('b', b, ...index))], a.dtype);
}

/** One cell of either gradient of a sum: dy itself. */
export function explainAddInput(
  { dy }: { dy: Tensor },
  side: 'a' | 'b',
  index: readonly number[],
): SumExplanation {
  checkIndex(`d${side}`, index, dy.shape);
  return sumOf(`d${side}`, index, [product(factor('dy', dy, ...index))], dy.dtype);
}
