import { type Conv2dGeometry, type Conv2dOptions, conv2dGeometry } from './conv2dGeometry.ts';
import { eachTap } from './conv2dLoops.ts';
import { checkRank, checkShape } from './errors.ts';
import { type Pair, resolvePair } from './geometry.ts';
import { type Shape, type Tensor, zeros } from './tensor.ts';

/** Windows have no groups: every column holds all channels. */
export type WindowOptions = Omit<Conv2dOptions, 'groups'>;

/**
 * Every window as a column: conv2d becomes the matrix product w [cout, cin·kh·kw] · columns.
 *
 * @param x [n, cin, height, width]
 * @returns columns [n, cin·kh·kw, outHeight·outWidth], as PyTorch's `unfold`
 * @throws Error when a shape or an option does not fit
 */
export function im2col(x: Tensor, kernel: Pair, options: WindowOptions = {}): Tensor {
  const g = windowGeometry(x.shape, kernel, options);
  const columns = zeros([g.batch, g.cin * g.kh * g.kw, g.outHeight * g.outWidth], x.dtype);
  eachCell(g, (column, cell) => {
    columns.data[column] = x.data[cell]!;
  });
  return columns;
}

/**
 * The transposed map: each column goes back over its window, and where windows overlap it **adds**.
 *
 * @param columns [n, cin·kh·kw, outHeight·outWidth]
 * @param inputShape [n, cin, height, width]
 * @throws Error when a shape or an option does not fit
 */
export function col2im(
  columns: Tensor,
  inputShape: Shape,
  kernel: Pair,
  options: WindowOptions = {},
): Tensor {
  const g = windowGeometry(inputShape, kernel, options);
  checkShape('col2im', 'columns', columns, [g.batch, g.cin * g.kh * g.kw, g.outHeight * g.outWidth]);
  const x = zeros(inputShape, 'float64');
  eachCell(g, (column, cell) => {
    x.data[cell]! += columns.data[column]!;
  });
  return x.as(columns.dtype);
}

function windowGeometry(xShape: Shape, kernel: Pair, options: WindowOptions): Conv2dGeometry {
  checkRank('im2col', 'x', xShape, 'n, cin, height, width');
  const [kh, kw] = resolvePair('im2col', 'kernel', kernel, 1);
  return conv2dGeometry(xShape, [1, xShape[1] as number, kh, kw], { ...options, groups: 1 });
}

/** Every place of the columns that is not padding, with the place of x that stands there. */
function eachCell(g: Conv2dGeometry, visit: (column: number, cell: number) => void): void {
  const taps = g.cin * g.kh * g.kw;
  const windows = g.outHeight * g.outWidth;
  eachTap(g, (o, i, k) => {
    if (i >= 0) visit((Math.floor(o / windows) * taps + k) * windows + (o % windows), i);
  });
}
