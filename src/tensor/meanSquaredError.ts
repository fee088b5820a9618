import { checkShape } from './errors.ts';
import { type Reduction, reduce, reductionBackward } from './reduction.ts';
import type { Tensor } from './tensor.ts';

const OP = 'meanSquaredError';

/**
 * (x − target)², as a mean over all cells, their sum, or each.
 *
 * @param x any shape · @param target as x
 * @returns shape [] for 'mean' and 'sum', as x for 'none'
 * @throws Error when the shapes differ
 */
export function meanSquaredError(x: Tensor, target: Tensor, reduction: Reduction = 'mean'): Tensor {
  checkShape(OP, 'target', target, x.shape);
  const cells = x.as('float64').map((value, i) => {
    const difference = value - target.data[i]!;
    return difference * difference;
  });
  return reduce(OP, cells, reduction).as(x.dtype);
}

/** dx = 2 (x − target) · dy, divided by the number of cells if the loss is a mean. No dy stands for 1. */
export function meanSquaredErrorBackward(
  x: Tensor,
  target: Tensor,
  reduction: Reduction = 'mean',
  dy?: Tensor,
): Tensor {
  checkShape(OP, 'target', target, x.shape);
  const upstream = reductionBackward(OP, x.shape, x.size, reduction, dy);
  return x.map((value, i) => 2 * (value - target.data[i]!) * upstream(i));
}
