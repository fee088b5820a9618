import { easeCubicInOut } from 'd3';
import type { Weights } from '../../kit/losses/landscape.ts';
import type { ExpressionEquation, GridView, SceneView, ViewOptions } from '../../kit/scene/view.ts';
import type { Update } from '../../network/descend.ts';
import type { Place } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import { linesOf } from './lines.ts';
import { type DescentModel, FACTS } from './model.ts';
import { type DescentParams, NUDGES } from './parameters.ts';
import { BUFFERS } from './words.ts';

/** What the lines speak of: the ball lies there; its gradient; the step; the new weights. */
export type Fact = 'loss' | 'slope' | 'step' | 'next';
const FACT_ORDER: readonly Fact[] = ['loss', 'slope', 'step', 'next'];

/** What is on the screen at one position. */
export interface DescentView extends SceneView {
  readonly equations: readonly ExpressionEquation[];
  /** The update that is spoken of, counted from 0. */
  readonly k: number;
  readonly update: Update;
  readonly fact: Fact;
  /** How much of each fact is drawn, 0 … 1. */
  readonly drawn: Readonly<Record<Fact, number>>;
  readonly ball: Weights;
  readonly loss: number;
  /** Updates whose whole step lies on the paths. */
  readonly walked: number;
  /** The nudge of the secant; 0: the derivative. */
  readonly nudge: number;
  /** The path is over, for the next numbers are too large. */
  readonly over: boolean;
  readonly asked: boolean;
  readonly held: ViewOptions<DescentParams>['held'];
}

/** The sliders that set the ball down. */
const STARTS: readonly (string | null)[] = ['start', 'across', 'up'];
const OF_SLOPE: readonly (string | null)[] = ['nudge'];

export function viewOf(
  model: DescentModel,
  moment: Moment,
  { asked, held, full }: ViewOptions<DescentParams>,
): DescentView {
  const { params, landscape, path } = model;
  const { updates } = path;
  const k = STARTS.includes(held) ? 0 : asked?.grid === 'slopes' ? asked.col : moment.cell;
  const update = updates[k] as Update;
  const under = moment.fraction > 0;
  const fact = factOf(moment, asked, held);
  const still = asked !== null || held !== null;
  const reached = FACT_ORDER.indexOf(fact);
  const drawnOf = (of: Fact): number => {
    const place = FACT_ORDER.indexOf(of);
    if (place > reached) return 0;
    return place === reached && under && !still ? moment.fraction : 1;
  };
  const drawn = { loss: 1, slope: drawnOf('slope'), step: drawnOf('step'), next: drawnOf('next') };
  const along = easeCubicInOut(drawn.next);
  const mixed = update.at.map((from, i) => from + ((update.next[i] as number) - from) * along);
  const ball = along === 1 ? update.next : mixed;
  const nudge = params.weights === 'one' ? (NUDGES[params.nudge] as number) : 0;
  return {
    grids: gridsOf(model, update, k, moment, { drawn, still, asked }),
    equations: equationsOf(model, update, k, { fact, asked, full, nudge }),
    ...{ k, update, fact, drawn, ball, nudge },
    loss: landscape.loss(ball, null),
    walked: still ? updates.length : k + (drawn.next === 1 ? 1 : 0),
    over: path.overflows && moment.position === model.track.total && !still,
    asked: asked !== null,
    held,
  };
}

function factOf({ done, fraction }: Moment, asked: Place | null, held: DescentView['held']): Fact {
  if (OF_SLOPE.includes(held)) return 'slope';
  if (STARTS.includes(held)) return 'step';
  switch (asked?.grid) {
    case 'slopes':
    case 'dweights':
      return 'slope';
    case 'velocity':
    case 'meang':
    case 'meansq':
      return 'step';
    case 'stepped':
      return 'next';
    default:
      return FACT_ORDER[Math.min(FACTS, done + (fraction > 0 ? 1 : 0))] as Fact;
  }
}

interface Question {
  readonly fact: Fact;
  readonly asked: Place | null;
  readonly full: boolean;
  readonly nudge: number;
}

function equationsOf(
  model: DescentModel,
  update: Update,
  k: number,
  { fact, asked, full, nudge }: Question,
): ExpressionEquation[] {
  const lines = linesOf(model, update, k, full);
  const { optimizer } = model.params;
  const axes = model.landscape.letters.map((_, axis) => axis);
  const only = axes.length === 1;
  switch (asked?.grid) {
    case 'slopes':
      return [lines.slope(asked.row, asked)];
    case 'weights':
      return [lines.loss()];
    case 'dweights':
      return [lines.slope(asked.col)];
    case 'velocity':
      return [lines.velocity(asked.col)];
    case 'meang':
      return [lines.meang(asked.col)];
    case 'meansq':
      return [lines.meansq(asked.col)];
    case 'stepped':
      return [lines.next(asked.col)];
    default:
  }
  if (fact === 'loss') return [lines.loss()];
  if (fact === 'slope')
    return nudge > 0 ? [lines.secant(), lines.slope(0)] : axes.map((axis) => lines.slope(axis));
  if (fact === 'next') return axes.map((axis) => lines.next(axis));
  if (optimizer === 'momentum' && only) return [lines.velocity(0), lines.step(0)];
  if (optimizer === 'momentum') return axes.map((axis) => lines.velocity(axis));
  if (optimizer === 'adam' && only) return [lines.meang(0), lines.meansq(0)];
  return axes.map((axis) => lines.step(axis));
}

interface Shown {
  readonly drawn: DescentView['drawn'];
  readonly still: boolean;
  readonly asked: Place | null;
}

/** The numbers of this update, as far as they exist; and the gradients of all updates so far. */
function gridsOf(
  model: DescentModel,
  update: Update,
  k: number,
  moment: Moment,
  { drawn, still, asked }: Shown,
): Record<string, GridView> {
  const count = model.path.updates.length;
  const now = (values: readonly number[], fact: Fact): GridView => ({
    values,
    known: () => still || drawn[fact] === 1,
  });
  const buffers = BUFFERS[model.params.optimizer].map((id, i) => [id, now(update.after[i] ?? [], 'step')]);
  const rows = model.landscape.letters.length;
  return {
    weights: now(update.at, 'loss'),
    dweights: now(update.slope, 'slope'),
    ...Object.fromEntries(buffers),
    stepped: now(update.next, 'next'),
    slopes: {
      known: (index) =>
        still || index % count < k || (index % count === k && moment.position > 0 && drawn.slope === 1),
      windows: asked ? [] : [{ row: 0, col: k, rows, cols: 1, role: 'window' }],
    },
  };
}
