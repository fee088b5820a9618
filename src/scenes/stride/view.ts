import { explainConv2d } from '../../explain/conv2d.ts';
import type { SumExplanation } from '../../explain/explanation.ts';
import { readsSum, underWeight } from '../../kit/convolution/reads.ts';
import { markUnread, targetOf } from '../../kit/convolution/subject.ts';
import { cellAt, inputWindow, oneCell } from '../../kit/convolution/windows.ts';
import { windowAt } from '../../kit/motion/glide.ts';
import { placesIn, sumEquation } from '../../kit/scene/equations.ts';
import { MarkBook, timesText } from '../../kit/scene/marks.ts';
import type { GridView, GridWindow, SceneView, SumEquation, ViewOptions } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import { finishedCells, type Moment } from '../../playback/track.ts';
import { isKept, type Pass, type StrideModel } from './model.ts';
import type { StrideParams } from './parameters.ts';

type GridId = 'x' | 'w' | 'y' | 'unstrided';

/** What the picture speaks of: a window of either pass, the reads of a pixel, the cells under a weight. */
export type Subject =
  | { readonly kind: 'window'; readonly pass: Pass; readonly row: number; readonly col: number }
  | { readonly kind: 'reads'; readonly row: number; readonly col: number }
  | { readonly kind: 'weight'; readonly row: number; readonly col: number };

/** What is on the screen at one position. */
export interface StrideView extends SceneView {
  readonly equations: readonly [SumEquation];
  readonly subject: Subject;
  readonly asked: boolean;
  readonly explanation: SumExplanation;
  /** The window has not been worked out yet. */
  readonly waits: boolean;
  /** The window is one of the stops. */
  readonly kept: boolean;
  /** The pass that the moment is in. */
  readonly pass: Pass;
  readonly held: ViewOptions<StrideParams>['held'];
}

export function viewOf(
  model: StrideModel,
  moment: Moment,
  { asked, held, full }: ViewOptions<StrideParams>,
): StrideView {
  const pass = moment.stretch.id as Pass;
  const subject = asked ? questionOf(asked) : momentSubject(model, moment);
  const explanation = explain(model, subject);
  const waits = !asked && !held && moment.done === 0;
  const places = placesOf(model);
  const equation = sumEquation(explanation, {
    full,
    placeOf: places,
    target: targetOf(explanation),
    done: waits ? 0 : explanation.terms.length,
  });
  const marks = marksOf(model, subject, asked, explanation);
  const windows = windowsOf(model, moment, asked ? subject : null, held);
  const grid = (id: GridId, more: Partial<GridView> = {}): GridView => ({
    marks: marks.of(id),
    windows: windows[id],
    ...more,
  });
  const all = asked !== null || held !== null;
  const known = (id: Pass): ((index: number) => boolean) => {
    const finished = all ? Number.POSITIVE_INFINITY : finishedCells(model.track, moment as Moment<Pass>, id);
    return (index) => index < finished;
  };
  return {
    grids: {
      x: grid('x'),
      w: grid('w'),
      y: grid('y', { known: known('stops') }),
      unstrided: grid('unstrided', { known: known('everyPlace') }),
    },
    equations: [equation],
    subject,
    asked: asked !== null,
    explanation,
    waits,
    kept: subject.kind === 'window' && (subject.pass === 'stops' || isKept(model, subject.row, subject.col)),
    pass,
    held,
  };
}

function momentSubject(model: StrideModel, { stretch, cell }: Moment): Subject {
  const side = stretch.id === 'stops' ? model.out : model.everyPlace.out;
  return { kind: 'window', pass: stretch.id as Pass, row: Math.floor(cell / side), col: cell % side };
}

function questionOf({ grid, row, col }: Place): Subject {
  if (grid === 'x') return { kind: 'reads', row, col };
  if (grid === 'w') return { kind: 'weight', row, col };
  return { kind: 'window', pass: grid === 'unstrided' ? 'everyPlace' : 'stops', row, col };
}

function explain(model: StrideModel, subject: Subject): SumExplanation {
  const { x, w, y, options, everyPlace } = model;
  const at = [subject.row, subject.col] as const;
  if (subject.kind === 'reads') return readsSum({ x, w, y }, options, at);
  if (subject.kind === 'weight') return underWeight({ x, w, y }, options, at);
  if (subject.pass === 'stops') return explainConv2d({ x, w }, options, [0, 0, ...at]);
  return { ...explainConv2d({ x, w }, everyPlace.options, [0, 0, ...at]), tensor: 'unstrided' };
}

/** The ones that count the reads of a pixel stand on the outputs that read it. */
function placesOf({ x, w, y, everyPlace }: StrideModel) {
  const placeOf = placesIn({ x: x.shape, w: w.shape, y: y.shape, unstrided: everyPlace.y.shape });
  return (tensor: string, index: readonly number[]) => placeOf(tensor === 'dy' ? 'y' : tensor, index);
}

function marksOf(
  model: StrideModel,
  subject: Subject,
  asked: Place | null,
  { terms }: SumExplanation,
): MarkBook {
  const { params, everyPlace } = model;
  const { stride } = params;
  const marks = new MarkBook(placesOf(model));
  markUnread(model, marks, ['x']);
  for (let row = 0; row < everyPlace.out; row++)
    for (let col = 0; col < everyPlace.out; col++)
      marks.cell(
        { grid: 'unstrided', plane: 0, row, col },
        { kind: isKept(model, row, col) ? 'reached' : 'unread' },
      );
  const kind = subject.kind === 'window' ? 'source' : 'reached';
  for (const { factors } of terms) {
    const [first, second] = factors;
    if (first) marks.factor(first, { kind, ...(second && { badge: timesText(second.value) }) });
  }
  if (subject.kind === 'window') {
    const { row, col, pass } = subject;
    if (pass === 'stops')
      marks.cell({ grid: 'unstrided', plane: 0, row: row * stride, col: col * stride }, { kind: 'target' });
    else if (isKept(model, row, col))
      marks.cell({ grid: 'y', plane: 0, row: row / stride, col: col / stride }, { kind: 'target' });
  } else if (asked) marks.cell(asked, { kind: 'target' });
  return marks;
}

/** The window over the input and the cell that it makes; while the stride is held, the window after it as well. */
function windowsOf(
  model: StrideModel,
  moment: Moment,
  question: Subject | null,
  held: StrideView['held'],
): Partial<Record<GridId, readonly GridWindow[]>> {
  if (question && question.kind !== 'window') return {};
  const pass = question?.pass ?? (moment.stretch.id as Pass);
  const layer = pass === 'stops' ? model : model.everyPlace;
  const step = pass === 'stops' ? model.params.stride : 1;
  const output = pass === 'stops' ? 'y' : 'unstrided';
  const over = (at: readonly [number, number]): GridWindow => inputWindow(layer, step, at);
  if (question) {
    const at = [question.row, question.col] as const;
    return { x: [over(at)], [output]: [oneCell(at)] };
  }
  const [row, col] = cellAt(moment.cell, layer.out);
  const next =
    held === 'stride' && col + 1 < layer.out ? [inputWindow(layer, step, [row, col + 1], 'next')] : [];
  return {
    x: [windowAt(moment, (cell) => over(cellAt(cell, layer.out))), ...next],
    [output]: [windowAt(moment, (cell) => oneCell(cellAt(cell, layer.out)))],
  };
}
