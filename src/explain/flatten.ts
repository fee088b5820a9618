import { type Shape, type Tensor, zeros } from '../tensor/tensor.ts';
import type { SumExplanation } from './explanation.ts';
import { checkIndex, factor, product, sumOf } from './terms.ts';

/** The index of the place `offset` of a row-major shape. */
export function indexAt(shape: Shape, offset: number): number[] {
  const index = shape.map(() => 0);
  let rest = offset;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const side = shape[axis] as number;
    index[axis] = rest % side;
    rest = Math.floor(rest / side);
  }
  return index;
}

/** One cell y[n, q] of flatten: the one cell of x that stands there. */
export function explainFlatten({ x }: { x: Tensor }, index: readonly number[]): SumExplanation {
  const columns = x.size / (x.shape[0] as number);
  checkIndex('y', index, [x.shape[0] as number, columns]);
  const [n, q] = index as [number, number];
  const from = indexAt(x.shape, n * columns + q);
  return sumOf('y', index, [product(factor('x', x, ...from))], x.dtype);
}

/** One cell dx of flatten: the one cell of dy that it became. */
export function explainFlattenInput(
  { dy, inputShape }: { dy: Tensor; inputShape: Shape },
  index: readonly number[],
): SumExplanation {
  checkIndex('dx', index, inputShape);
  const at = indexAt(dy.shape, zeros(inputShape).offset(index));
  return sumOf('dx', index, [product(factor('dy', dy, ...at))], dy.dtype);
}
