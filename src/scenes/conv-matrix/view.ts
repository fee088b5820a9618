import type { SumExplanation } from '../../explain/explanation.ts';
import { targetOf } from '../../kit/convolution/subject.ts';
import { cellAt, inputWindow, oneCell } from '../../kit/convolution/windows.ts';
import { flightOf } from '../../kit/motion/flightOf.ts';
import { windowAt } from '../../kit/motion/glide.ts';
import { placesIn, sumEquation } from '../../kit/scene/equations.ts';
import {
  type CellMark,
  cellKey,
  type Flight,
  type GridView,
  type GridWindow,
  type SceneView,
  type SumEquation,
  type ViewOptions,
} from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import { finishedCells, type Moment, stepsBefore } from '../../playback/track.ts';
import { drawnIn, marksOf } from './marks.ts';
import type { MatrixModel, Pass } from './model.ts';
import type { MatrixParams } from './parameters.ts';
import { explain, type Meeting, meetingOf, type Subject, subjectOf } from './subject.ts';
import { FOLDED } from './words.ts';

/** A row or a column of 𝒞 that is folded back into a picture. */
export interface Folded {
  readonly kind: 'row' | 'column';
  readonly index: number;
}

/** What is on the screen at one position. */
export interface MatrixView extends SceneView {
  readonly equations: readonly [SumEquation];
  readonly pass: Pass;
  /** The row that the steps have come to. */
  readonly cell: number;
  readonly subject: Subject;
  readonly asked: boolean;
  readonly explanation: SumExplanation;
  /** Products that have been added. */
  readonly done: number;
  readonly folded: Folded;
  readonly held: ViewOptions<MatrixParams>['held'];
}

export function viewOf(
  model: MatrixModel,
  moment: Moment<Pass>,
  { asked, held, full }: ViewOptions<MatrixParams>,
): MatrixView {
  const { stretch, cell, fraction } = moment;
  const pass = stretch.id;
  const here = lineAt(pass, cell);
  const question = asked ? subjectOf(model, asked) : null;
  const subject = question ?? here;
  const explanation = explain(model, subject);
  const { terms } = explanation;
  const all = question !== null || held !== null;
  const done = all ? terms.length : moment.done;
  const meetings = terms.map((term) => meetingOf(model, subject, term));
  const current = all ? undefined : meetings[fraction > 0 ? done : done - 1];
  const { x, w, y, dy, dx } = model;
  const before = stretch.start + stepsBefore(stretch, cell);
  const equation = sumEquation(explanation, {
    ...{ done, full },
    placeOf: placesIn({ x: x.shape, w: w.shape, y: y.shape, dy: dy.shape, dx: dx.shape }),
    target: targetOf(explanation),
    positionOf: question ? undefined : (count) => before + count,
  });
  const marks = marksOf(model, { subject, asked: question && asked, meetings, current });
  const windows = windowsOf(model, moment, question);
  const finished = finishedCells(model.track, moment, pass);
  const partial = done > 0 && done < terms.length ? equation.line.value : undefined;
  const made: Partial<GridView> = {
    known: (index) => all || index < finished,
    partial: (index) => (index === cell ? partial : undefined),
  };
  const madeNow = pass === 'forward' ? ['y', 'vy', 'ry'] : ['dx', 'vdx'];
  const folded = foldedOf(subject, here);
  const grids: Record<string, GridView> = {};
  for (const id of GRIDS)
    grids[id] = {
      marks: marks.of(id),
      windows: windows[id],
      ...(madeNow.includes(id) && made),
    };
  return {
    grids: {
      ...grids,
      dXcol: { ...grids['dXcol'], known: (at) => all || isCopied(model, at, finished, cell, meetings, done) },
      ...foldedGrid(model, folded),
    },
    equations: [equation],
    flight: all ? null : motionOf(model, moment, explanation, meetings),
    ...{ pass, cell, subject, asked: question !== null, explanation, done, folded, held },
  };
}

const GRIDS = [
  ...['x', 'w', 'y', 'dy', 'dx'],
  ...['C', 'Ct', 'vx', 'vy', 'vdy', 'vdx'],
  ...['vw', 'Xcol', 'dXcol', 'ry', 'rdy'],
];

const lineAt = (pass: Pass, cell: number): Subject =>
  pass === 'forward' ? { kind: 'output', o: cell } : { kind: 'input', i: cell };

/** A weight has no row of its own: then the row of the step stays. */
function foldedOf(subject: Subject, here: Subject): Folded {
  const of = subject.kind === 'weight' ? here : subject;
  return of.kind === 'input'
    ? { kind: 'column', index: of.i }
    : { kind: 'row', index: of.kind === 'output' ? of.o : 0 };
}

/** The folded row or column of 𝒞; null where no weight stands. */
export function foldedValues({ inputs, outputs, tapAt, w }: MatrixModel, { kind, index }: Folded) {
  return Array.from({ length: kind === 'row' ? inputs : outputs }, (_, at) => {
    const t = tapAt[kind === 'row' ? index * inputs + at : at * inputs + index] as number;
    return t < 0 ? null : (w.data[t] as number);
  });
}

function foldedGrid(model: MatrixModel, folded: Folded): Record<string, GridView> {
  const side = folded.kind === 'row' ? model.params.input : model.out;
  const values = foldedValues(model, folded);
  const zeros = values.flatMap((value, at): [string, CellMark][] =>
    value === null ? [[cellKey(...cellAt(at, side)), { kind: 'quiet' }]] : [],
  );
  const view: GridView = {
    name: FOLDED[folded.kind](folded.index),
    values: values.map((value) => value ?? 0),
    marks: new Map(zeros),
  };
  return folded.kind === 'row' ? { foldRow: view } : { foldColumn: view };
}

/** Outlines: the line of the matrix that is multiplied, the window over the picture, the cell that is made. */
function windowsOf(
  model: MatrixModel,
  moment: Moment<Pass>,
  question: Subject | null,
): Partial<Record<string, readonly GridWindow[]>> {
  const { params, out, inputs, outputs, taps } = model;
  const at = (windowOf: (cell: number) => GridWindow): GridWindow[] =>
    question ? [windowOf(cellOf(question))] : [windowAt(moment, windowOf)];
  const line = (length: number, of: 'row' | 'column'): GridWindow[] =>
    at((cell) =>
      of === 'row'
        ? { row: cell, col: 0, rows: 1, cols: length, role: 'window' }
        : { row: 0, col: cell, rows: length, cols: 1, role: 'window' },
    );
  const about = question?.kind ?? (moment.stretch.id === 'forward' ? 'output' : 'input');
  if (about === 'output')
    return {
      C: line(inputs, 'row'),
      Ct: line(inputs, 'column'),
      Xcol: line(taps, 'column'),
      dXcol: line(taps, 'column'),
      x: at((cell) => inputWindow(model, params.stride, cellAt(cell, out))),
      ...(!question && { y: at((cell) => oneCell(cellAt(cell, out))) }),
    };
  if (about === 'weight') return {};
  return {
    C: line(outputs, 'column'),
    Ct: line(outputs, 'row'),
    ...(!question && { dx: at((cell) => oneCell(cellAt(cell, params.input))) }),
  };
}

const cellOf = (subject: Subject): number =>
  subject.kind === 'output' ? subject.o : subject.kind === 'input' ? subject.i : 0;

/** Whether a product of wᵀ · ∂y has been made: those of finished pixels and of the one under way; padding's need none. */
function isCopied(
  { copyOf, outputs }: MatrixModel,
  at: number,
  finished: number,
  cell: number,
  meetings: readonly Meeting[],
  done: number,
): boolean {
  const i = copyOf[at] as number;
  if (i < finished) return true;
  return i === cell && meetings.slice(0, done).some(({ o, t }) => t * outputs + o === at);
}

/** A number of the vector meets its entry in the matrix, or in a column of the patches, and flies to the line's sum. */
function motionOf(
  model: MatrixModel,
  moment: Moment<Pass>,
  { terms }: SumExplanation,
  meetings: readonly Meeting[],
): Flight | null {
  const forward = moment.stretch.id === 'forward';
  const patches = model.params.view === 'patches';
  const drawn = drawnIn(model);
  const term = terms[moment.done];
  const meeting = meetings[moment.done];
  if (!term || !meeting) return null;
  const { o, i, t } = meeting;
  const find = (places: readonly Place[], ids: readonly string[]): Place =>
    places.find(({ grid }) => ids.includes(grid)) as Place;
  const value = forward
    ? patches
      ? find(drawn.copy(t, o), ['Xcol'])
      : find(drawn.pixel(i), ['vx'])
    : find(drawn.output(o), [patches ? 'rdy' : 'vdy']);
  const weight = patches ? find(drawn.weight(t), ['vw']) : find(drawn.entry(o, i), [forward ? 'C' : 'Ct']);
  const target = forward
    ? find(drawn.output(o), [patches ? 'ry' : 'vy'])
    : find(drawn.pixel(i), [patches ? 'dx' : 'vdx']);
  return flightOf(moment, {
    direction: forward ? 'forward' : 'gather',
    terms: [term],
    placeOf: ({ tensor }) => (tensor === 'w' ? weight : value),
    productOf: () => (patches && !forward ? find(drawn.copy(t, o), ['dXcol']) : null),
    targetOf: () => target,
  });
}
