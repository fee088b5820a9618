import type { SumExplanation } from '../../explain/explanation.ts';
import { explainLayer } from '../../kit/convolution/explain.ts';
import { headOf } from '../../kit/convolution/heads.ts';
import { nudgedSlope } from '../../kit/convolution/nudge.ts';
import { partialOf, type Subject, targetOf } from '../../kit/convolution/subject.ts';
import { sumEquation } from '../../kit/scene/equations.ts';
import type {
  ExpressionEquation,
  GridView,
  SceneView,
  SumEquation,
  ViewOptions,
} from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import { finishedCells, type Moment } from '../../playback/track.ts';
import { copiesOf, landedOf, productsOf, sharesOf } from './bench.ts';
import type { GridId } from './grids.ts';
import { marksOf } from './marks.ts';
import { type BackwardModel, lossOf, type Pass } from './model.ts';
import { type BackwardParams, hasPlanes, METHODS } from './parameters.ts';
import { benchPlaces, type Pair, pairOf, questionOf, stepOf } from './subject.ts';
import { motionOf, windowsOf } from './windows.ts';

/** What is on the screen at one position. */
export interface BackwardView extends SceneView {
  readonly equations: readonly [SumEquation, ...SumEquation[]];
  /** The pass of the moment; a cell that is asked for does not change it. */
  readonly pass: Pass;
  /** The gradient that the picture speaks of. */
  readonly explanation: SumExplanation;
  readonly current: Subject['current'];
  readonly done: number;
  readonly asked: Place | null;
  readonly held: ViewOptions<BackwardParams>['held'];
  /** The planes that lie on the bench. */
  readonly pair: Pair;
  /** The product of the last step lay on padding and is cut away. */
  readonly cropped: boolean;
  /** The same gradient found by nudging; null for a cell that has none. */
  readonly nudged: ExpressionEquation | null;
}

export function viewOf(
  model: BackwardModel,
  at: Moment<Pass>,
  { asked, held, full }: ViewOptions<BackwardParams>,
): BackwardView {
  const { params, track } = model;
  const { method, channels } = params;
  const question = asked ? questionOf(model, asked) : null;
  const of = question ?? stepOf(model, at);
  const { explanation, cropped } = of;
  const subject = { ...of, done: held ? explanation.terms.length : of.done };
  const pair = pairOf(of);
  const places = benchPlaces(model, explanation, method, pair);
  const { start, terms, id } = at.stretch;
  const scrubs = !question && !(id === 'dx' && method === 'scatter');
  const sum = sumEquation(explanation, {
    done: subject.done,
    full,
    head: headOf(explanation, hasPlanes(params)),
    way: question && explanation.tensor === 'dx' ? METHODS[method] : undefined,
    placeOf: places,
    target: targetOf(explanation, channels),
    positionOf: scrubs ? (count) => start + at.cell * terms + count : undefined,
  });
  const marks = marksOf(model, question ? asked : null, subject, places, pair);
  const windows = question || held ? {} : windowsOf(model, at, of);
  const all = question !== null || held !== null;
  const known = (id: Pass): ((index: number) => boolean) => {
    const finished = all ? Number.POSITIVE_INFINITY : finishedCells(track, at, id);
    return (index) => index < finished;
  };
  const grid = (id: GridId, more: Partial<GridView> = {}): GridView => ({
    marks: marks.of(id),
    windows: windows[id],
    ...more,
  });
  const soFar = partialOf(sum);
  const landed = method === 'scatter' && !all && at.stretch.id === 'dx';
  const copies = copiesOf(model, pair);
  return {
    grids: {
      x: grid('x'),
      w: grid('w'),
      b: grid('b'),
      y: grid('y'),
      dy: grid('dy'),
      spread: grid('spread', copies.spread),
      turned: grid('turned', copies.turned),
      padded: grid('padded', copies.padded),
      products: productsOf(model, at, subject, pair, question !== null),
      shares: sharesOf(subject),
      dx: grid(
        'dx',
        landed ? landedOf(model, at) : { known: known('dx'), partial: soFar('dx', params.input) },
      ),
      dw: grid('dw', { known: known('dw'), partial: soFar('dw', params.kernel) }),
      db: grid('db', { known: known('db'), partial: soFar('db', params.filters, 1) }),
    },
    equations: [sum, ...(question ? bothWays(model, of, pair, full) : [])],
    flight: all ? null : motionOf(model, at, of, places, pair),
    pass: at.stretch.id,
    explanation,
    current: of.current,
    done: subject.done,
    asked: question ? asked : null,
    held,
    pair,
    cropped,
    nudged: cropped
      ? null
      : (nudgedSlope(model, explanation, (x, w, b) => lossOf(model, x, w, b), full, hasPlanes(params))[0] ??
        null),
  };
}

/** A pixel's gradient is the same number both ways: the other form of its sum stands below. */
function bothWays(
  model: BackwardModel,
  { explanation: { tensor, index } }: Subject,
  pair: Pair,
  full: boolean,
): SumEquation[] {
  if (tensor !== 'dx') return [];
  const other = model.params.method === 'gather' ? 'scatter' : 'gather';
  const explanation = explainLayer(model, 'dx', index, other);
  return [
    sumEquation(explanation, {
      full,
      head: headOf(explanation, hasPlanes(model.params)),
      way: METHODS[other],
      placeOf: benchPlaces(model, explanation, other, pair),
      target: targetOf(explanation),
    }),
  ];
}
