import type { SumExplanation } from '../../explain/explanation.ts';
import { evenSides } from '../../kit/convolution/layer.ts';
import { markUnread, targetOf } from '../../kit/convolution/subject.ts';
import { cellAt, inputWindow, oneCell } from '../../kit/convolution/windows.ts';
import { windowAt } from '../../kit/motion/glide.ts';
import { placesIn, sumEquation } from '../../kit/scene/equations.ts';
import { MarkBook, timesText } from '../../kit/scene/marks.ts';
import type { GridView, GridWindow, SceneView, SumEquation, ViewOptions } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import type { PaddingModel } from './model.ts';
import type { PaddingParams } from './parameters.ts';
import { explain, hangingCells, questionOf, type Subject } from './question.ts';

type GridId = 'padded' | 'w' | 'y' | 'dx';

/** What is on the screen at one position. */
export interface PaddingView extends SceneView {
  readonly equations: readonly [SumEquation];
  readonly subject: Subject;
  /** The reader asks for it; the step waits. */
  readonly asked: boolean;
  readonly explanation: SumExplanation;
  /** The window has not been worked out yet. */
  readonly waits: boolean;
  /** Cells of the window that lie on the border. */
  readonly hanging: number;
  readonly held: ViewOptions<PaddingParams>['held'];
}

export function viewOf(
  model: PaddingModel,
  moment: Moment,
  { asked, held, full }: ViewOptions<PaddingParams>,
): PaddingView {
  const { out, padded, w, y, x } = model;
  const here = { row: Math.floor(moment.cell / out), col: moment.cell % out };
  const subject = asked ? questionOf(model, asked) : ({ kind: 'window', ...here } as const);
  const explanation = explain(model, subject);
  const waits = !asked && !held && moment.done === 0;
  const placeOf = placesIn({ padded: padded.shape, w: w.shape, y: y.shape, dx: x.shape, dy: y.shape });
  const equation = sumEquation(explanation, {
    full,
    // The ones that count the reads of a pixel stand on the outputs that read it.
    placeOf: (tensor, index) => placeOf(tensor === 'dy' ? 'y' : tensor, index),
    target: targetOf(explanation),
    done: waits ? 0 : explanation.terms.length,
  });
  const marks = marksOf(model, subject, asked, explanation);
  const windows = windowsOf(model, moment, asked ? subject : null);
  const grid = (id: GridId, more: Partial<GridView> = {}): GridView => ({
    marks: marks.of(id),
    windows: windows[id],
    ...more,
  });
  const all = asked !== null || held !== null;
  return {
    grids: {
      padded: grid('padded'),
      w: grid('w'),
      dx: grid('dx'),
      y: grid('y', { known: (index) => all || index < moment.finished }),
    },
    equations: [equation],
    subject,
    asked: asked !== null,
    explanation,
    waits,
    hanging: subject.kind === 'window' ? hangingCells(model, subject) : 0,
    held,
  };
}

function marksOf(
  model: PaddingModel,
  subject: Subject,
  asked: Place | null,
  { terms }: SumExplanation,
): MarkBook {
  const { params, before, side, padded } = model;
  const shapes = { padded: model.padded.shape, w: model.w.shape, y: model.y.shape };
  const placeOf = placesIn(shapes);
  const marks = new MarkBook((tensor, index) => placeOf(tensor === 'dy' ? 'y' : tensor, index));
  const whole = { ...model, x: padded, sides: evenSides(0), params: { ...params, input: side } };
  markUnread(whole, marks, ['padded']);
  for (const { factors } of terms) {
    const [first, second] = factors;
    if (!first) continue;
    const badge = params.preset === 'sobel' && second ? timesText(second.value) : undefined;
    marks.factor(first, { kind: subject.kind === 'window' ? 'source' : 'reached', badge });
  }
  if (!asked) return marks;
  if (subject.kind === 'uses') {
    marks.cell(
      { grid: 'padded', plane: 0, row: subject.row + before, col: subject.col + before },
      { kind: 'target' },
    );
    marks.cell({ grid: 'dx', plane: 0, row: subject.row, col: subject.col }, { kind: 'target' });
  } else if (subject.kind !== 'window') marks.cell(asked, { kind: 'target' });
  return marks;
}

/** The window over the padded input and the cell that it makes. */
function windowsOf(
  model: PaddingModel,
  moment: Moment,
  question: Subject | null,
): Partial<Record<GridId, readonly GridWindow[]>> {
  if (question && question.kind !== 'window') return {};
  const inPadded = (at: readonly [number, number]): GridWindow => {
    const window = inputWindow(model, model.params.stride, at);
    return { ...window, row: window.row + model.before, col: window.col + model.before };
  };
  if (question) {
    const at = [question.row, question.col] as const;
    return { padded: [inPadded(at)], y: [oneCell(at)] };
  }
  return {
    padded: [windowAt(moment, (cell) => inPadded(cellAt(cell, model.out)))],
    y: [windowAt(moment, (cell) => oneCell(cellAt(cell, model.out)))],
  };
}

/** The column of the padded row that the reader asks for. */
export function askedColumn({ before }: PaddingModel, { subject, asked }: PaddingView): number | null {
  if (!asked) return null;
  if (subject.kind === 'uses') return subject.col + before;
  return subject.kind === 'border' ? subject.col : null;
}
