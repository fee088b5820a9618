import type { SumExplanation, Term } from '../../explain/explanation.ts';
import { answerOf, explainLayer } from '../../kit/convolution/explain.ts';
import { nudgedSlope } from '../../kit/convolution/nudge.ts';
import { arrivalsAt } from '../../kit/convolution/scatter.ts';
import {
  indexIn,
  landingOf,
  markUnread,
  partialOf,
  type Subject,
  targetOf,
} from '../../kit/convolution/subject.ts';
import { cellAt, inputWindow, oneCell } from '../../kit/convolution/windows.ts';
import { flightOf } from '../../kit/motion/flightOf.ts';
import { windowAt } from '../../kit/motion/glide.ts';
import { placesIn, sumEquation } from '../../kit/scene/equations.ts';
import { MarkBook, timesText } from '../../kit/scene/marks.ts';
import type {
  ExpressionEquation,
  Flight,
  GridView,
  GridWindow,
  SceneView,
  SumEquation,
  ViewOptions,
} from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import { finishedCells, type Moment } from '../../playback/track.ts';
import { type BackwardModel, lossOf, type Pass } from './model.ts';
import type { BackwardParams } from './parameters.ts';

/**
 * Two lanes of grids. The bench of a pass has its own copies: `spread` is ∂y with its inserted zeros, `turned` the
 * kernel after its half turn, `padded` the input with its border, `shares` the products of one weight's gradient.
 */
export type GridId =
  | 'x'
  | 'w'
  | 'b'
  | 'y'
  | 'dy'
  | 'spread'
  | 'turned'
  | 'products'
  | 'padded'
  | 'shares'
  | 'dx'
  | 'dw'
  | 'db';

/** What is on the screen at one position. */
export interface BackwardView extends SceneView {
  readonly equations: readonly [SumEquation, ...SumEquation[]];
  /** The pass of the moment; a cell that is asked for does not change it. */
  readonly pass: Pass;
  /** The gradient that the picture speaks of. */
  readonly explanation: SumExplanation;
  readonly done: number;
  readonly asked: Place | null;
  readonly held: ViewOptions<BackwardParams>['held'];
  /** The product of the last step lay on padding and is cut away. */
  readonly cropped: boolean;
  /** The same gradient found by nudging; null for a cell that has none. */
  readonly nudged: ExpressionEquation | null;
}

export function viewOf(
  model: BackwardModel,
  moment: Moment,
  { asked, held, full }: ViewOptions<BackwardParams>,
): BackwardView {
  const at = moment as Moment<Pass>;
  const question = asked ? questionOf(model, asked) : null;
  const subject = question ?? stepOf(model, at);
  const { explanation } = subject;
  const done = held ? explanation.terms.length : subject.done;
  const places = benchPlaces(model, explanation.tensor, model.params.method);
  const sum = equationOf(model, at, explanation, { done, full, isStep: !question, places });
  const both = question ? bothWays(model, explanation, full) : [];
  const marks = marksOf(model, question ? asked : null, { ...subject, done }, places);
  const windows = question || held ? {} : windowsOf(model, at, subject);
  const all = question !== null || held !== null;
  const known = (id: Pass): ((index: number) => boolean) => {
    const finished = all ? Number.POSITIVE_INFINITY : finishedCells(model.track, at, id);
    return (index) => index < finished;
  };
  const grid = (id: GridId, more: Partial<GridView> = {}): GridView => ({
    marks: marks.of(id),
    windows: windows[id],
    ...more,
  });
  const soFar = partialOf(sum);
  const landed = model.params.method === 'scatter' && !all && at.stretch.id === 'dx';
  return {
    grids: {
      x: grid('x'),
      w: grid('w'),
      b: grid('b'),
      y: grid('y'),
      dy: grid('dy'),
      spread: grid('spread'),
      turned: grid('turned'),
      padded: grid('padded'),
      products: productsOf(model, at, { ...subject, done }, question !== null),
      shares: explanation.tensor === 'dw' ? inOrder(explanation.terms, done) : NONE,
      dx: grid(
        'dx',
        landed ? landedOf(model, at) : { known: known('dx'), partial: soFar('dx', model.params.input) },
      ),
      dw: grid('dw', { known: known('dw'), partial: soFar('dw', model.params.kernel) }),
      db: grid('db', { known: known('db'), partial: soFar('db', 1) }),
    },
    equations: [sum, ...both],
    flight: question || held ? null : motionOf(model, at, subject, places),
    pass: at.stretch.id,
    explanation,
    done,
    asked: question ? asked : null,
    held,
    cropped: subject.cropped,
    nudged: subject.cropped
      ? null
      : (nudgedSlope(model, explanation, (x, w, b) => lossOf(model, x, w, b), full)[0] ?? null),
  };
}

type Places = ReturnType<typeof placesIn>;

/** Where the factors of a gradient's sum stand: on the bench of its pass. */
function benchPlaces(model: BackwardModel, tensor: string, method: BackwardParams['method']): Places {
  const places = placesOf(model);
  const bench: Readonly<Record<string, string>> =
    tensor === 'dw'
      ? { x: 'padded' }
      : tensor === 'dx' && method === 'gather'
        ? { dy: 'spread', w: 'turned' }
        : {};
  return (name, index) => {
    const place = places(name, index);
    return place && { ...place, grid: bench[place.grid] ?? place.grid };
  };
}

/** Where the tensors' cells stand: every tensor is the grid of its name. */
const placesOf = ({ x, w, b, y, dy, dx, dw, db }: BackwardModel): Places =>
  placesIn({
    x: x.shape,
    w: w.shape,
    b: b?.shape ?? [1],
    y: y.shape,
    dy: dy.shape,
    dx: dx.shape,
    dw: dw.shape,
    db: db.shape,
  });

function questionOf(model: BackwardModel, asked: Place): Subject | null {
  const tensor = answerOf(asked.grid);
  if (!tensor) return null;
  const explanation = explainLayer(model, tensor, indexIn(tensor, asked.row, asked.col), model.params.method);
  return { explanation, done: explanation.terms.length, current: undefined, cropped: false };
}

/** A pixel's gradient is the same number both ways: the other form of its sum stands below. */
function bothWays(model: BackwardModel, { tensor, index }: SumExplanation, full: boolean): SumEquation[] {
  if (tensor !== 'dx') return [];
  const other = model.params.method === 'gather' ? 'scatter' : 'gather';
  const explanation = explainLayer(model, 'dx', index, other);
  return [sumEquation(explanation, { full, placeOf: benchPlaces(model, 'dx', other) })];
}

/** The sum that the current step adds to. */
function stepOf(model: BackwardModel, moment: Moment<Pass>): Subject {
  const { cell, done, stretch, fraction } = moment;
  const { params } = model;
  if (stretch.id === 'dx' && params.method === 'scatter') return landingOf(model, moment);
  const side = { dx: params.input, dw: params.kernel, db: 1 }[stretch.id];
  const index = indexIn(stretch.id, ...(cellAt(cell, side) as [number, number]));
  const explanation = explainLayer(model, stretch.id, index, params.method);
  return { explanation, done, current: explanation.terms[fraction > 0 ? done : done - 1], cropped: false };
}

function equationOf(
  model: BackwardModel,
  { stretch, cell }: Moment<Pass>,
  explanation: SumExplanation,
  of: { readonly done: number; readonly full: boolean; readonly isStep: boolean; readonly places: Places },
): SumEquation {
  const { done, full, isStep, places } = of;
  const scrubs = isStep && !(stretch.id === 'dx' && model.params.method === 'scatter');
  return sumEquation(explanation, {
    done,
    full,
    placeOf: places,
    target: targetOf(explanation),
    positionOf: scrubs ? (count) => stretch.start + cell * stretch.terms + count : undefined,
  });
}

const NONE: GridView = { values: [], known: () => false };

/** The products of a sum in the order in which they are added. */
const inOrder = (terms: readonly Term[], done: number): GridView => ({
  values: terms.map(({ value }) => value),
  known: (index) => index < done,
});

/**
 * The products of the bench. Gathered, they stand under the turned kernel; scattered, each stands on its weight: all that
 * one output hands out, or, of a pixel that is asked for, those that reached it.
 */
function productsOf(
  model: BackwardModel,
  { cell, done, stretch }: Moment<Pass>,
  subject: Subject,
  isAsked: boolean,
): GridView {
  const { terms, tensor } = subject.explanation;
  if (tensor !== 'dx') return NONE;
  if (model.params.method === 'gather') return inOrder(terms, subject.done);
  const { data } = model.w;
  if (!isAsked && stretch.id === 'dx') {
    const upstream = model.dy.data[cell] as number;
    return { values: Array.from(data, (weight) => weight * upstream), known: (index) => index < done };
  }
  const reached = new Map(
    terms.map(({ factors, value }) => {
      const [ky = 0, kx = 0] = factors.find((factor) => factor.tensor === 'w')?.index.slice(-2) ?? [];
      return [ky * model.params.kernel + kx, value];
    }),
  );
  return { values: Array.from(data, (_, i) => reached.get(i) ?? 0), known: (index) => reached.has(index) };
}

/** What has landed on the pixels so far. */
function landedOf(model: BackwardModel, moment: Moment<Pass>): Partial<GridView> {
  const { sums, counts, expected } = arrivalsAt(model, model.params, moment);
  return {
    known: (i) => counts[i] === expected[i],
    partial: (i) => (counts[i] ? sums[i] : undefined),
    running: true,
  };
}

function marksOf(
  model: BackwardModel,
  asked: Place | null,
  { explanation, done, current }: Subject,
  places: Places,
): MarkBook {
  const marks = new MarkBook(places);
  markUnread(model, marks);
  const { terms, tensor } = explanation;
  const shown = asked ? terms : terms.slice(0, done);
  for (const { factors } of shown)
    for (const factor of factors) {
      const other = factors.find((one) => one !== factor);
      const badge = factor.tensor === 'dy' && other && !factor.virtual ? timesText(other.value) : undefined;
      if (!factor.virtual) marks.factor(factor, { kind: 'source', badge });
      // What a pixel, a weight or the bias reached stands on the places of its gradient.
      if (factor.tensor === 'dy' && asked && !factor.virtual)
        marks.factor({ ...factor, tensor: 'y' }, { kind: 'reached', badge });
    }
  marks.active(current);
  const target = targetOf(explanation);
  marks.cell(target, { kind: 'target' });
  if (asked) marks.cell({ ...target, grid: tensor.slice(1) }, { kind: 'target' });
  return marks;
}

/** Outlines: what is read, and the cell that is made. */
function windowsOf(
  model: BackwardModel,
  moment: Moment<Pass>,
  { current }: Subject,
): Partial<Record<GridId, readonly GridWindow[]>> {
  const { stride, kernel, input, method } = model.params;
  const result = (side: number, role: GridWindow['role'] = 'result'): GridWindow =>
    windowAt(moment, (cell) => oneCell(cellAt(cell, side), role));
  switch (moment.stretch.id) {
    case 'dx':
      if (method === 'gather')
        return {
          dx: [result(input)],
          spread: [windowAt(moment, (cell) => overSpread(model, cellAt(cell, input)))],
        };
      return {
        dx: [windowAt(moment, (cell) => inputWindow(model, stride, cellAt(cell, model.out)))],
        dy: [result(model.out, 'window')],
      };
    case 'dw':
    case 'db': {
      const read = current?.factors.find(({ tensor }) => tensor === 'dy');
      const source = read ? [oneCell(read.index.slice(-2) as [number, number], 'window')] : [];
      return moment.stretch.id === 'dw'
        ? { dy: source, padded: readOf(current), dw: [result(kernel)] }
        : { dy: source, db: [oneCell([0, 0])] };
    }
  }
}

/** The pixel that the current product reads, in the padded input. */
function readOf(current: Term | undefined): GridWindow[] {
  const read = current?.factors.find(({ tensor }) => tensor === 'x');
  return read ? [oneCell(read.index.slice(-2) as [number, number], 'window')] : [];
}

/** The window of the turned kernel over the zero-inserted gradient: it ends at the pixel's own place. */
function overSpread(
  { sides, extent, params }: BackwardModel,
  [row, col]: readonly [number, number],
): GridWindow {
  const { stride } = params;
  const first = (place: number, before: number): number => (place + before - extent + 1) / stride;
  return { row: first(row, sides[0]), col: first(col, sides[1]), rows: extent, cols: extent, role: 'window' };
}

function motionOf(
  model: BackwardModel,
  moment: Moment<Pass>,
  subject: Subject,
  places: Places,
): Flight | null {
  const { explanation, current } = subject;
  const { kernel, method } = model.params;
  const cols = moment.stretch.id === 'dx' ? kernel : model.out;
  const product: Place = {
    grid: moment.stretch.id === 'dx' ? 'products' : 'shares',
    plane: 0,
    row: Math.floor(moment.done / cols),
    col: moment.done % cols,
  };
  return flightOf(moment, {
    direction: moment.stretch.id === 'dx' && method === 'scatter' ? 'scatter' : 'gather',
    terms: current ? [current] : [],
    placeOf: ({ tensor, index }) => places(tensor, index),
    targetOf: () => targetOf(explanation),
    productOf: () => (moment.stretch.id === 'db' ? null : product),
  });
}
