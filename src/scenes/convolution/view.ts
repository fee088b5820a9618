import type { SumExplanation } from '../../explain/explanation.ts';
import { factor, MINUS, product } from '../../explain/terms.ts';
import { answerOf, explainLayer } from '../../kit/convolution/explain.ts';
import { nudgedSlope } from '../../kit/convolution/nudge.ts';
import { indexIn, markUnread, partialOf, type Subject, targetOf } from '../../kit/convolution/subject.ts';
import { cellAt, inputWindow, oneCell } from '../../kit/convolution/windows.ts';
import { flightOf } from '../../kit/motion/flightOf.ts';
import { windowAt } from '../../kit/motion/glide.ts';
import { placesIn, sumEquation } from '../../kit/scene/equations.ts';
import { MarkBook, timesText } from '../../kit/scene/marks.ts';
import type {
  Equation,
  Flight,
  GridView,
  GridWindow,
  SceneView,
  SumEquation,
  ViewOptions,
} from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import { finishedCells, type Moment, stepsBefore } from '../../playback/track.ts';
import { type ConvolutionModel, lossOf, type Pass } from './model.ts';
import type { ConvolutionParams } from './parameters.ts';

type GridId = 'x' | 'w' | 'b' | 'products' | 'y' | 'target' | 'dx' | 'dw' | 'db' | 'dy';

/** What is on the screen at one position. */
export interface ConvolutionView extends SceneView {
  readonly grids: Readonly<Record<GridId, GridView>>;
  readonly equations: readonly [SumEquation, ...Equation[]];
  readonly pass: Pass;
  readonly direction: 'forward' | 'backward';
  readonly explanation: SumExplanation;
  /** Terms of it that have been added. */
  readonly done: number;
  /** The reader asks for this cell; the step waits. */
  readonly asked: Place | null;
  readonly held: ViewOptions<ConvolutionParams>['held'];
}

export function viewOf(
  model: ConvolutionModel,
  moment: Moment<Pass>,
  { asked, held, full }: ViewOptions<ConvolutionParams>,
): ConvolutionView {
  const places = placesOf(model);
  const question = asked ? questionOf(model, asked) : null;
  const subject = question ?? stepOf(model, moment);
  const { explanation } = subject;
  // While a slider is held every number is shown, and so is the whole sum.
  const done = held ? explanation.terms.length : subject.done;
  const pass = question ? (PASS_OF[question.explanation.tensor] as Pass) : moment.stretch.id;
  const { track } = model;
  const { start } = moment.stretch;
  const equation = sumEquation(explanation, {
    done,
    full,
    placeOf: places,
    target: targetOf(explanation),
    positionOf: question ? undefined : (count) => start + stepsBefore(moment.stretch, moment.cell) + count,
  });
  const marks = marksOf(model, moment, question ? asked : null, subject, places);
  const windows = question || held ? {} : windowsOf(model, moment, subject);
  const known = (id: Pass): ((index: number) => boolean) => {
    const finished = held || question ? Number.POSITIVE_INFINITY : finishedCells(track, moment, id);
    return (index) => index < finished;
  };
  const grid = (id: GridId, more: Partial<GridView> = {}): GridView => ({
    marks: marks.of(id),
    windows: windows[id],
    ...more,
  });
  const soFar = partialOf(equation);
  return {
    grids: {
      x: grid('x'),
      w: grid('w'),
      b: grid('b'),
      products: productsOf(explanation, done),
      y: grid('y', { known: known('forward'), partial: soFar('y', model.out) }),
      target: grid('target'),
      dy: grid(
        'dy',
        model.params.loss === 'target' ? { known: known('loss'), partial: soFar('dy', model.out) } : {},
      ),
      dx: grid('dx', { known: known('dx'), partial: soFar('dx', model.params.input) }),
      dw: grid('dw', { known: known('dw'), partial: soFar('dw', model.params.kernel) }),
      db: grid('db', { known: known('db'), partial: soFar('db', 1) }),
    },
    equations:
      question && asked
        ? [equation, ...nudgedSlope(model, question.explanation, (x, w, b) => lossOf(model, x, w, b), full)]
        : [equation],
    flight: question || held ? null : motionOf(model, moment, subject, places),
    pass,
    direction: pass === 'forward' ? 'forward' : 'backward',
    explanation,
    done,
    asked: question ? asked : null,
    held,
  };
}

/** Where the tensors' cells stand: every tensor is the grid of its name. */
export const placesOf = ({ x, w, b, y, target, dy, dx, dw, db }: ConvolutionModel) =>
  placesIn({
    x: x.shape,
    w: w.shape,
    b: b?.shape ?? [1],
    y: y.shape,
    target: target.shape,
    dy: dy.shape,
    dx: dx.shape,
    dw: dw.shape,
    db: db.shape,
  });

const PASS_OF: Readonly<Record<string, Pass>> = { y: 'forward', dy: 'loss', dx: 'dx', dw: 'dw', db: 'db' };

function questionOf(model: ConvolutionModel, asked: Place): Subject | null {
  const isUpstream = asked.grid === 'dy' || asked.grid === 'target';
  if (isUpstream && model.params.loss !== 'target') return null;
  const tensor = isUpstream ? 'dy' : answerOf(asked.grid);
  if (!tensor) return null;
  const explanation =
    tensor === 'dy'
      ? explainUpstream(model, asked.row, asked.col)
      : explainLayer(model, tensor, indexIn(tensor, asked));
  return { explanation, done: explanation.terms.length, current: undefined, cropped: false };
}

/** The sum that the current step adds to. */
function stepOf(model: ConvolutionModel, moment: Moment<Pass>): Subject {
  const { cell, done, stretch } = moment;
  const { kernel, input } = model.params;
  const side = { forward: model.out, loss: model.out, dx: input, dw: kernel, db: 1 }[stretch.id];
  const [row, col] = cellAt(cell, side);
  const tensor = stretch.id === 'forward' ? 'y' : stretch.id;
  const explanation =
    tensor === 'loss'
      ? explainUpstream(model, row, col)
      : explainLayer(model, tensor, indexIn(tensor, { plane: 0, row, col }));
  const at = moment.fraction > 0 ? done : done - 1;
  return { explanation, done, current: explanation.terms[at], cropped: false };
}

/** The derivative of ½‖y − t‖² for one output: y − t. */
function explainUpstream({ y, target, dy }: ConvolutionModel, row: number, col: number): SumExplanation {
  const index = [0, 0, row, col];
  const terms = [product(factor('y', y, ...index)), product(MINUS, factor('target', target, ...index))];
  return { kind: 'sum', tensor: 'dy', index, value: dy.at(...index), terms };
}

/** The products of the current window, as far as they have been made. */
function productsOf({ terms, tensor }: SumExplanation, done: number): GridView {
  const values = terms.filter(({ factors }) => factors.length === 2).map(({ value }) => value);
  const made = tensor === 'y' ? Math.min(done, values.length) : 0;
  return { values, known: (index) => index < made };
}

function marksOf(
  model: ConvolutionModel,
  moment: Moment<Pass>,
  asked: Place | null,
  { explanation, done, current }: Subject,
  places: ReturnType<typeof placesOf>,
): MarkBook {
  const marks = new MarkBook(places);
  markUnread(model, marks);
  const { terms, tensor } = explanation;
  const target = targetOf(explanation);
  if (asked && !current) {
    marks.sources(terms);
    for (const { factors } of terms)
      for (const factor of factors.slice(1)) marks.factor(factor, { kind: 'source' });
    // The outputs that a pixel, a weight or the bias reaches stand on the places of their gradients.
    if (asked.grid === 'x' || asked.grid === 'w' || asked.grid === 'b')
      for (const { factors } of terms) {
        const upstream = factors.find((factor) => factor.tensor === 'dy');
        const weight = factors.find((factor) => factor.tensor === 'w');
        if (upstream)
          marks.factor(
            { ...upstream, tensor: 'y' },
            { kind: 'reached', ...(weight && { badge: timesText(weight.value) }) },
          );
      }
    marks.cell(target, { kind: 'target' });
    marks.cell(asked, { kind: 'target' });
    return marks;
  }
  marks.sources(tensor === 'y' ? terms : terms.slice(0, done));
  marks.active(current);
  if (moment.position > 0) marks.cell(target, { kind: 'target' });
  return marks;
}

/** Outlines: what is read, and the cell that is made. */
function windowsOf(
  model: ConvolutionModel,
  moment: Moment<Pass>,
  { explanation, current }: Subject,
): Partial<Record<GridId, readonly GridWindow[]>> {
  const { stride, kernel, input } = model.params;
  const read = current?.factors.find(({ tensor }) => tensor === 'x' || tensor === 'dy');
  const source = read ? { [read.tensor]: [oneCell(read.index.slice(-2) as [number, number], 'window')] } : {};
  const result = (side: number): GridWindow => windowAt(moment, (cell) => oneCell(cellAt(cell, side)));
  const over = windowAt(moment, (cell) => inputWindow(model, stride, cellAt(cell, model.out)));
  switch (moment.stretch.id) {
    case 'loss':
      return { y: [{ ...result(model.out), role: 'window' }], dy: [result(model.out)] };
    case 'forward':
      return { x: [over], y: [result(model.out)] };
    case 'dx':
      return { ...source, dx: [result(input)] };
    case 'dw':
      return { ...source, dw: [result(kernel)] };
    case 'db':
      return { ...source, db: [oneCell([0, explanation.index[0] ?? 0])] };
  }
}

function motionOf(
  { params }: ConvolutionModel,
  moment: Moment<Pass>,
  { explanation, current }: Subject,
  places: ReturnType<typeof placesOf>,
): Flight | null {
  const forward = moment.stretch.id === 'forward';
  const { kernel } = params;
  const product = {
    grid: 'products',
    plane: 0,
    row: Math.floor(moment.done / kernel),
    col: moment.done % kernel,
  };
  return flightOf(moment, {
    direction: forward ? 'forward' : 'scatter',
    terms: current ? [current] : [],
    placeOf: ({ tensor, index }) => places(tensor, index),
    targetOf: () => targetOf(explanation),
    productOf: () => (forward && moment.done < kernel * kernel ? product : null),
  });
}
