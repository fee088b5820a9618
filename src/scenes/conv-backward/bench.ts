import type { Term } from '../../explain/explanation.ts';
import { arrivalsAt } from '../../kit/convolution/scatter.ts';
import type { Subject } from '../../kit/convolution/subject.ts';
import type { GridView } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import type { BackwardModel, Pass } from './model.ts';
import { hasPlanes } from './parameters.ts';
import { type Pair, termsAtWork } from './subject.ts';

const NONE: GridView = { values: [], known: () => false };

/** The products of a sum in the order in which they are added. */
const inOrder = (terms: readonly Term[], done: number): GridView => ({
  values: terms.map(({ value }) => value),
  known: (index) => index < done,
});

/** The pixel times ∂y of one weight, window by window. */
export const sharesOf = ({ explanation, done }: Subject): GridView =>
  explanation.tensor === 'dw' ? inOrder(explanation.terms, done) : NONE;

/**
 * The products of the bench. Gathered, they stand under the turned kernel; scattered, each stands on its weight: all that
 * one output hands out, or, of a pixel that is asked for, those that reached it.
 */
export function productsOf(
  model: BackwardModel,
  { cell, done, stretch }: Moment<Pass>,
  subject: Subject,
  pair: Pair,
  isAsked: boolean,
): GridView {
  const { explanation } = subject;
  const { method, kernel, channels } = model.params;
  if (explanation.tensor !== 'dx') return NONE;
  if (method === 'gather') {
    const { terms, before } = termsAtWork(model, explanation, pair);
    return inOrder(terms, subject.done - before);
  }
  const taps = kernel * kernel;
  const first = (pair.filter * channels + pair.channel) * taps;
  const weights = model.w.data.slice(first, first + taps);
  if (!isAsked && stretch.id === 'dx') {
    const upstream = model.dy.data[cell] as number;
    const made = done - pair.channel * taps;
    return { values: Array.from(weights, (weight) => weight * upstream), known: (index) => index < made };
  }
  const reached = new Map<number, number>();
  for (const { factors, value } of explanation.terms) {
    const [filter, , ky = 0, kx = 0] = factors.find((factor) => factor.tensor === 'w')?.index ?? [];
    if (filter === pair.filter) reached.set(ky * kernel + kx, value);
  }
  return { values: Array.from(weights, (_, i) => reached.get(i) ?? 0), known: (index) => reached.has(index) };
}

/** What has landed on the pixels so far. */
export function landedOf(model: BackwardModel, moment: Moment<Pass>): Partial<GridView> {
  const { sums, counts, expected } = arrivalsAt(model, model.params, moment);
  return {
    known: (i) => counts[i] === expected[i],
    partial: (i) => (counts[i] ? sums[i] : undefined),
    running: true,
  };
}

/** Of several planes, the bench has a copy of the one at work. Pointing at a number of it means that number. */
export function copiesOf(
  { params, x, w, dy }: BackwardModel,
  { filter, channel }: Pair,
): Readonly<Record<'padded' | 'turned' | 'spread', Partial<GridView>>> {
  if (!hasPlanes(params)) return { padded: {}, turned: {}, spread: {} };
  const copy = (grid: string, values: Float64Array, side: number, plane: number): Partial<GridView> => ({
    values: values.slice(plane * side * side, (plane + 1) * side * side),
    standsFor: (i): Place => ({ grid, plane, row: Math.floor(i / side), col: i % side }),
  });
  const out = dy.shape[3] as number;
  return {
    padded: copy('x', x.data as Float64Array, params.input, channel),
    turned: copy('w', w.data as Float64Array, params.kernel, filter * params.channels + channel),
    spread: copy('dy', dy.data as Float64Array, out, filter),
  };
}
