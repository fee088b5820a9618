import { checkShape, reject } from './errors.ts';
import { type Shape, sizeOf, type Tensor } from './tensor.ts';

/**
 * Each sample as one row: cell (c, y, x) becomes number (c · height + y) · width + x.
 *
 * @param x [n, …]
 * @returns y [n, product of the rest]; the numbers are shared, not copied
 */
export function flatten(x: Tensor): Tensor {
  return x.reshape(flatShape(x.shape));
}

/** The way back: dy under the shape of x. @throws Error when dy is not x flattened */
export function flattenBackward(dy: Tensor, inputShape: Shape): Tensor {
  checkShape('flatten', 'dy', dy, flatShape(inputShape));
  return dy.reshape(inputShape);
}

function flatShape(shape: Shape): [number, number] {
  if (shape.length < 1) reject('flatten', 'the shape of x', shape, '[n, …]');
  return [shape[0] as number, sizeOf(shape.slice(1))];
}
