import { explainConv2d, explainConv2dWeight } from '../../explain/conv2d.ts';
import type { SumExplanation } from '../../explain/explanation.ts';
import { operand } from '../../formula/arithmetic.ts';
import { cellName } from '../../formula/cellName.ts';
import { printNumber } from '../../formula/numbers.ts';
import { expressionEquation, sumEquation } from '../../kit/scene/equations.ts';
import { MarkBook } from '../../kit/scene/marks.ts';
import type {
  Equation,
  ExpressionPart,
  Flight,
  GridView,
  SceneView,
  ViewOptions,
} from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { Try } from './descent.ts';
import { type LearnModel, shownOf } from './model.ts';
import { KERNEL, type LearnParams } from './parameters.ts';

/** What is on the screen after so many steps. */
export interface LearnView extends SceneView {
  /** Steps that were taken: a fraction while one is under way. */
  readonly position: number;
  readonly now: Try;
  /** The step after which the loss ran away, if it did. */
  readonly ranAway: number | undefined;
  /** The weight that the line speaks of, by its place among the nine. */
  readonly weight: number;
  /** The cell that the reader asks for, where it has an arithmetic of its own. */
  readonly asked: Place | null;
  readonly held: ViewOptions<LearnParams>['held'];
}

export function viewOf(
  model: LearnModel,
  { position, fraction, done: taken }: Moment,
  { asked, held, full }: ViewOptions<LearnParams>,
): LearnView {
  const { descent } = model;
  const now = descent.at(taken);
  const ranAway = descent.ranAway(taken);
  // At rest the line tells of the step that was taken, under way of the one that comes.
  const isComing = taken === 0 || fraction > 0;
  const from = isComing ? now : descent.at(taken - 1);
  const isStill = ranAway !== undefined;
  const askedWeight = asked && (asked.grid === 'w' || asked.grid === 'goal') ? placeIn(asked) : undefined;
  const weight = askedWeight ?? steepestOf(from.dw);
  const answer = asked && answerOf(model, now, asked, full);
  const update = updateLine(model, from, { weight, isComing, full, isStill });
  const marks = new MarkBook(placesOf(model));
  const subject = answer?.target ?? place('w', weight);
  marks.cell(subject, { kind: 'target' });
  if (!answer) marks.cell(place('dw', weight), { kind: 'source' });
  const shown = (id: string, values: ArrayLike<number>): GridView => ({ values, marks: marks.of(id) });
  for (const term of answer?.kind === 'sum' ? answer.terms : [])
    for (const factor of term.factors) marks.factor(factor, { kind: 'source' });
  return {
    grids: {
      x: { marks: marks.of('x') },
      t: { marks: marks.of('t') },
      ...(model.goal && { goal: { marks: marks.of('goal') } }),
      // From here a weight sets out when a step moves it.
      w: { ...shown('w', now.w.data), partial: (i) => now.w.data[i] },
      y: shown('y', shownOf(model, now.y)),
      dy: shown('dy', shownOf(model, now.dy)),
      dw: shown('dw', now.dw.data),
    },
    equations: [answer ?? update],
    flight: asked || held || fraction === 0 || isStill ? null : flightsOf(model, now, fraction),
    position,
    now,
    ranAway,
    weight,
    asked: answer ? asked : null,
    held,
  };
}

const placeIn = ({ row, col }: Place): number => row * KERNEL + col;
const place = (grid: string, i: number): Place => ({
  grid,
  plane: 0,
  row: Math.floor(i / KERNEL),
  col: i % KERNEL,
});

/** The weight that a step moves the most. */
function steepestOf({ data }: Tensor): number {
  let most = 0;
  data.forEach((slope, i) => {
    if (Math.abs(slope) > Math.abs(data[most] as number)) most = i;
  });
  return most;
}

const part = (value: number, at: Place | null, full: boolean): ExpressionPart => ({
  text: operand(printNumber(value, { full }).text),
  place: at,
  symbol: at?.grid ?? '',
});

/** w − η ∂w, with the numbers of one weight. */
function updateLine(
  { params }: LearnModel,
  from: Try,
  of: { weight: number; isComing: boolean; full: boolean; isStill: boolean },
): Equation {
  const { weight, isComing, full, isStill } = of;
  const value = from.w.data[weight] as number;
  const slope = from.dw.data[weight] as number;
  const { row, col } = place('w', weight);
  return expressionEquation({
    head: cellName('w', [row, col]),
    // The numbers of the step before are no longer on the screen: only those that are lead to their cells.
    parts: [
      part(value, isComing ? place('w', weight) : null, full),
      ' − ',
      part(params.rate, null, full),
      ' · ',
      part(slope, isComing ? place('dw', weight) : null, full),
    ],
    value: value - params.rate * slope,
    full,
    target: isComing || isStill ? null : place('w', weight),
  });
}

/** Cells of the picture that is shown; those of other pictures are drawn nowhere. */
function placesOf({ params }: LearnModel, kernel = 'w') {
  return (tensor: string, index: readonly number[]): Place | null => {
    const [row = 0, col = 0] = index.slice(-2);
    if (tensor === 'w') return { grid: kernel, plane: 0, row, col };
    return index[0] === params.shown - 1 ? { grid: tensor, plane: 0, row, col } : null;
  };
}

/** The arithmetic of a cell that is asked for; null for one that is given, or that the update tells of. */
function answerOf(model: LearnModel, now: Try, asked: Place, full: boolean): Equation | null {
  const { x, t, goal, params } = model;
  const { row, col, grid } = asked;
  const index = [params.shown - 1, 0, row, col];
  const sum = (explanation: SumExplanation, kernel = 'w'): Equation =>
    sumEquation(explanation, {
      full,
      placeOf: placesOf(model, kernel),
      target: asked,
      head: cellName(grid, [row, col]),
    });
  switch (grid) {
    case 'y':
      return sum(explainConv2d({ x, w: now.w }, {}, index));
    case 't':
      return goal ? sum(explainConv2d({ x, w: goal }, {}, index), 'goal') : null;
    case 'dw':
      return sum(explainConv2dWeight({ x, dy: now.dy, wShape: now.w.shape }, {}, [0, 0, row, col]));
    case 'dy': {
      const at = (id: string): Place => ({ ...asked, grid: id });
      return expressionEquation({
        head: cellName('dy', [row, col]),
        parts: [
          '2 · (',
          part(now.y.at(...(index as [number, number, number, number])), at('y'), full),
          ' − ',
          part(t.at(...(index as [number, number, number, number])), at('t'), full),
          `) / ${now.y.size}`,
        ],
        value: now.dy.at(...(index as [number, number, number, number])),
        full,
        target: asked,
      });
    }
    default:
      return null;
  }
}

/** All nine weights move at once: each gradient goes to its weight. */
function flightsOf({ params }: LearnModel, { dw }: Try, fraction: number): Flight {
  return {
    direction: 'gather',
    fraction,
    entersCell: false,
    products: Array.from(dw.data, (slope, i) => ({
      value: { place: place('dw', i), number: slope },
      weight: null,
      product: null,
      number: -params.rate * slope,
      target: place('w', i),
    })),
  };
}
