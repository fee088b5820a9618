import { checkShape } from './errors.ts';
import { type Reduction, reduce, reductionBackward } from './reduction.ts';
import { type Tensor, zeros } from './tensor.ts';

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
  const cells = zeros(x.shape, reduction === 'none' ? x.dtype : 'float64');
  for (let i = 0; i < x.size; i++) {
    const difference = (x.data[i] as number) - (target.data[i] as number);
    cells.data[i] = difference * difference;
  }
  const loss = reduce(OP, cells, reduction);
  return reduction === 'none' ? loss : loss.as(x.dtype);
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
  const dx = zeros(x.shape, x.dtype);
  for (let i = 0; i < x.size; i++)
    dx.data[i] = 2 * ((x.data[i] as number) - (target.data[i] as number)) * upstream(i);
  return dx;
}
