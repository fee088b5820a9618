import { explainConv2d } from '../../explain/conv2d.ts';
import type { Factor, Term } from '../../explain/explanation.ts';
import { cellName } from '../../formula/cellName.ts';
import { expressionEquation, sumEquation } from '../../kit/scene/equations.ts';
import {
  type CellMark,
  cellKey,
  type GridView,
  type SceneView,
  type SumEquation,
  type ViewOptions,
} from '../../kit/scene/view.ts';
import { keepLast } from '../../playback/keepLast.ts';
import type { Place } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import { bendText } from './bend.ts';
import { flightIn } from './flight.ts';
import { equationsOf, placesOf, tileSum } from './lines.ts';
import { marksOf, windowsOf } from './marks.ts';
import type { LayerModel, Stretch } from './model.ts';
import type { LayerParams } from './parameters.ts';
import { type Progress, progressAt, type Steps } from './progress.ts';
import { type Question, questionOf } from './question.ts';

export interface Spot {
  readonly filter: number;
  readonly row: number;
  readonly col: number;
}

type GridId = 'x' | 'pre' | 'act' | 'patch' | 'w' | 's' | 'b' | 'number' | 'bent';

/** What is on the screen at one position. */
export interface LayerView extends SceneView {
  readonly grids: Readonly<Record<GridId, GridView>>;
  readonly moment: Moment<Stretch>;
  readonly question: Question | null;
  /** The number that is taken apart. */
  readonly at: Spot;
  /** Its share of the input map of the moment, and the whole sum. */
  readonly tile: SumEquation;
  readonly total: SumEquation;
  readonly a: number;
  /** Products so far, added up; those above and below 0; pixels, not padding, under the window. */
  readonly soFar: number;
  readonly signs: { readonly positive: number; readonly negative: number };
  readonly real: number;
  readonly sums: number;
  readonly held: ViewOptions<LayerParams>['held'];
}

/** Products of a long sum that are printed: what came before stands in front as one number. */
const LONGEST = 5;

export function viewOf(
  model: LayerModel,
  moment: Moment<Stretch>,
  { asked, held, full }: ViewOptions<LayerParams>,
): LayerView {
  const { params, k, maps } = model;
  const taps = k * k;
  const question = asked ? questionOf(model, asked) : null;
  const whole = question !== null || held !== null;
  const at: Spot =
    question?.kind === 'number'
      ? { filter: question.place.plane, row: question.place.row, col: question.place.col }
      : params;
  const progress = progressAt(model, moment);
  const done = whole ? maps * taps + 1 : progress.terms;
  const bent = whole || progress.bent;
  const { terms } = explainConv2d(model, model.options, [0, at.filter, at.row, at.col]);
  const shares = Array.from({ length: maps }, (_, c) => terms.slice(c * taps, (c + 1) * taps));
  const sumOf = (some: readonly Term[]): number => some.reduce((total, { value }) => total + value, 0);
  const isCell = moment.stretch.id === 'cell' && !whole;
  const coming = moment.fraction > 0 ? moment.done : moment.done - 1;
  const current = isCell && coming >= 0 && coming < maps * taps ? coming : null;
  const map =
    question?.kind === 'tile'
      ? question.map
      : Math.min(maps - 1, Math.floor((isCell ? Math.max(0, coming) : 0) / taps));
  const common = { full, placeOf: placesOf(model, at.filter) };
  const inTile = Math.min(taps, Math.max(0, done - map * taps));
  const { start } = moment.stretch;
  const target: Place = { grid: 'pre', plane: at.filter, row: at.row, col: at.col };
  const tile = sumEquation(tileSum(map, shares[map] as Term[]), {
    ...common,
    done: inTile,
    head: cellName('s', [map]),
    longest: question?.kind === 'tile' ? taps : LONGEST,
    positionOf: isCell ? (count) => start + map * taps + count : undefined,
  });
  const sums = shares.map(sumOf);
  const z = model.z.at(0, at.filter, at.row, at.col);
  const a = model.a.at(0, at.filter, at.row, at.col);
  const total = sumEquation(
    {
      ...{ kind: 'sum', tensor: 'pre', index: [0, at.filter, at.row, at.col], value: z },
      terms: [
        ...sums.map((value, c): Term => ({ factors: [{ tensor: 's', index: [0, c], value }], value })),
        ...terms.slice(maps * taps),
      ],
    },
    { ...common, target, head: cellName(`pre_${at.filter}`, [at.row, at.col]) },
  );
  const bend = expressionEquation({
    head: cellName(`act_${at.filter}`, [at.row, at.col]),
    parts: [bendText(params.activation, z, full)],
    value: a,
    full,
    target: { ...target, grid: 'act' },
  });
  const marks = marksOf(model, at, question, current === null ? undefined : terms[current], common.placeOf);
  const windows = windowsOf(model, moment, at, question, whole);
  const grid = (id: GridId, more: Partial<GridView> = {}): GridView => ({
    marks: marks.of(id),
    windows: windows[id],
    ...more,
  });
  const isSummed = done > maps * taps;
  const soFar = sumOf(terms.slice(0, Math.min(done, maps * taps)));
  const slice = terms.slice(0, maps * taps);
  return {
    grids: {
      x: grid('x'),
      ...mapsOf(
        model,
        moment.stretch,
        moment.cell,
        moment.done,
        moment.finished,
        at.filter,
        at.row,
        at.col,
        question,
        whole,
      ),
      patch: grid('patch', {
        values: slice.map(({ factors: [x], value }) =>
          question?.kind === 'tile' ? value : (x as Factor).value,
        ),
      }),
      w: grid('w', { values: Array.from(kernelsOf(model, at.filter)) }),
      s: grid('s', {
        values: sums,
        known: (c) => done >= (c + 1) * taps,
        partial: (c) => {
          const part = done - c * taps;
          return part > 0 && part < taps ? sumOf((shares[c] as Term[]).slice(0, part)) : undefined;
        },
      }),
      b: grid('b', { values: [model.b.data[at.filter] as number] }),
      number: grid('number', {
        values: [z],
        known: () => isSummed,
        partial: () => (done >= taps ? soFar : undefined),
      }),
      bent: grid('bent', { values: [a], known: () => bent }),
    },
    equations: equationsOf(model, { question, isSummed, bent, tile, total, bend, full }),
    flight: whole ? null : flightIn(model, moment, terms, z, a),
    ...{ moment, question, at, tile, total, a, soFar, sums: progress.sums, held },
    signs: {
      positive: sumOf(slice.filter(({ value }) => value > 0)),
      negative: sumOf(slice.filter(({ value }) => value < 0)),
    },
    real: slice.filter(({ factors: [x] }) => !x?.virtual).length,
  };
}

/** Sums and activations: the same objects until another step is done, so that thousands of cells are not painted in each frame. */
const mapsOf = keepLast(
  (
    model: LayerModel,
    stretch: Steps['stretch'],
    cell: number,
    done: number,
    finished: number,
    filter: number,
    row: number,
    col: number,
    question: Question | null,
    whole: boolean,
  ): Readonly<Record<'pre' | 'act', GridView>> => {
    const steps: Steps = { stretch, cell, done, finished };
    const { sum, activation } = progressAt(model, steps);
    const at: Spot = { filter, row, col };
    const windows = windowsOf(model, steps, at, question, whole);
    const marks = new Map(question && question.kind === 'number' ? [[keyOf(question.place), TARGET]] : []);
    const area = model.out ** 2;
    const known =
      (exists: Progress['sum']) =>
      (i: number): boolean =>
        whole || exists(Math.floor(i / area), Math.floor((i % area) / model.out), i % model.out);
    const map = (id: 'pre' | 'act', exists: Progress['sum']): GridView => ({
      windows: windows[id],
      known: known(exists),
      ...(question?.place.grid === id && { marks }),
    });
    return { pre: map('pre', sum), act: map('act', activation) };
  },
);

const TARGET: CellMark = { kind: 'target' };
const keyOf = ({ plane, row, col }: Place): string => cellKey(row, col, plane);

/** The kernels of one filter: maps × k × k numbers. */
const kernelsOf = ({ w, maps, k }: LayerModel, filter: number) =>
  w.data.subarray(filter * maps * k * k, (filter + 1) * maps * k * k);
