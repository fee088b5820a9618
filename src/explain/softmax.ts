import { linesOf } from '../tensor/softmax.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type {
  ChoiceExplanation,
  Explanation,
  Factor,
  FunctionExplanation,
  SumExplanation,
} from './explanation.ts';
import { checkIndex, factor, MINUS, number, product, ratioOf, resultOf, sumOf } from './terms.ts';

/** The numbers of x along one axis through a cell, their largest, and Σ exp(x − largest). */
export interface ExplainedLine {
  readonly cells: readonly Factor[];
  readonly max: ChoiceExplanation;
  /** exp(x − max) of each cell, as factors called `exp(x − max)`. */
  readonly powers: readonly Factor[];
  readonly total: SumExplanation;
  readonly logTotal: FunctionExplanation;
}

/** One line of a softmax; `name` is what its tensor is called. */
export function explainLine(name: string, x: Tensor, axis: number, index: readonly number[]): ExplainedLine {
  const cells = lineThrough(name, x, axis, index);
  const value = cells.reduce((top, cell) => Math.max(top, cell.value), Number.NEGATIVE_INFINITY);
  const chosen = Math.max(
    0,
    cells.findIndex((cell) => Object.is(cell.value, value)),
  );
  const max: ChoiceExplanation = {
    kind: 'choice',
    tensor: 'max',
    index: [],
    value,
    candidates: cells,
    chosen,
  };
  const powers = cells.map((cell) => number(`exp(${name} − max)`, Math.exp(cell.value - value), cell.index));
  const total = sumOf(
    'total',
    [],
    powers.map((power) => product(power)),
    'float64',
    [max],
  );
  const log = Math.log(total.value);
  const logTotal: FunctionExplanation = {
    kind: 'function',
    tensor: 'log total',
    index: [],
    name: 'log',
    argument: resultOf(total),
    result: log,
    value: log,
    via: [total],
  };
  return { cells, max, powers, total, logTotal };
}

function lineThrough(name: string, x: Tensor, axis: number, index: readonly number[]): Factor[] {
  const { sides } = linesOf('softmax', x.shape, axis);
  const at = axis < 0 ? axis + x.shape.length : axis;
  return Array.from({ length: sides }, (_, k) => factor(name, x, ...index.with(at, k)));
}

/** One cell of softmax(x): exp(xₖ − max) over the sum of all of its line. */
export function explainSoftmax({ x }: { x: Tensor }, axis: number, index: readonly number[]): Explanation {
  checkIndex('y', index, x.shape);
  const { max, powers, total } = explainLine('x', x, axis, index);
  const own = powers[index.at(axis) as number] as Factor;
  return ratioOf('y', index, [product(own)], total.terms, x.dtype, [max]);
}

/** One cell of log softmax(x): xₖ − max − log total. */
export function explainLogSoftmax(
  { x }: { x: Tensor },
  axis: number,
  index: readonly number[],
): SumExplanation {
  checkIndex('y', index, x.shape);
  return sumOf('y', index, ...logTerms('x', x, axis, index, x.dtype));
}

/** x − max − log total, as terms, and where max and log total come from. */
function logTerms(
  name: string,
  x: Tensor,
  axis: number,
  index: readonly number[],
  dtype: Tensor['dtype'],
): [SumExplanation['terms'], Tensor['dtype'], Explanation[]] {
  const { max, logTotal } = explainLine(name, x, axis, index);
  const terms = [
    product(factor(name, x, ...index)),
    product(MINUS, resultOf(max)),
    product(MINUS, resultOf(logTotal)),
  ];
  return [terms, dtype, [max, logTotal]];
}

/** One cell of a line's log-probability in double precision, for a loss to refer to. */
export function explainLogProbability(logits: Tensor, index: readonly number[]): SumExplanation {
  return { ...sumOf('log p', index, ...logTerms('logits', logits, -1, index, 'float64')) };
}

/** One cell of softmax's gradient, dxₖ = yₖ · (dyₖ − Σ dy·y). */
export function explainSoftmaxInput(
  { y, dy }: { y: Tensor; dy: Tensor },
  axis: number,
  index: readonly number[],
): SumExplanation {
  checkIndex('dx', index, y.shape);
  const ys = lineThrough('y', y, axis, index);
  const dot = sumOf(
    'Σ dy·y',
    [],
    lineThrough('dy', dy, axis, index).map((d, k) => product(d, ys[k] as Factor)),
  );
  const terms = [product(factor('dy', dy, ...index)), product(MINUS, resultOf(dot))];
  const centred = sumOf('dy − Σ dy·y', index, terms, 'float64', [dot]);
  return sumOf('dx', index, [product(factor('y', y, ...index), resultOf(centred))], dy.dtype, [centred]);
}

/** One cell of log softmax's gradient, dxₖ = dyₖ − exp(yₖ) · Σ dy. */
export function explainLogSoftmaxInput(
  { y, dy }: { y: Tensor; dy: Tensor },
  axis: number,
  index: readonly number[],
): SumExplanation {
  checkIndex('dx', index, y.shape);
  const total = sumOf(
    'Σ dy',
    [],
    lineThrough('dy', dy, axis, index).map((d) => product(d)),
  );
  const argument = factor('y', y, ...index);
  const value = Math.exp(argument.value);
  const p: FunctionExplanation = {
    kind: 'function',
    tensor: 'p',
    index: [...index],
    name: 'exp',
    argument,
    result: value,
    value,
  };
  const terms = [product(factor('dy', dy, ...index)), product(MINUS, resultOf(p), resultOf(total))];
  return sumOf('dx', index, terms, dy.dtype, [p, total]);
}
