import { checkOneOf, checkShape } from './errors.ts';
import { type Shape, type Tensor, zeros } from './tensor.ts';

/** What a loss makes of its cells: their mean or sum (shape []), or each by itself. */
export type Reduction = 'mean' | 'sum' | 'none';

/** Reduces the cells of a loss. @throws Error for an unknown reduction */
export function reduce(op: string, cells: Tensor, reduction: Reduction): Tensor {
  checkReduction(op, reduction);
  if (reduction === 'none') return cells;
  let sum = 0;
  for (const cell of cells.data) sum += cell;
  const loss = zeros([], cells.dtype);
  loss.data[0] = reduction === 'mean' ? sum / cells.size : sum;
  return loss;
}

/**
 * What reaches cell i from the gradient of the reduced loss: the mean divides by the number of
 * cells, here and nowhere else. No dy stands for 1.
 *
 * @throws Error for an unknown reduction, or when dy has not the shape of the loss
 */
export function reductionBackward(
  op: string,
  cells: Shape,
  size: number,
  reduction: Reduction,
  dy?: Tensor,
): (i: number) => number {
  checkReduction(op, reduction);
  if (dy) checkShape(op, 'dy', dy, reduction === 'none' ? cells : []);
  const divisor = reduction === 'mean' ? size : 1;
  return (i) => (dy ? (dy.data[reduction === 'none' ? i : 0] as number) : 1) / divisor;
}

function checkReduction(op: string, reduction: Reduction): void {
  checkOneOf(op, 'reduction', reduction, ['mean', 'sum', 'none']);
}
