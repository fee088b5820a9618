import { type ConvTranspose2dOptions, convTranspose2dMirror } from '../tensor/convTranspose2d.ts';
import type { Shape, Tensor } from '../tensor/tensor.ts';
import { correlationTerms, scatterTerms, weightTerms } from './conv2d.ts';
import type { SumExplanation } from './explanation.ts';
import { checkIndex, factor, product, sumOf } from './terms.ts';

/** One cell y[n, co, oy, ox]: every x · w that is scattered onto it, then the bias. */
export function explainConvTranspose2d(
  { x, w, b = null }: { x: Tensor; w: Tensor; b?: Tensor | null },
  options: ConvTranspose2dOptions,
  index: readonly number[],
): SumExplanation {
  const g = convTranspose2dMirror(x.shape, w.shape, options);
  checkIndex('y', index, [g.batch, g.cin, g.height, g.width]);
  const terms = scatterTerms(g, { w, dy: x }, ['w', 'x'], index);
  if (b) terms.push(product(factor('b', b, index[1] as number)));
  return sumOf('y', index, terms, x.dtype);
}

/** One cell dx[n, ci, iy, ix]: a plain convolution of dy with w. */
export function explainConvTranspose2dInput(
  { w, dy, inputShape }: { w: Tensor; dy: Tensor; inputShape: Shape },
  options: ConvTranspose2dOptions,
  index: readonly number[],
): SumExplanation {
  const g = convTranspose2dMirror(inputShape, w.shape, options);
  checkIndex('dx', index, inputShape);
  return sumOf('dx', index, correlationTerms(g, { x: dy, w, b: null }, ['dy', 'w', 'b'], index), dy.dtype);
}

/** One cell dw[ci, co, ky, kx]: the terms x · dy in the order n, iy, ix. */
export function explainConvTranspose2dWeight(
  { x, dy, wShape }: { x: Tensor; dy: Tensor; wShape: Shape },
  options: ConvTranspose2dOptions,
  index: readonly number[],
): SumExplanation {
  const g = convTranspose2dMirror(x.shape, wShape, options);
  checkIndex('dw', index, wShape);
  return sumOf('dw', index, weightTerms(g, { x: dy, dy: x }, ['dy', 'x'], index), dy.dtype);
}
