import { oneCell } from '../../kit/convolution/windows.ts';
import { flightOf } from '../../kit/motion/flightOf.ts';
import { windowAt } from '../../kit/motion/glide.ts';
import type {
  CellMark,
  Equation,
  Flight,
  GridView,
  GridWindow,
  SceneView,
  ViewOptions,
} from '../../kit/scene/view.ts';
import { cellKey } from '../../kit/scene/view.ts';
import type { Text } from '../../language/language.ts';
import { type Place, placeAt } from '../../playback/place.ts';
import { finishedCells, type Moment } from '../../playback/track.ts';
import { expLine, gradientLine, lossLines, shareLine, sumLine } from './lines.ts';
import type { Pass, SoftmaxModel } from './model.ts';
import type { SoftmaxParams } from './parameters.ts';
import { COLUMN_NAMES } from './words.ts';

/** What is on the screen at one position. */
export interface SoftmaxView extends SceneView {
  readonly equations: readonly Equation[];
  /** What the lines and the caption speak of. */
  readonly subject: Pass | 'start';
  /** The class that is spoken of. */
  readonly k: number;
  /** Exponentials in the sum. */
  readonly done: number;
  /** All steps are done, and nothing is asked. */
  readonly isEnd: boolean;
  readonly held: ViewOptions<SoftmaxParams>['held'];
}

/** The column that each stretch makes. */
const MADE: Readonly<Record<Pass, string>> = {
  exp: 'exps',
  sum: 'total',
  share: 'probs',
  loss: 'loss',
  gradient: 'dlogits',
};
/** What a cell that is asked for is explained by. A logit: by what becomes of it. */
const ASKED: Readonly<Record<string, Pass>> = {
  logits: 'exp',
  exps: 'exp',
  total: 'sum',
  probs: 'share',
  label: 'gradient',
  loss: 'loss',
  dlogits: 'gradient',
};
const GRIDS = ['logits', ...Object.values(MADE), 'label'];

export function viewOf(
  model: SoftmaxModel,
  moment: Moment<Pass>,
  { asked, held, full }: ViewOptions<SoftmaxParams>,
): SoftmaxView {
  const all = asked !== null || held !== null;
  const isEnd = moment.position === model.track.total && !all;
  const subject = asked
    ? (ASKED[asked.grid] as Pass)
    : held
      ? 'loss'
      : moment.position === 0
        ? 'start'
        : moment.stretch.id;
  const k = asked ? asked.row : moment.cell;
  const done = subject !== 'sum' || all ? model.exps.length : moment.done;
  const equations = linesOf(model, moment, { subject, k, done, full, asked, isEnd });
  const marks = subject === 'start' || isEnd || held ? [] : marksOf(model, subject, k, done, asked);
  const sum = subject === 'sum' ? equations[0] : undefined;
  const partial = sum?.kind === 'sum' && done > 0 ? sum.line.value : undefined;
  const grids: Record<string, GridView> = {};
  for (const id of GRIDS) {
    const pass = (Object.keys(MADE) as Pass[]).find((one) => MADE[one] === id);
    const finished = pass && !all ? finishedCells(model.track, moment, pass) : Number.POSITIVE_INFINITY;
    grids[id] = {
      known: (index) => index < finished,
      ...(id === 'total' && { partial: () => partial }),
      ...(id in COLUMN_NAMES && { nameOf: nameIn(model, id as keyof typeof COLUMN_NAMES) }),
      marks: new Map(
        marks.filter(([place]) => place.grid === id).map(([place, mark]) => [cellKey(place.row, 0), mark]),
      ),
      windows: isEnd || all || subject === 'start' ? [] : windowsIn(id, moment, subject, model.params),
    };
  }
  return {
    grids,
    equations,
    flight: all ? null : flightAt(model, moment),
    ...{ subject, k, done, isEnd, held },
  };
}

/** `cat, probability` */
const nameIn =
  ({ names }: SoftmaxModel, id: keyof typeof COLUMN_NAMES) =>
  (k: number): Text => {
    const [name, column] = [names[k] as Text, COLUMN_NAMES[id]];
    return { en: `${name.en}, ${column.en}`, zh: `${name.zh}，${column.zh}` };
  };

interface Spoken {
  readonly subject: SoftmaxView['subject'];
  readonly k: number;
  readonly done: number;
  readonly full: boolean;
  readonly asked: Place | null;
  readonly isEnd: boolean;
}

function linesOf(model: SoftmaxModel, { stretch }: Moment<Pass>, spoken: Spoken): readonly Equation[] {
  const { subject, k, done, full, asked, isEnd } = spoken;
  switch (subject) {
    case 'start':
      return [];
    case 'exp':
      return asked?.grid === 'logits'
        ? [expLine(model, k, { full }), shareLine(model, k, { full })]
        : [expLine(model, k, { full })];
    case 'sum':
      return [sumLine(model, done, { full, start: asked ? null : stretch.start })];
    case 'share':
      return [shareLine(model, k, { full })];
    case 'loss':
      return lossLines(model, { full });
    case 'gradient':
      return isEnd ? lossLines(model, { full }) : [gradientLine(model, k, { full })];
  }
}

/** Where the number that is spoken of comes from; of a logit, all that it reaches. */
function marksOf(
  { names, top, params }: SoftmaxModel,
  subject: Pass,
  k: number,
  done: number,
  asked: Place | null,
): readonly (readonly [Place, CellMark])[] {
  const source = (grid: string, at = 0) => [placeAt(grid, at), { kind: 'source' }] as const;
  if (asked?.grid === 'logits')
    return names.flatMap((_, i) => [
      ...(i === k ? [[placeAt('exps', i), { kind: 'reached' }] as const] : []),
      [placeAt('probs', i), { kind: 'reached' }] as const,
    ]);
  switch (subject) {
    case 'exp':
      return [...(params.subtract && top !== k ? [source('logits', top)] : []), source('logits', k)];
    case 'sum':
      return names.slice(0, done).map((_, i) => source('exps', i));
    case 'share':
      return [source('exps', k), source('total')];
    case 'loss':
      return [source('probs', params.truth)];
    case 'gradient':
      return [source('probs', k), source('label', k)];
  }
}

/** The column that each stretch reads, class by class. */
const READ: Readonly<Record<Pass, string>> = {
  exp: 'logits',
  sum: 'exps',
  share: 'exps',
  loss: 'probs',
  gradient: 'probs',
};

/** The cell that is read and the one that is made. */
function windowsIn(id: string, moment: Moment<Pass>, subject: Pass, { truth }: SoftmaxParams): GridWindow[] {
  if (moment.stretch.id !== subject) return [];
  if (MADE[subject] === id) return [windowAt(moment, (cell) => oneCell([cell, 0], 'result'))];
  if (READ[subject] !== id) return [];
  if (subject === 'sum') return [{ row: 0, col: 0, rows: Math.max(1, moment.done), cols: 1, role: 'window' }];
  return [windowAt(moment, (cell) => oneCell([subject === 'loss' ? truth : cell, 0], 'window'))];
}

/** The number that the step makes, on its way from the number that it is made of. */
function flightAt(
  { exps, q, dz, loss, z, params, total }: SoftmaxModel,
  moment: Moment<Pass>,
): Flight | null {
  const { stretch, cell, done } = moment;
  const fly = (from: Place, number: number, value: number): Flight | null =>
    flightOf(moment, {
      direction: stretch.id === 'gradient' ? 'gather' : 'forward',
      terms: [{ factors: [{ tensor: from.grid, index: [from.row], value: number }], value }],
      placeOf: () => from,
      targetOf: () => placeAt(MADE[stretch.id], stretch.id === 'sum' ? 0 : cell),
    });
  switch (stretch.id) {
    case 'exp':
      return fly(placeAt('logits', cell), z.data[cell] as number, exps[cell] as number);
    case 'sum': {
      const term = total.terms[done]?.value ?? 0;
      return fly(placeAt('exps', done), term, term);
    }
    case 'share':
      return fly(placeAt('exps', cell), exps[cell] as number, q[cell] as number);
    case 'loss':
      return fly(placeAt('probs', params.truth), q[params.truth] as number, loss);
    case 'gradient':
      return fly(placeAt('probs', cell), q[cell] as number, dz[cell] as number);
  }
}
