import { type CrossEntropyTarget, crossEntropy } from '../tensor/crossEntropy.ts';
import { meanSquaredError } from '../tensor/meanSquaredError.ts';
import type { Reduction } from '../tensor/reduction.ts';
import { Tensor } from '../tensor/tensor.ts';
import type { Explanation, Factor, SumExplanation, Term } from './explanation.ts';
import { indexAt } from './flatten.ts';
import { explainLine, explainLogProbability } from './softmax.ts';
import { checkIndex, factor, MINUS, number, product, ratioOf, resultOf, sumOf } from './terms.ts';

/**
 * The cross-entropy loss. Index [] of a mean or a sum: made of the losses of the samples; index [n]
 * (whatever the reduction): one sample's −Σ y·log p, or −logits_y + max + log total for a class.
 */
export function explainCrossEntropy(
  { logits, target }: { logits: Tensor; target: CrossEntropyTarget },
  reduction: Reduction,
  index: readonly number[],
): Explanation {
  if (index.length === 0 && reduction !== 'none')
    return reduced(crossEntropy(logits.as('float64'), target, 'none'), reduction, logits.dtype);
  checkIndex('loss', index, [logits.shape[0] as number]);
  const n = index[0] as number;
  const dtype = reduction === 'none' ? logits.dtype : 'float64';
  if (!(target instanceof Tensor)) {
    const { max, logTotal } = explainLine('logits', logits, -1, [n, 0]);
    const own = product(MINUS, factor('logits', logits, n, target[n] as number));
    return sumOf('loss', index, [own, product(resultOf(max)), product(resultOf(logTotal))], dtype, [
      max,
      logTotal,
    ]);
  }
  const logs = Array.from({ length: logits.shape[1] as number }, (_, k) =>
    explainLogProbability(logits, [n, k]),
  );
  const terms = logs.map((log, k) => product(MINUS, factor('target', target, n, k), resultOf(log)));
  return sumOf('loss', index, terms, dtype, logs);
}

/** One cell dlogits[n, k] = (p − y) · upstream; upstream is dy, over the batch if the loss is a mean. */
export function explainCrossEntropyInput(
  { logits, target, dy }: { logits: Tensor; target: CrossEntropyTarget; dy?: Tensor },
  reduction: Reduction,
  index: readonly number[],
): SumExplanation {
  checkIndex('dx', index, logits.shape);
  const [n, k] = index as [number, number];
  const { powers, total } = explainLine('logits', logits, -1, index);
  const p = ratioOf('p', index, [product(powers[k] as Factor)], total.terms);
  const terms: Term[] = [];
  const via: Explanation[] = [p];
  if (target instanceof Tensor) {
    const mass = sumOf(
      'Σ target',
      [n],
      powers.map((_, j) => product(factor('target', target, n, j))),
    );
    via.push(mass);
    terms.push(product(resultOf(p), resultOf(mass)), product(MINUS, factor('target', target, n, k)));
  } else {
    const y = number('target', k === target[n] ? 1 : 0, index);
    terms.push(product(resultOf(p)), product(MINUS, y));
  }
  const error = sumOf('p − target', index, terms, 'float64', via);
  const upstream = upstreamOf(dy, reduction, [n], logits.shape[0] as number);
  return sumOf('dx', index, [product(resultOf(error), resultOf(upstream))], logits.dtype, [error, upstream]);
}

/** The squared error. Index [] of a mean or a sum: made of its cells; else the square of one difference. */
export function explainMeanSquaredError(
  { x, target }: { x: Tensor; target: Tensor },
  reduction: Reduction,
  index: readonly number[],
): Explanation {
  if (index.length === 0 && reduction !== 'none')
    return reduced(meanSquaredError(x.as('float64'), target, 'none'), reduction, x.dtype);
  checkIndex('loss', index, x.shape);
  const difference = differenceAt(x, target, index);
  const term = product(resultOf(difference), resultOf(difference));
  return sumOf('loss', index, [term], reduction === 'none' ? x.dtype : 'float64', [difference]);
}

/** One cell dx = 2 · (x − target) · upstream; upstream is dy, over the cells if the loss is a mean. */
export function explainMeanSquaredErrorInput(
  { x, target, dy }: { x: Tensor; target: Tensor; dy?: Tensor },
  reduction: Reduction,
  index: readonly number[],
): SumExplanation {
  checkIndex('dx', index, x.shape);
  const difference = differenceAt(x, target, index);
  const upstream = upstreamOf(dy, reduction, index, x.size);
  const term = product(number('constant', 2), resultOf(difference), resultOf(upstream));
  return sumOf('dx', index, [term], x.dtype, [difference, upstream]);
}

function differenceAt(x: Tensor, target: Tensor, index: readonly number[]): SumExplanation {
  const terms = [product(factor('x', x, ...index)), product(MINUS, factor('target', target, ...index))];
  return sumOf('x − target', index, terms);
}

/** The mean or sum of a loss's cells. */
function reduced(cells: Tensor, reduction: 'mean' | 'sum', dtype: Tensor['dtype']): Explanation {
  const terms = Array.from(cells.data, (value, i) => product(number('loss', value, indexAt(cells.shape, i))));
  if (reduction === 'sum') return sumOf('loss', [], terms, dtype);
  return ratioOf('loss', [], terms, [product(number('count', cells.size))], dtype);
}

/** What one cell of a loss receives from the gradient of the reduced loss; without dy that is 1. */
function upstreamOf(
  dy: Tensor | undefined,
  reduction: Reduction,
  index: readonly number[],
  cells: number,
): Explanation {
  const at = reduction === 'none' ? index : [];
  const own = dy ? factor('dy', dy, ...at) : number('dy', 1, at);
  return ratioOf(
    'upstream',
    at,
    [product(own)],
    [product(number('count', reduction === 'mean' ? cells : 1))],
  );
}
