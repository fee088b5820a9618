import type { Factor, Term } from '../../explain/explanation.ts';
import { explainFlatten } from '../../explain/flatten.ts';
import { explainLinear } from '../../explain/linear.ts';
import { cellName } from '../../formula/cellName.ts';
import { oneCell } from '../../kit/convolution/windows.ts';
import { flightOf } from '../../kit/motion/flightOf.ts';
import { windowAt } from '../../kit/motion/glide.ts';
import { expressionEquation, sumEquation } from '../../kit/scene/equations.ts';
import { MarkBook } from '../../kit/scene/marks.ts';
import type {
  ExpressionEquation,
  Flight,
  GridView,
  GridWindow,
  SceneView,
  SumEquation,
  ViewOptions,
} from '../../kit/scene/view.ts';
import { type Place, placeAt } from '../../playback/place.ts';
import { knownCells, type Moment, stepsBefore } from '../../playback/track.ts';
import { addressOf, type FlattenModel, type MapPlace, type Pass, placeOf } from './model.ts';
import type { FlattenParams } from './parameters.ts';

/** What is on the screen at one position. */
export interface FlattenView extends SceneView {
  readonly equations: readonly (ExpressionEquation | SumEquation)[];
  /** What the lines speak of: one cell on its way to its address, the sum of one class, or nothing yet. */
  readonly subject: 'start' | 'cell' | 'logit';
  /** The address that is spoken of. */
  readonly at: number;
  /** The class that is spoken of. */
  readonly k: number;
  /** Terms that have been added. */
  readonly done: number;
  readonly asked: boolean;
}

export function viewOf(
  model: FlattenModel,
  moment: Moment<Pass>,
  { asked, held, full }: ViewOptions<FlattenParams>,
): FlattenView {
  const all = asked !== null || held !== null;
  const spoken = asked ? questionOf(model, asked) : spokenAt(moment, model, held !== null);
  const { subject, at, k, done } = spoken;
  const equations =
    subject === 'start'
      ? []
      : subject === 'cell'
        ? [addressLine(model, at, full)]
        : [logitLine(model, moment, { k, done, full, asked: asked !== null })];
  const [sum] = equations;
  const partial = subject === 'logit' && sum?.kind === 'sum' ? sum.line.value : undefined;
  const known = knownCells(model.track, moment, all);
  const marks = marksOf(model, spoken, asked);
  const windows = windowsOf(model, moment, spoken, asked);
  const view = (id: string): GridView => ({ marks: marks.of(id), windows: windows[id] ?? [] });
  return {
    grids: {
      x: view('x'),
      flat: { ...view('flat'), known: known('flatten') },
      w: view('w'),
      b: view('b'),
      logits: {
        ...view('logits'),
        known: known('dense'),
        partial: (index) => (index === k && done > 0 ? partial : undefined),
      },
    },
    equations,
    flight: all ? null : flightAt(model, moment),
    ...{ subject, at, k, done },
    asked: asked !== null,
  };
}

type Spoken = Pick<FlattenView, 'subject' | 'at' | 'k' | 'done'>;

function spokenAt(
  { stretch, cell, done, position }: Moment<Pass>,
  model: FlattenModel,
  held: boolean,
): Spoken {
  const count = model.places.length;
  if (stretch.id === 'dense') return { subject: 'logit', at: 0, k: cell, done: held ? count + 1 : done };
  return { subject: position === 0 ? 'start' : 'cell', at: cell, k: 0, done };
}

function questionOf(model: FlattenModel, { grid, plane, row, col }: Place): Spoken {
  const terms = model.places.length + 1;
  if (grid === 'x')
    return { subject: 'cell', at: addressOf(model, { c: plane, i: row, j: col }), k: 0, done: terms };
  if (grid === 'flat') return { subject: 'cell', at: col, k: 0, done: terms };
  return { subject: 'logit', at: col, k: row, done: terms };
}

const inMaps = ({ c, i, j }: MapPlace): Place => ({ grid: 'x', plane: c, row: i, col: j });
const inFlat = (col: number): Place => ({ grid: 'flat', plane: 0, row: 0, col });

/** Where a number of a logit's sum is drawn. */
function placeOfFactor({ tensor, index }: Pick<Factor, 'tensor' | 'index'>): Place | null {
  const [first = 0, second = 0] = index;
  if (tensor === 'x') return inFlat(second);
  if (tensor === 'w') return placeAt('w', first, second);
  return tensor === 'b' ? placeAt('b', first) : null;
}

/** The address of a cell, from its place in the maps. */
function addressLine({ params, places }: FlattenModel, at: number, full: boolean): ExpressionEquation {
  const { channels, height, width, order } = params;
  const { c, i, j } = places[at] as MapPlace;
  const text =
    order === 'first'
      ? `${c} × ${height * width} + ${i} × ${width} + ${j}`
      : `(${i} × ${width} + ${j}) × ${channels} + ${c}`;
  return expressionEquation({ head: '', parts: [text], value: at, full });
}

function logitLine(
  model: FlattenModel,
  { stretch }: Moment<Pass>,
  { k, done, full, asked }: { k: number; done: number; full: boolean; asked: boolean },
): SumEquation {
  const { flat, w, b } = model;
  const before = stretch.start + stepsBefore(stretch, k);
  return sumEquation(explainLinear({ x: flat, w, b }, [0, k]), {
    ...{ done, full },
    head: cellName('logits', [k]),
    target: placeAt('logits', k),
    placeOf: (tensor, index) => placeOfFactor({ tensor, index }),
    positionOf: asked || stretch.id !== 'dense' ? undefined : (count) => before + count,
  });
}

const termsOf = ({ flat, w, b }: FlattenModel, k: number): readonly Term[] =>
  explainLinear({ x: flat, w, b }, [0, k]).terms;

function marksOf(model: FlattenModel, { subject, at, k, done }: Spoken, asked: Place | null): MarkBook {
  const marks = new MarkBook((tensor, index) => placeOfFactor({ tensor, index }));
  const place = model.places[at] as MapPlace;
  if (subject === 'cell') {
    marks.cell(inMaps(place), { kind: 'source', badge: `→${at}` });
    if (asked) for (const row of model.names.keys()) marks.cell(placeAt('w', row, at), { kind: 'source' });
    if (asked) marks.cell(inFlat(at), { kind: 'reached' });
    return marks;
  }
  if (subject === 'start') return marks;
  const terms = termsOf(model, k);
  if (asked?.grid === 'w') {
    marks.active(terms[at]);
    marks.cell(inMaps(place), { kind: 'source', badge: `→${at}` });
  } else if (done > 0 && done < terms.length) marks.active(terms[done - 1]);
  return marks;
}

function windowsOf(
  model: FlattenModel,
  moment: Moment<Pass>,
  { subject, k }: Spoken,
  asked: Place | null,
): Readonly<Record<string, readonly GridWindow[]>> {
  const count = model.places.length;
  const line = (row: number): GridWindow => ({ row, col: 0, rows: 1, cols: count, role: 'window' });
  if (subject === 'logit' && (asked || moment.stretch.id === 'dense')) {
    const glide = (windowOf: (cell: number) => GridWindow): GridWindow[] => [
      asked ? windowOf(k) : windowAt(moment, windowOf),
    ];
    return {
      flat: [line(0)],
      w: glide(line),
      logits: asked?.grid === 'logits' ? [] : glide((cell) => oneCell([cell, 0])),
    };
  }
  if (subject !== 'cell' || asked) return {};
  return { flat: [windowAt(moment, (cell) => oneCell([0, cell]))] };
}

function flightAt(model: FlattenModel, moment: Moment<Pass>): Flight | null {
  const { stretch, cell, done } = moment;
  if (stretch.id === 'flatten') {
    const { terms } = explainFlatten({ x: model.laid }, [0, cell]);
    return flightOf(moment, {
      terms,
      placeOf: ({ index }) => inMaps(placeOf(index, model.params.order)),
      targetOf: () => inFlat(cell),
    });
  }
  const term = termsOf(model, cell)[done];
  return flightOf(moment, {
    terms: term ? [term] : [],
    placeOf: placeOfFactor,
    targetOf: () => placeAt('logits', cell),
  });
}
