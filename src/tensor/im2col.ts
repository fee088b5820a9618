import { type Conv2dGeometry, type Conv2dOptions, conv2dGeometry } from './conv2dGeometry.ts';
import { checkRank, checkShape } from './errors.ts';
import { type Pair, resolvePair } from './geometry.ts';
import { arrayOf, type Shape, Tensor, zeros } from './tensor.ts';

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
    if (cell >= 0) columns.data[column] = x.data[cell] as number;
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
  const x = new Float64Array(g.batch * g.cin * g.height * g.width);
  eachCell(g, (column, cell) => {
    if (cell >= 0) x[cell] = (x[cell] as number) + (columns.data[column] as number);
  });
  return new Tensor(inputShape, arrayOf(columns.dtype, x));
}

function windowGeometry(xShape: Shape, kernel: Pair, options: WindowOptions): Conv2dGeometry {
  checkRank('im2col', 'x', xShape, 'n, cin, height, width');
  const [kh, kw] = resolvePair('im2col', 'kernel', kernel, 1);
  return conv2dGeometry(xShape, [1, xShape[1] as number, kh, kw], { ...options, groups: 1 });
}

/** Every place of the columns, in order, with the place of x that stands there; −1 for padding. */
function eachCell(g: Conv2dGeometry, visit: (column: number, cell: number) => void): void {
  let column = 0;
  for (let plane = 0; plane < g.batch * g.cin; plane++)
    for (let ky = 0; ky < g.kh; ky++)
      for (let kx = 0; kx < g.kw; kx++)
        for (let oy = 0; oy < g.outHeight; oy++) {
          const iy = g.rows[oy * g.kh + ky] as number;
          for (let ox = 0; ox < g.outWidth; ox++) {
            const ix = g.cols[ox * g.kw + kx] as number;
            visit(column++, iy < 0 || ix < 0 ? -1 : (plane * g.height + iy) * g.width + ix);
          }
        }
}
