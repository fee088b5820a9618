import { checkShape, reject } from './errors.ts';
import { createRandom } from './random.ts';
import type { Tensor } from './tensor.ts';

export interface DropoutResult {
  readonly y: Tensor;
  /** 0 where a cell was dropped, else 1 / (1 − p). */
  readonly mask: Tensor;
}

/**
 * Inverted dropout (Srivastava et al. 2014, as CS231n writes it): each cell becomes 0 with
 * probability p, the rest is scaled by 1/(1 − p), so that evaluation needs no change at all.
 *
 * @param x any shape
 * @param p from 0 to 1
 * @param seed the same seed drops the same cells
 * @throws Error when p is no probability
 */
export function dropout(x: Tensor, p: number, seed: number): DropoutResult {
  checkProbability(p);
  const random = createRandom(seed);
  const mask = x.map(() => (random.next() < p ? 0 : 1 / (1 - p)));
  return { y: dropoutBackward(x, mask), mask };
}

/** @throws Error unless p is from 0 to 1 */
export function checkProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) reject('dropout', 'p', p, 'from 0 to 1');
}

/** dx = dy ⊙ mask, the same map as forwards. @throws Error when dy has not the shape of the mask */
export function dropoutBackward(dy: Tensor, mask: Tensor): Tensor {
  checkShape('dropout', 'dy', dy, mask.shape);
  return dy.map((upstream, i) => upstream * mask.data[i]!);
}
