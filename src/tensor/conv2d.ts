import { channelSums, withBias } from './channels.ts';
import { type Conv2dOptions, conv2dGeometry } from './conv2dGeometry.ts';
import { correlate, scatter, weightGradient } from './conv2dLoops.ts';
import { checkShape } from './errors.ts';
import type { Shape, Tensor } from './tensor.ts';

export type { Conv2dOptions } from './conv2dGeometry.ts';

/**
 * Two-dimensional convolution as libraries mean it, a cross-correlation:
 * y[n, co, oy, ox] = b[co] + Σ x[n, ci, oy·stride + ky·dilation − top, …] · w[co, ci, ky, kx]
 * (Goodfellow, Bengio & Courville 2016, eq. 9.6 and 9.7). The bias is added last.
 *
 * @param x [n, cin, height, width]
 * @param w [cout, cin / groups, kh, kw]
 * @param b [cout], or null
 * @returns y [n, cout, outHeight, outWidth], in the number format of x
 * @throws Error when a shape or an option does not fit, or the kernel is larger than the padded input
 */
export function conv2d(x: Tensor, w: Tensor, b: Tensor | null = null, options: Conv2dOptions = {}): Tensor {
  const g = conv2dGeometry(x.shape, w.shape, options);
  return withBias('conv2d', correlate(g, x, w), b).as(x.dtype);
}

export interface Conv2dGradients {
  /** As x. */
  readonly dx: Tensor;
  /** As w. */
  readonly dw: Tensor;
  /** [cout] */
  readonly db: Tensor;
}

/**
 * All three gradients of {@link conv2d}, given dy = ∂loss/∂y: dx by scattering every dy back over its window;
 * dw by letting dy slide over the padded input, unflipped; db by adding up everything that one bias moved.
 *
 * @param dy [n, cout, outHeight, outWidth]
 * @throws Error when a shape or an option does not fit
 */
export function conv2dBackward(
  x: Tensor,
  w: Tensor,
  dy: Tensor,
  options: Conv2dOptions = {},
): Conv2dGradients {
  const g = conv2dGeometry(x.shape, w.shape, options);
  checkShape('conv2d', 'dy', dy, g.yShape);
  return {
    dx: scatter(g, w, dy).as(dy.dtype),
    dw: weightGradient(g, x, dy).as(dy.dtype),
    db: channelSums(dy).as(dy.dtype),
  };
}

/** ∂loss/∂x alone; `inputShape` is the shape of x, whose numbers do not matter. */
export function conv2dBackwardInput(
  w: Tensor,
  dy: Tensor,
  inputShape: Shape,
  options: Conv2dOptions = {},
): Tensor {
  const g = conv2dGeometry(inputShape, w.shape, options);
  checkShape('conv2d', 'dy', dy, g.yShape);
  return scatter(g, w, dy).as(dy.dtype);
}
