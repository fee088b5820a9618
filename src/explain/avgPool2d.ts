import { type AvgPool2dOptions, windowCount } from '../tensor/avgPool2d.ts';
import { pool2dGeometry } from '../tensor/pool2dGeometry.ts';
import type { Shape, Tensor } from '../tensor/tensor.ts';
import type { RatioExplanation, SumExplanation, Term } from './explanation.ts';
import { readWindow } from './maxPool2d.ts';
import { readersOf } from './readers.ts';
import { checkIndex, factor, number, product, ratioOf, sumOf } from './terms.ts';

type Index4 = readonly [number, number, number, number];

/**
 * One cell y[n, c, oy, ox]: the cells that count, in scan order, over their count. Padding that counts
 * is listed as a zero, padding that does not is left out. A global average is a window over the plane.
 */
export function explainAvgPool2d(
  { x }: { x: Tensor },
  options: AvgPool2dOptions,
  index: readonly number[],
): RatioExplanation {
  const g = pool2dGeometry('avgPool2d', x.shape, options);
  checkIndex('y', index, g.yShape);
  const { countIncludePad = true } = options;
  const [, , bottom, right] = g.pads;
  const numerator: Term[] = [];
  for (let ky = 0; ky < g.kh; ky++)
    for (let kx = 0; kx < g.kw; kx++) {
      const cell = readWindow(g, x, index as Index4, ky, kx, 0);
      const hangsOver =
        (cell.index[2] as number) >= g.height + bottom || (cell.index[3] as number) >= g.width + right;
      if (!cell.virtual || (countIncludePad && !hangsOver)) numerator.push(product(cell));
    }
  const count = windowCount(g, index[2] as number, index[3] as number, countIncludePad);
  return ratioOf('y', index, numerator, [product(number('count', count))], x.dtype);
}

/** One cell dx[n, c, iy, ix]: a share, 1 / count, of the dy of every window that read it. */
export function explainAvgPool2dInput(
  { dy, inputShape }: { dy: Tensor; inputShape: Shape },
  options: AvgPool2dOptions,
  index: readonly number[],
): SumExplanation {
  const g = pool2dGeometry('avgPool2d', inputShape, options);
  checkIndex('dx', index, inputShape);
  const [n, c, iy, ix] = index as Index4;
  const terms: Term[] = [];
  for (const oy of readersOf(g.rows, g.kh, iy).keys())
    for (const ox of readersOf(g.cols, g.kw, ix).keys()) {
      const share = 1 / windowCount(g, oy, ox, options.countIncludePad);
      terms.push(product(factor('dy', dy, n, c, oy, ox), number('1/count', share)));
    }
  return sumOf('dx', index, terms, dy.dtype);
}
