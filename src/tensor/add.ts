import { checkShape } from './errors.ts';
import { type Tensor, zeros } from './tensor.ts';

/**
 * Residual sum y = a + b.
 *
 * @throws Error when the shapes differ
 */
export function add(a: Tensor, b: Tensor): Tensor {
  checkShape('add', 'b', b, a.shape);
  const y = zeros(a.shape, a.dtype);
  for (let i = 0; i < y.size; i++) y.data[i] = (a.data[i] as number) + (b.data[i] as number);
  return y;
}

/** The gradient of a sum goes to both sides unchanged. */
export function addBackward(dy: Tensor): { da: Tensor; db: Tensor } {
  return { da: dy.clone(), db: dy.clone() };
}
