import { type Conv2dGeometry, type Conv2dOptions, conv2dGeometry } from '../tensor/conv2dGeometry.ts';
import type { Shape, Tensor } from '../tensor/tensor.ts';
import type { Factor, SumExplanation, Term } from './explanation.ts';
import { gatherGeometry, type Place, placeOfTap } from './gatherPlaces.ts';
import { readersOf } from './readers.ts';
import { checkIndex, factor, product, sumOf } from './terms.ts';

type Index4 = readonly [number, number, number, number];

/** One cell y[n, co, oy, ox] of conv2d: the terms x · w in the order ci, ky, kx, then the bias. */
export function explainConv2d(
  { x, w, b = null }: { x: Tensor; w: Tensor; b?: Tensor | null },
  options: Conv2dOptions,
  index: readonly number[],
): SumExplanation {
  const g = conv2dGeometry(x.shape, w.shape, options);
  checkIndex('y', index, [g.batch, g.cout, g.outHeight, g.outWidth]);
  return sumOf('y', index, correlationTerms(g, { x, w, b }, ['x', 'w', 'b'], index), x.dtype);
}

/** The terms of one cell of a correlation; `names` are what its three tensors are called. */
export function correlationTerms(
  g: Conv2dGeometry,
  { x, w, b }: { x: Tensor; w: Tensor; b: Tensor | null },
  names: readonly [string, string, string],
  index: readonly number[],
): Term[] {
  const [n, co, oy, ox] = index as Index4;
  const ci0 = Math.floor(co / g.groupOut) * g.groupIn;
  const terms: Term[] = [];
  for (let ci = 0; ci < g.groupIn; ci++)
    for (let ky = 0; ky < g.kh; ky++)
      for (let kx = 0; kx < g.kw; kx++)
        terms.push(
          product(
            readPadded(g, names[0], x, n, ci0 + ci, [oy, ky, ox, kx]),
            factor(names[1], w, co, ci, ky, kx),
          ),
        );
  if (b) terms.push(product(factor(names[2], b, co)));
  return terms;
}

/** x under one tap: the cell itself (or the one that its padding copies), or a virtual zero. */
export function readPadded(
  g: Conv2dGeometry,
  name: string,
  x: Tensor,
  n: number,
  c: number,
  [oy, ky, ox, kx]: Index4,
): Factor {
  const iy = g.rows[oy * g.kh + ky] as number;
  const ix = g.cols[ox * g.kw + kx] as number;
  if (iy >= 0 && ix >= 0) return factor(name, x, n, c, iy, ix);
  const row = oy * g.stride[0] + ky * g.dilation[0] - g.pads[0];
  const col = ox * g.stride[1] + kx * g.dilation[1] - g.pads[1];
  return { tensor: name, index: [n, c, row, col], value: 0, virtual: 'padding' };
}

/**
 * One cell dx[n, ci, iy, ix].
 *
 * - `scatter`: the contributions dy · w that reach this cell, in the order co, oy, ox, ky, kx in which
 *   the scatter loop adds them; none where no window reads the cell.
 * - `gather`: every tap of the rotated kernel over the zero-inserted, padded dy. A virtual dy stands
 *   at its place in dy's own coordinates: between two cells (0.5 for stride 2) if inserted, before 0
 *   or past the end if padding. Zero padding mode only.
 *
 * @param inputShape the shape of x; its numbers do not matter to dx
 */
export function explainConv2dInput(
  { w, dy, inputShape }: { w: Tensor; dy: Tensor; inputShape: Shape },
  options: Conv2dOptions,
  index: readonly number[],
  method: 'scatter' | 'gather' = 'scatter',
): SumExplanation {
  const gather = method === 'gather';
  const g = gather
    ? gatherGeometry(w.shape, inputShape, options)
    : conv2dGeometry(inputShape, w.shape, options);
  checkIndex('dx', index, inputShape);
  const terms = gather ? gatherTerms(g, w, dy, index) : scatterTerms(g, { w, dy }, ['w', 'dy'], index);
  return sumOf('dx', index, terms, dy.dtype);
}

/** What reaches one input cell of a convolution, in the order of the scatter loop. */
export function scatterTerms(
  g: Conv2dGeometry,
  { w, dy }: { w: Tensor; dy: Tensor },
  names: readonly [w: string, dy: string],
  index: readonly number[],
): Term[] {
  const [n, c, iy, ix] = index as Index4;
  const group = Math.floor(c / g.groupIn);
  const rows = readersOf(g.rows, g.kh, iy);
  const cols = readersOf(g.cols, g.kw, ix);
  const terms: Term[] = [];
  for (let co = group * g.groupOut; co < (group + 1) * g.groupOut; co++)
    for (const [oy, kys] of rows)
      for (const [ox, kxs] of cols)
        for (const ky of kys)
          for (const kx of kxs)
            terms.push(
              product(factor(names[1], dy, n, co, oy, ox), factor(names[0], w, co, c % g.groupIn, ky, kx)),
            );
  return terms;
}

function gatherTerms(g: Conv2dGeometry, w: Tensor, dy: Tensor, index: readonly number[]): Term[] {
  const [n, c, iy, ix] = index as Index4;
  const group = Math.floor(c / g.groupIn);
  const terms: Term[] = [];
  for (let co = group * g.groupOut; co < (group + 1) * g.groupOut; co++)
    for (let ky = g.kh - 1; ky >= 0; ky--)
      for (let kx = g.kw - 1; kx >= 0; kx--) {
        const oy = placeOfTap(g, 0, iy, ky);
        const ox = placeOfTap(g, 1, ix, kx);
        const row = (iy + g.pads[0] - ky * g.dilation[0]) / g.stride[0];
        const col = (ix + g.pads[1] - kx * g.dilation[1]) / g.stride[1];
        const upstream = gathered(dy, [n, co, row, col], oy, ox);
        terms.push(product(upstream, factor('w', w, co, c % g.groupIn, ky, kx)));
      }
  return terms;
}

function gathered(dy: Tensor, index: readonly number[], oy: Place, ox: Place): Factor {
  if (typeof oy === 'number' && typeof ox === 'number') return factor('dy', dy, ...index);
  const virtual = oy === 'padding' || ox === 'padding' ? 'padding' : 'inserted';
  return { tensor: 'dy', index, value: 0, virtual };
}

/** One cell dw[co, ci, ky, kx]: the terms dy · x in the order n, oy, ox. Nothing is flipped. */
export function explainConv2dWeight(
  { x, dy, wShape }: { x: Tensor; dy: Tensor; wShape: Shape },
  options: Conv2dOptions,
  index: readonly number[],
): SumExplanation {
  const g = conv2dGeometry(x.shape, wShape, options);
  checkIndex('dw', index, wShape);
  return sumOf('dw', index, weightTerms(g, { x, dy }, ['x', 'dy'], index), dy.dtype);
}

/** The terms of one weight's gradient. */
export function weightTerms(
  g: Conv2dGeometry,
  { x, dy }: { x: Tensor; dy: Tensor },
  names: readonly [x: string, dy: string],
  index: readonly number[],
): Term[] {
  const [co, ci, ky, kx] = index as Index4;
  const c = Math.floor(co / g.groupOut) * g.groupIn + ci;
  const terms: Term[] = [];
  for (let n = 0; n < g.batch; n++)
    for (let oy = 0; oy < g.outHeight; oy++)
      for (let ox = 0; ox < g.outWidth; ox++)
        terms.push(
          product(factor(names[1], dy, n, co, oy, ox), readPadded(g, names[0], x, n, c, [oy, ky, ox, kx])),
        );
  return terms;
}

/** One cell db[co]: every dy of that channel, in the order n, oy, ox. */
export function explainConv2dBias({ dy }: { dy: Tensor }, index: readonly number[]): SumExplanation {
  const [batch, cout, oh, ow] = dy.shape as Index4;
  checkIndex('db', index, [cout]);
  const terms: Term[] = [];
  for (let n = 0; n < batch; n++)
    for (let oy = 0; oy < oh; oy++)
      for (let ox = 0; ox < ow; ox++) terms.push(product(factor('dy', dy, n, index[0] as number, oy, ox)));
  return sumOf('db', index, terms, dy.dtype);
}
