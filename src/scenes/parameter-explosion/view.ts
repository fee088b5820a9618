import { easeCubicInOut, scaleLog } from 'd3';
import { cellName } from '../../formula/cellName.ts';
import { expressionEquation } from '../../kit/scene/equations.ts';
import type { ExpressionEquation, SceneView, ViewOptions } from '../../kit/scene/view.ts';
import { type Place, placeAt } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import { type CountRow, pathOf, wholeLine } from './count.ts';
import type { ExplosionModel, StretchId } from './model.ts';
import type { ExplosionParams } from './parameters.ts';
import { type Box, boxOf, sumOfBox } from './shrink.ts';

export interface Bar {
  readonly id: StretchId;
  /** What the count has come to; null before it begins. */
  readonly value: number | null;
  /** Its measure is counted to the end. */
  readonly isDone: boolean;
  /** Its end, as a share of the scale. */
  readonly end: number;
}

/** How far two neighbouring bars are apart, once both are counted. */
export interface Gap {
  readonly from: StretchId;
  readonly to: StretchId;
  readonly ratio: number;
}

/** What the line and the caption speak of. */
export type Subject =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'row'; readonly row: CountRow }
  | { readonly kind: 'bar'; readonly row: CountRow }
  | { readonly kind: 'budget' }
  | { readonly kind: 'pixel'; readonly row: number; readonly col: number; readonly box: Box };

/** What is on the screen at one position. */
export interface ExplosionView extends SceneView {
  readonly bars: readonly Bar[];
  readonly gaps: readonly Gap[];
  readonly subject: Subject;
  /** The photograph has shrunk; the original stands small beside it. */
  readonly shrunk: boolean;
}

/** The bars run from 1 to 10¹⁴: the same for every setting, so that they can be compared. */
const DECADES = 14;
const scale = scaleLog([1, 10 ** DECADES], [0, 1]).clamp(true);

/** Where a number stands on the scale, as a share of it. Below 1 it stands at the left end. */
export const placeOf = (value: number): number => scale(Math.max(1, value));

/** A line for each power of ten; every third has its name. */
export const TICKS = Array.from({ length: DECADES + 1 }, (_, power) => ({
  power,
  at: scale(10 ** power),
  isNamed: power % 3 === 0,
}));

export const barIds = ({ local }: ExplosionModel): readonly StretchId[] =>
  local ? ['dense', 'local', 'conv'] : ['dense', 'conv'];

/** What a bar comes to in the measure that is chosen. */
export const lastRow = ({ rows, params }: ExplosionModel, bar: StretchId): CountRow =>
  pathOf(rows, bar, params.measure).at(-1) as CountRow;

export function viewOf(
  model: ExplosionModel,
  moment: Moment<StretchId>,
  { asked, held, full }: ViewOptions<ExplosionParams>,
): ExplosionView {
  const isAll = held !== null;
  const steps = isAll ? model.rows.length : Math.floor(moment.position);
  const bars = barIds(model).map((id) => barAt(model, id, steps, isAll ? 0 : moment.fraction));
  const shrunk = model.params.shrunk || asked?.grid === 'x';
  const subject = subjectOf(model, moment, { asked, held }, shrunk);
  const equation = equationOf(model, subject, full);
  const small = model.small;
  return {
    grids: {
      ...Object.fromEntries(bars.map(({ id, isDone }) => [id, { known: () => isDone }])),
      ...(model.shrunk && { x: { known: () => small !== null } }),
    },
    equations: equation ? [equation] : [],
    bars,
    gaps: bars.slice(1).flatMap((bar, i) => {
      const before = bars[i] as Bar;
      const ratio = (before.value ?? 0) / (bar.value ?? 1);
      return before.isDone && bar.isDone ? [{ from: before.id, to: bar.id, ratio }] : [];
    }),
    subject,
    shrunk,
  };
}

/** A bar after some steps; while a step is under way, on its way to what the step makes of it. */
function barAt(model: ExplosionModel, id: StretchId, steps: number, fraction: number): Bar {
  const { rows, params } = model;
  const path = pathOf(rows, id, params.measure);
  const done = path.filter((row) => rows.indexOf(row) < steps);
  const value = done.at(-1)?.value ?? null;
  const next = path.find((row) => rows.indexOf(row) === steps);
  const here = value === null ? 0 : placeOf(value);
  const end = next && fraction > 0 ? here + (placeOf(next.value) - here) * easeCubicInOut(fraction) : here;
  return { id, value, isDone: done.length === path.length, end };
}

/** The slider of which bar is held. */
const HELD: Partial<Record<string, StretchId>> = {
  format: 'dense',
  neurons: 'dense',
  kernel: 'conv',
  filters: 'conv',
};

function subjectOf(
  model: ExplosionModel,
  moment: Moment<StretchId>,
  { asked, held }: Pick<ViewOptions<ExplosionParams>, 'asked' | 'held'>,
  shrunk: boolean,
): Subject {
  const { rows, photo } = model;
  if (asked?.grid === 'x' && model.shrunk) {
    const box = boxOf({ rows: photo.height, cols: photo.width }, model.shrunk, asked.row, asked.col);
    return { kind: 'pixel', row: asked.row, col: asked.col, box };
  }
  const bar = asked ? (asked.grid as StretchId) : held ? HELD[held] : undefined;
  if (bar) return { kind: 'bar', row: lastRow(model, bar) };
  const isEnd = moment.position >= rows.length;
  if (held === 'budget' || held === 'shrunk' || (isEnd && shrunk)) return { kind: 'budget' };
  if (moment.position === 0) return { kind: 'nothing' };
  const at = Math.ceil(moment.position) - 1;
  return { kind: 'row', row: rows[at] as CountRow };
}

/** One line: the step's own factor, a whole bar, what the budget allows, or the average behind a pixel. */
function equationOf(model: ExplosionModel, subject: Subject, full: boolean): ExpressionEquation | null {
  // A count is printed whole.
  const line = (head: string, left: string, value: number, target: Place | null = null) =>
    expressionEquation({ head, parts: [left], value, full: true, target });
  switch (subject.kind) {
    case 'nothing': {
      const [first] = model.rows as readonly [CountRow];
      return line(first.letters, first.left, first.value);
    }
    case 'row':
      return line(subject.row.letters, subject.row.left, subject.row.value);
    case 'bar': {
      const { bar, letters, value } = subject.row;
      return line(letters, wholeLine(model, bar), value, placeAt(bar));
    }
    case 'budget':
      return line('n', `⌊${model.budget} / ${model.params.neurons}⌋`, model.affordable);
    case 'pixel': {
      const { row, col, box } = subject;
      const { grey, small } = model;
      if (!grey || !small) return null;
      return expressionEquation({
        head: cellName('x', [row, col]),
        parts: [`${sumOfBox(grey, box)} / ${box.rows * box.cols}`],
        value: small.data[row * small.cols + col] as number,
        full,
        target: placeAt('x', row, col),
      });
    }
  }
}
