import type { SumExplanation, Term } from '../../explain/explanation.ts';
import { answerOf, explainLayer } from '../../kit/convolution/explain.ts';
import { indexIn, landingOf, type Subject } from '../../kit/convolution/subject.ts';
import { placesIn } from '../../kit/scene/equations.ts';
import type { Place } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import type { BackwardModel, Pass } from './model.ts';
import { type BackwardParams, hasPlanes } from './parameters.ts';

/** The two planes that meet on the bench. */
export interface Pair {
  readonly filter: number;
  readonly channel: number;
}

export type Places = ReturnType<typeof placesIn>;

/** Which plane, row and column a cell of a stretch is, and the sum that it makes. */
export function cellIn(
  { params, out }: BackwardModel,
  stretch: Pass | 'dy',
  cell: number,
): Omit<Place, 'grid'> {
  if (stretch === 'db') return { plane: 0, row: 0, col: cell };
  const side = { dx: params.input, dw: params.kernel, dy: out }[stretch];
  const inPlane = cell % (side * side);
  return {
    plane: Math.floor(cell / (side * side)),
    row: Math.floor(inPlane / side),
    col: inPlane % side,
  };
}

/** What a cell that a reader asks for is answered by; null for a number that is given. */
export function questionOf(model: BackwardModel, asked: Place): Subject | null {
  const tensor = answerOf(asked.grid);
  if (!tensor) return null;
  const index = indexIn(tensor, asked, model.params.channels);
  const explanation = explainLayer(model, tensor, index, model.params.method);
  return { explanation, done: explanation.terms.length, current: undefined, cropped: false };
}

/** The sum that the current step adds to. */
export function stepOf(model: BackwardModel, moment: Moment<Pass>): Subject {
  const { cell, done, stretch, fraction } = moment;
  const { method, channels } = model.params;
  if (stretch.id === 'dx' && method === 'scatter') return landingOf(model, moment);
  const index = indexIn(stretch.id, cellIn(model, stretch.id, cell), channels);
  const explanation = explainLayer(model, stretch.id, index, method);
  return { explanation, done, current: explanation.terms[fraction > 0 ? done : done - 1], cropped: false };
}

/** Which planes lie on the bench: those of the product of the moment, and of a whole sum the first. */
export function pairOf({ explanation, current }: Subject): Pair {
  const { tensor, index } = explanation;
  const weight = current?.factors.find((factor) => factor.tensor === 'w');
  if (tensor === 'dw') return { filter: index[0] ?? 0, channel: index[1] ?? 0 };
  if (tensor === 'db') return { filter: index[0] ?? 0, channel: 0 };
  if (tensor === 'y') return { filter: index[1] ?? 0, channel: 0 };
  return { filter: weight?.index[0] ?? 0, channel: index[1] ?? 0 };
}

/** Where the tensors' cells are drawn: every tensor is the grid of its name. */
export const placesOf = ({ x, w, b, y, dy, dx, dw, db }: BackwardModel): Places =>
  placesIn({
    x: x.shape,
    w: w.shape,
    b: b.shape,
    y: y.shape,
    dy: dy.shape,
    dx: dx.shape,
    dw: dw.shape,
    db: db.shape,
  });

/** Where the factors of a gradient's sum are drawn: on the bench of its pass, if their planes lie there. */
export function benchPlaces(
  model: BackwardModel,
  { tensor }: SumExplanation,
  method: BackwardParams['method'],
  { filter, channel }: Pair,
): Places {
  const places = placesOf(model);
  const several = hasPlanes(model.params);
  const bench: Readonly<Record<string, readonly [grid: string, plane: number]>> =
    tensor === 'dw'
      ? { x: ['padded', channel] }
      : tensor === 'dx' && method === 'gather'
        ? { dy: ['spread', filter], w: ['turned', filter * model.params.channels + channel] }
        : {};
  const shapes = { x: model.x.shape, dy: model.dy.shape };
  return (name, index) => {
    const place = places(name, index);
    if (!place) return null;
    const [grid, plane] = Object.hasOwn(bench, name) ? (bench[name] as [string, number]) : [place.grid, -1];
    if (place.plane === plane) return { ...place, grid, plane: 0 };
    // Padding and inserted zeros are drawn on the bench alone.
    if (plane >= 0 && several && !isInside(index, name === 'w' ? model.w.shape : shapes[name as 'x' | 'dy']))
      return null;
    return place;
  };
}

const isInside = (index: readonly number[], shape: readonly number[]): boolean =>
  index.every((at, axis) => Number.isInteger(at) && at >= 0 && at < (shape[axis] as number));

/** Terms of the plane at work, of a pixel's gradient that is gathered; they stand on the products' grid. */
export function termsAtWork(
  { params: { kernel } }: BackwardModel,
  { terms }: SumExplanation,
  { filter }: Pair,
): { readonly terms: readonly Term[]; readonly before: number } {
  const taps = kernel * kernel;
  return { terms: terms.slice(filter * taps, (filter + 1) * taps), before: filter * taps };
}
