import type { Tensor } from '../tensor/tensor.ts';
import type { SumExplanation, Term } from './explanation.ts';
import { checkIndex, factor, product, sumOf } from './terms.ts';

const sides = (t: Tensor) => t.shape as readonly [number, number];
const span = (length: number, term: (i: number) => Term) => Array.from({ length }, (_, i) => term(i));

/** One cell y[n, o]: the terms x · w in the order of the inputs, then the bias. */
export function explainLinear(
  { x, w, b = null }: { x: Tensor; w: Tensor; b?: Tensor | null },
  index: readonly number[],
): SumExplanation {
  const [batch, ins] = sides(x);
  checkIndex('y', index, [batch, sides(w)[0]]);
  const [n, o] = index as [number, number];
  const terms = span(ins, (i) => product(factor('x', x, n, i), factor('w', w, o, i)));
  if (b) terms.push(product(factor('b', b, o)));
  return sumOf('y', index, terms, x.dtype);
}

/** One cell dx[n, i]: dy · w over the outputs. */
export function explainLinearInput(
  { w, dy }: { w: Tensor; dy: Tensor },
  index: readonly number[],
): SumExplanation {
  const [outs, ins] = sides(w);
  checkIndex('dx', index, [sides(dy)[0], ins]);
  const [n, i] = index as [number, number];
  return sumOf(
    'dx',
    index,
    span(outs, (o) => product(factor('dy', dy, n, o), factor('w', w, o, i))),
    dy.dtype,
  );
}

/** One cell dw[o, i]: dy · x over the samples. */
export function explainLinearWeight(
  { x, dy }: { x: Tensor; dy: Tensor },
  index: readonly number[],
): SumExplanation {
  const [batch, outs] = sides(dy);
  checkIndex('dw', index, [outs, sides(x)[1]]);
  const [o, i] = index as [number, number];
  return sumOf(
    'dw',
    index,
    span(batch, (n) => product(factor('dy', dy, n, o), factor('x', x, n, i))),
    dy.dtype,
  );
}

/** One cell db[o]: dy over the samples. */
export function explainLinearBias({ dy }: { dy: Tensor }, index: readonly number[]): SumExplanation {
  const [batch, outs] = sides(dy);
  checkIndex('db', index, [outs]);
  return sumOf(
    'db',
    index,
    span(batch, (n) => product(factor('dy', dy, n, index[0] as number))),
    dy.dtype,
  );
}
