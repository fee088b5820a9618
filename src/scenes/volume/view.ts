import { explainConv2d } from '../../explain/conv2d.ts';
import type { SumExplanation, Term } from '../../explain/explanation.ts';
import { lineOf } from '../../formula/arithmetic.ts';
import { cellName } from '../../formula/cellName.ts';
import { cellAt, oneCell } from '../../kit/convolution/windows.ts';
import { flightOf } from '../../kit/motion/flightOf.ts';
import { glided, windowAt } from '../../kit/motion/glide.ts';
import { expressionEquation, placesIn, sumEquation } from '../../kit/scene/equations.ts';
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
import { type Costs, costsOf } from './cost.ts';
import { marksOf } from './marks.ts';
import { firstChannelOf, type VolumeModel } from './model.ts';
import type { VolumeParams } from './parameters.ts';
import { type Question, questionOf, type Shown } from './question.ts';

type Options = ViewOptions<VolumeParams>;

/** One number of the output, channel by channel. */
export interface SumView extends SceneView {
  readonly kind: 'sum';
  readonly grids: Readonly<Record<'x' | 'w' | 'products' | 's' | 'b' | 'y', GridView>>;
  readonly equations: readonly [SumEquation, SumEquation];
  readonly question: Question | null;
  readonly shown: Shown;
  /** The first input channel that this filter reads. */
  readonly first: number;
  /** How many channel sums have been added, and whether the bias has. */
  readonly done: number;
  readonly biased: boolean;
  /** Outputs of one map that the asked pixel reaches. */
  readonly reached: number;
  /** The sheet that lies in front, of x and of every filter; a fraction while it gives way to the next. */
  readonly front: number;
  readonly held: Options['held'];
}

/** What a real layer costs, and the two that can do its work. */
export interface CostView extends SceneView {
  readonly kind: 'cost';
  readonly equations: readonly [ExpressionEquation];
  readonly costs: Costs;
  /** Bars that are there. */
  readonly bars: number;
}

export type VolumeView = SumView | CostView;

export const viewOf = (model: VolumeModel, moment: Moment, options: Options): VolumeView =>
  model.params.cost === 'layer' ? costView(model, moment, options) : sumView(model, moment, options);

function costView(model: VolumeModel, { finished, stretch }: Moment, { full, held }: Options): CostView {
  const costs = costsOf(model);
  const { channels: c, filters: f, kernel: k, ordinary, depthwise, pointwise } = costs;
  const share = expressionEquation({
    head: '(Ck² + FC) / FCk²',
    parts: [`(${c} × ${k} × ${k} + ${f} × ${c}) / (${f} × ${c} × ${k} × ${k})`],
    value: (depthwise + pointwise) / ordinary,
    full,
  });
  return { kind: 'cost', grids: {}, equations: [share], costs, bars: held ? 3 : stretch.start + finished };
}

function sumView(model: VolumeModel, moment: Moment, { asked, held, full }: Options): SumView {
  const { params, depth, out, track } = model;
  const taps = params.kernel ** 2;
  const [row, col] = cellAt(moment.cell, out);
  const here = { filter: Number(moment.stretch.id), row, col };
  const question = asked ? questionOf(model, asked, here) : null;
  const whole = question !== null || held !== null;
  const steps = whole ? depth + 1 : moment.done;
  const done = Math.min(depth, steps);
  const coming = moment.fraction > 0 ? moment.done : moment.done - 1;
  const shown: Shown = question ?? { ...here, channel: Math.min(depth - 1, Math.max(0, coming)) };
  const { filter, channel } = shown;
  const first = firstChannelOf(model, filter);
  const explanation = explainConv2d(model, model.options, [0, filter, shown.row, shown.col]);
  const ofChannel = (c: number): readonly Term[] => explanation.terms.slice(c * taps, (c + 1) * taps);
  const sums = Array.from({ length: depth }, (_, c) => lineOf(ofChannel(c)).value);
  const places = placesIn({ x: model.x.shape, w: model.w.shape, b: model.b.shape, s: [1, depth] });
  const target: Place = { grid: 'y', plane: filter, row: shown.row, col: shown.col };
  const positionOf = (count: number): number => moment.stretch.start + moment.cell * (depth + 1) + count;
  const common = { full, placeOf: places };
  const channelDone = whole || channel < done;
  const products: SumExplanation = {
    ...{ kind: 'sum', tensor: 's', index: [0, channel], value: sums[channel] as number },
    terms: ofChannel(channel),
  };
  const total: SumExplanation = {
    ...explanation,
    terms: [
      ...sums.map((value, c): Term => ({ factors: [{ tensor: 's', index: [0, c], value }], value })),
      ...explanation.terms.slice(depth * taps),
    ],
  };
  const sum = sumEquation(total, {
    ...common,
    target,
    done: steps,
    head: cellName(`y_${filter}`, [shown.row, shown.col]),
    positionOf: whole ? undefined : positionOf,
  });
  const marks = marksOf(
    model,
    { shown, question, products: products.terms, biasNow: coming >= depth },
    places,
  );
  const windows =
    question && question.kind !== 'y' && question.kind !== 's'
      ? {}
      : windowsOf(model, moment, shown, first, whole);
  const grid = (id: keyof SumView['grids'], more: Partial<GridView> = {}): GridView => ({
    marks: marks.of(id),
    windows: windows[id],
    ...more,
  });
  const area = out * out;
  const made = Array.from({ length: params.filters }, (_, f) => finishedCells(track, moment, String(f)));
  const at = filter * area + moment.cell;
  const isPartial = !whole && steps > 0 && steps <= depth;
  return {
    kind: 'sum',
    grids: {
      x: grid('x'),
      w: grid('w'),
      products: { values: products.terms.map(({ value }) => value), known: () => channelDone },
      s: grid('s', { values: sums, known: (c) => c < done }),
      b: grid('b'),
      y: grid('y', {
        known: (i) => whole || i % area < (made[Math.floor(i / area)] as number),
        partial: (i) => (isPartial && i === at ? sum.line.value : undefined),
      }),
    },
    equations: [
      // Sums of channels to come have no numbers yet.
      { ...sum, line: { ...sum.line, pending: [] } },
      sumEquation(products, { ...common, done: channelDone ? taps : 0, head: cellName('s', [channel]) }),
    ],
    flight: whole ? null : motionOf(model, moment, { shown, products, total }, places, target),
    question,
    shown,
    first,
    done,
    biased: steps > depth,
    reached: [...(marks.of('y')?.keys() ?? [])].filter((key) => key.startsWith(`${filter},`)).length,
    front: frontAt(moment, shown, whole, depth),
    held,
  };
}

/** The sheet in front gives way to the next one at the beginning of a step. */
function frontAt(
  { fraction, done, enters }: Moment,
  { channel }: Shown,
  whole: boolean,
  depth: number,
): number {
  const comes = !whole && fraction > 0 && done < depth && (done > 0 || enters);
  return comes ? channel - 1 + glided(fraction) : channel;
}

/** The window over the sheet in front, and the cell that is made. */
function windowsOf(
  { params, out }: VolumeModel,
  moment: Moment,
  shown: Shown,
  first: number,
  whole: boolean,
): Partial<Record<string, readonly GridWindow[]>> {
  const { kernel } = params;
  const over = ([row, col]: readonly [number, number]): GridWindow => ({
    ...{ plane: first + shown.channel, row, col, rows: kernel, cols: kernel },
    role: 'window',
  });
  const makes = (at: readonly [number, number]): GridWindow => ({ ...oneCell(at), plane: shown.filter });
  const here = [shown.row, shown.col] as const;
  if (whole) return { x: [over(here)], y: [makes(here)] };
  return {
    x: [windowAt(moment, (cell) => over(cellAt(cell, out)))],
    y: [windowAt(moment, (cell) => makes(cellAt(cell, out)))],
  };
}

/** Nine products fly into the sum of their channel; the bias flies into the output. */
function motionOf(
  { params, depth }: VolumeModel,
  moment: Moment,
  {
    shown,
    products,
    total,
  }: { readonly shown: Shown; readonly products: SumExplanation; readonly total: SumExplanation },
  placeOf: (tensor: string, index: readonly number[]) => Place | null,
  output: Place,
): Flight | null {
  const isBias = moment.done === depth;
  const terms = isBias ? total.terms.slice(depth) : products.terms;
  const flight = flightOf(moment, {
    terms,
    placeOf: ({ tensor, index }) => placeOf(tensor, index),
    targetOf: () => (isBias ? output : { grid: 's', plane: 0, row: 0, col: shown.channel }),
    productOf: (term) => {
      const [row, col] = cellAt(terms.indexOf(term), params.kernel);
      return isBias ? null : { grid: 'products', plane: 0, row, col };
    },
  });
  // A sheet that comes to the front takes the time in which a window glides.
  return flight && { ...flight, entersCell: flight.entersCell || !isBias };
}
