import { checkShape } from './errors.ts';
import type { Tensor } from './tensor.ts';

/**
 * Residual sum y = a + b.
 *
 * @throws Error when the shapes differ
 */
export function add(a: Tensor, b: Tensor): Tensor {
  checkShape('add', 'b', b, a.shape);
  return a.map((value, i) => value + b.data[i]!);
}

/** The gradient of a sum goes to both sides unchanged. */
export function addBackward(dy: Tensor): { da: Tensor; db: Tensor } {
  return { da: dy.clone(), db: dy.clone() };
}
