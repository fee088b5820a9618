import { type Conv2dGeometry, type Conv2dOptions, conv2dGeometry } from '../tensor/conv2dGeometry.ts';
import { reject } from '../tensor/errors.ts';
import { kernelExtent, unreadSize } from '../tensor/geometry.ts';
import type { Shape } from '../tensor/tensor.ts';

/*
 * The gather form of the input gradient: dy with stride − 1 zeros inserted between its cells and a frame
 * around, correlated at stride 1 with the kernel rotated by 180° (Dumoulin & Visin, arXiv:1603.07285, §4.6).
 * It adds the numbers of the scatter form, in another order.
 */

/** A place of the zero-inserted gradient: a real index of dy, a zero between two, or the frame. */
export type Place = number | 'inserted' | 'padding';

/**
 * Where the zero-inserted gradient stands for input row iy under kernel row ky (axis 0; for columns, axis 1,
 * alike): with r = iy + padBefore − ky·dilation, row r / stride of dy if that is whole, else an inserted zero;
 * outside the first and last gradient, padding.
 */
export function placeOfTap(g: Conv2dGeometry, axis: 0 | 1, iy: number, ky: number): Place {
  const [stride, outputs] = [g.stride[axis], g.yShape[axis + 2] as number];
  const r = iy + g.pads[axis] - ky * g.dilation[axis];
  if (r < 0 || r > (outputs - 1) * stride) return 'padding';
  return r % stride === 0 ? r / stride : 'inserted';
}

/** The geometry of a gather. @throws Error for a padding mode other than zeros */
export function gatherGeometry(wShape: Shape, inputShape: Shape, options: Conv2dOptions): Conv2dGeometry {
  const g = conv2dGeometry(inputShape, wShape, options);
  if (g.padMode !== 'zeros')
    reject('conv2d', 'padMode', g.padMode, "'zeros': other paddings have no gather form, use the scatter");
  return g;
}

/**
 * The frame that the gather form puts around the zero-inserted gradient, [before, after]:
 * k̂ − 1 − p₀ and k̂ − 1 − p₁ + a, where a counts the rows that no window read. Negative: cropped.
 */
export function gatherPadding(
  size: number,
  kernel: number,
  stride = 1,
  padBefore = 0,
  padAfter = 0,
  dilation = 1,
): [number, number] {
  const reach = kernelExtent(kernel, dilation) - 1;
  const unread = unreadSize(size, kernel, stride, padBefore, padAfter, dilation);
  return [reach - padBefore, reach - padAfter + unread];
}
