import type { Conv2dGeometry } from '../tensor/conv2dGeometry.ts';
import { type Pool2dOptions, pool2dGeometry } from '../tensor/pool2dGeometry.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { ChoiceExplanation, Factor, SumExplanation, Term } from './explanation.ts';
import { readersOf } from './readers.ts';
import { checkIndex, factor, product, sumOf } from './terms.ts';

type Index4 = readonly [number, number, number, number];

/** One cell y[n, c, oy, ox]: the cells of its window in scan order, padding as −∞, and which was taken. */
export function explainMaxPool2d(
  { x }: { x: Tensor },
  options: Pool2dOptions,
  index: readonly number[],
): ChoiceExplanation {
  const g = pool2dGeometry('maxPool2d', x.shape, options);
  checkIndex('y', index, g.yShape);
  return choice(g, x, index);
}

function choice(g: Conv2dGeometry, x: Tensor, index: readonly number[]): ChoiceExplanation {
  const [n, c, oy, ox] = index as Index4;
  const candidates: Factor[] = [];
  let chosen = -1;
  let best = Number.NEGATIVE_INFINITY;
  for (let ky = 0; ky < g.kh; ky++)
    for (let kx = 0; kx < g.kw; kx++) {
      const cell = readWindow(g, x, [n, c, oy, ox], ky, kx, Number.NEGATIVE_INFINITY);
      candidates.push(cell);
      if (cell.virtual || !(chosen < 0 || cell.value > best || Number.isNaN(cell.value))) continue;
      best = cell.value;
      chosen = candidates.length - 1;
    }
  return {
    kind: 'choice',
    tensor: 'y',
    index: [...index],
    value: best,
    candidates,
    chosen: Math.max(0, chosen),
  };
}

/** The cell under one place of a pooling window, or padding of the given value. */
export function readWindow(
  g: Conv2dGeometry,
  x: Tensor,
  [n, c, oy, ox]: Index4,
  ky: number,
  kx: number,
  padding: number,
): Factor {
  const iy = oy * g.stride[0] + ky * g.dilation[0] - g.pads[0];
  const ix = ox * g.stride[1] + kx * g.dilation[1] - g.pads[1];
  if (iy >= 0 && ix >= 0 && iy < g.height && ix < g.width) return factor('x', x, n, c, iy, ix);
  return { tensor: 'x', index: [n, c, iy, ix], value: padding, virtual: 'padding' };
}

/** One cell dx[n, c, iy, ix]: dy of every window that took this cell; no terms if none did. */
export function explainMaxPool2dInput(
  { x, dy }: { x: Tensor; dy: Tensor },
  options: Pool2dOptions,
  index: readonly number[],
): SumExplanation {
  const g = pool2dGeometry('maxPool2d', x.shape, options);
  checkIndex('dx', index, x.shape);
  const [n, c, iy, ix] = index as Index4;
  const terms: Term[] = [];
  for (const oy of readersOf(g.rows, g.kh, iy).keys())
    for (const ox of readersOf(g.cols, g.kw, ix).keys()) {
      const { candidates, chosen } = choice(g, x, [n, c, oy, ox]);
      const taken = (candidates[chosen] as Factor).index;
      if (taken[2] === iy && taken[3] === ix) terms.push(product(factor('dy', dy, n, c, oy, ox)));
    }
  return sumOf('dx', index, terms, dy.dtype);
}
