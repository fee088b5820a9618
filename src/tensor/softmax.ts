import { checkShape, isWhole, reject } from './errors.ts';
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
  if (!isWhole(axis, -rank, rank))
    reject(op, 'axis', axis, `a whole number from ${-rank} to ${rank - 1} for shape [${shape.join(', ')}]`);
  const at = axis < 0 ? axis + rank : axis;
  return {
    outer: sizeOf(shape.slice(0, at)),
    sides: shape[at] as number,
    inner: sizeOf(shape.slice(at + 1)),
  };
}

/** A tensor like x, whose lines along the axis are made one by one: `line` gets the places of the line's cells. */
function byLines(
  op: string,
  x: Tensor,
  axis: number,
  line: (places: readonly number[]) => (place: number) => number,
): Tensor {
  const { outer, sides, inner } = linesOf(op, x.shape, axis);
  const y = zeros(x.shape, x.dtype);
  for (let o = 0; o < outer; o++)
    for (let i = 0; i < inner; i++) {
      const places = Array.from({ length: sides }, (_, k) => (o * sides + k) * inner + i);
      const cell = line(places);
      for (const place of places) y.data[place] = cell(place);
    }
  return y;
}

/** Σ f over the places of a line. */
function sumOf(places: readonly number[], f: (place: number) => number): number {
  return places.reduce((sum, place) => sum + f(place), 0);
}

/** The largest x of a line, and Σ exp(x − largest). */
function topAndSum({ data }: Tensor, places: readonly number[]): [number, number] {
  const top = places.reduce((most, place) => Math.max(most, data[place]!), Number.NEGATIVE_INFINITY);
  return [top, sumOf(places, (place) => Math.exp(data[place]! - top))];
}

/**
 * softmax(x)ₖ = exp(xₖ − max x) / Σ exp(x − max x) along one axis; the subtraction changes nothing but
 * keeps exp from overflowing.
 *
 * @param x any shape of at least one axis; y has the same
 * @throws Error for an axis that is not there
 */
export function softmax(x: Tensor, axis = -1): Tensor {
  return byLines('softmax', x, axis, (places) => {
    const [top, sum] = topAndSum(x, places);
    return (place) => Math.exp(x.data[place]! - top) / sum;
  });
}

/** log softmax(x)ₖ = xₖ − max x − log Σ exp(x − max x): finite where softmax would round to 0. */
export function logSoftmax(x: Tensor, axis = -1): Tensor {
  return byLines('logSoftmax', x, axis, (places) => {
    const [top, sum] = topAndSum(x, places);
    return (place) => x.data[place]! - top - Math.log(sum);
  });
}

/**
 * dxₖ = yₖ (dyₖ − Σ dy·y): the Jacobian ∂yᵢ/∂xⱼ = yᵢ([i = j] − yⱼ), never written out.
 *
 * @param y the result of {@link softmax}, not its argument
 * @param dy as y
 */
export function softmaxBackward(y: Tensor, dy: Tensor, axis = -1): Tensor {
  checkShape('softmax', 'dy', dy, y.shape);
  return byLines('softmax', dy, axis, (places) => {
    const dot = sumOf(places, (place) => dy.data[place]! * y.data[place]!);
    return (place) => y.data[place]! * (dy.data[place]! - dot);
  });
}

/**
 * dxₖ = dyₖ − exp(yₖ) Σ dy.
 *
 * @param y the result of {@link logSoftmax}, not its argument
 * @param dy as y
 */
export function logSoftmaxBackward(y: Tensor, dy: Tensor, axis = -1): Tensor {
  checkShape('logSoftmax', 'dy', dy, y.shape);
  return byLines('logSoftmax', dy, axis, (places) => {
    const sum = sumOf(places, (place) => dy.data[place]!);
    return (place) => dy.data[place]! - Math.exp(y.data[place]!) * sum;
  });
}
