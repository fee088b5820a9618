import { checkShape, reject } from './errors.ts';
import { type Shape, sizeOf, type Tensor, zeros } from './tensor.ts';

/** An axis as steps in `data`: cell k of line (before, after) is at (before · sides + k) · inner + after. */
export interface Lines {
  readonly outer: number;
  readonly sides: number;
  readonly inner: number;
}

/** @param axis from 0, or from the end: −1 is the last. @throws Error for an axis that is not there */
export function linesOf(op: string, shape: Shape, axis: number): Lines {
  const rank = shape.length;
  if (!Number.isInteger(axis) || axis < -rank || axis >= rank)
    reject(op, 'axis', axis, `a whole number from ${-rank} to ${rank - 1} for shape [${shape.join(', ')}]`);
  const at = axis < 0 ? axis + rank : axis;
  return {
    outer: sizeOf(shape.slice(0, at)),
    sides: shape[at] as number,
    inner: sizeOf(shape.slice(at + 1)),
  };
}

/** Calls `line` with the place of each line's first cell and the step between its cells. */
function eachLine({ outer, sides, inner }: Lines, line: (start: number, step: number) => void): void {
  for (let o = 0; o < outer; o++) for (let i = 0; i < inner; i++) line(o * sides * inner + i, inner);
}

/**
 * softmax(x)ₖ = exp(xₖ − max x) / Σ exp(x − max x) along one axis; the subtraction changes nothing but
 * keeps exp from overflowing.
 *
 * @param x any shape of at least one axis; y has the same
 * @throws Error for an axis that is not there
 */
export function softmax(x: Tensor, axis = -1): Tensor {
  const lines = linesOf('softmax', x.shape, axis);
  const y = zeros(x.shape, x.dtype);
  eachLine(lines, (start, step) => {
    const [top, sum] = topAndSum(x, start, step, lines.sides);
    for (let k = 0; k < lines.sides; k++)
      y.data[start + k * step] = Math.exp((x.data[start + k * step] as number) - top) / sum;
  });
  return y;
}

/** log softmax(x)ₖ = xₖ − max x − log Σ exp(x − max x): finite where softmax would round to 0. */
export function logSoftmax(x: Tensor, axis = -1): Tensor {
  const lines = linesOf('logSoftmax', x.shape, axis);
  const y = zeros(x.shape, x.dtype);
  eachLine(lines, (start, step) => {
    const [top, sum] = topAndSum(x, start, step, lines.sides);
    for (let k = 0; k < lines.sides; k++)
      y.data[start + k * step] = (x.data[start + k * step] as number) - top - Math.log(sum);
  });
  return y;
}

/** The largest x of a line, and Σ exp(x − largest). */
export function topAndSum(x: Tensor, start: number, step: number, sides: number): [number, number] {
  let top = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < sides; k++) top = Math.max(top, x.data[start + k * step] as number);
  let sum = 0;
  for (let k = 0; k < sides; k++) sum += Math.exp((x.data[start + k * step] as number) - top);
  return [top, sum];
}

/**
 * dxₖ = yₖ (dyₖ − Σ dy·y): the Jacobian ∂yᵢ/∂xⱼ = yᵢ([i = j] − yⱼ), never written out.
 *
 * @param y the result of {@link softmax}, not its argument
 * @param dy as y
 */
export function softmaxBackward(y: Tensor, dy: Tensor, axis = -1): Tensor {
  return lineGradient(
    'softmax',
    y,
    dy,
    axis,
    (at, dot) => (y.data[at] as number) * ((dy.data[at] as number) - dot),
    y,
  );
}

/**
 * dxₖ = dyₖ − exp(yₖ) Σ dy.
 *
 * @param y the result of {@link logSoftmax}, not its argument
 * @param dy as y
 */
export function logSoftmaxBackward(y: Tensor, dy: Tensor, axis = -1): Tensor {
  return lineGradient(
    'logSoftmax',
    y,
    dy,
    axis,
    (at, sum) => (dy.data[at] as number) - Math.exp(y.data[at] as number) * sum,
  );
}

/** dx = cell(place, Σ dy · weight) along each line; no weight: Σ dy. */
function lineGradient(
  op: string,
  y: Tensor,
  dy: Tensor,
  axis: number,
  cell: (at: number, sum: number) => number,
  weight?: Tensor,
): Tensor {
  const lines = linesOf(op, y.shape, axis);
  checkShape(op, 'dy', dy, y.shape);
  const dx = zeros(y.shape, dy.dtype);
  eachLine(lines, (start, step) => {
    let sum = 0;
    for (let k = 0; k < lines.sides; k++)
      sum += (dy.data[start + k * step] as number) * (weight ? (weight.data[start + k * step] as number) : 1);
    for (let k = 0; k < lines.sides; k++) dx.data[start + k * step] = cell(start + k * step, sum);
  });
  return dx;
}
