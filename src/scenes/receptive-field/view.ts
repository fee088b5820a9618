import { explainConv2dInput } from '../../explain/conv2d.ts';
import type { SumExplanation } from '../../explain/explanation.ts';
import { sumEquation } from '../../kit/scene/equations.ts';
import {
  type CellMark,
  cellKey,
  type Equation,
  type GridView,
  type GridWindow,
  type SceneView,
  type SumEquation,
  type ViewOptions,
} from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import { conv2d } from '../../tensor/conv2d.ts';
import { fieldOf, type ReceptiveField } from '../../tensor/receptiveField.ts';
import { type Tensor, zeros } from '../../tensor/tensor.ts';
import { coneOf } from './cone.ts';
import type { Range } from './facts.ts';
import { firstPixelLine, sizeLines } from './formula.ts';
import { type FieldModel, inside, type Pass, type Unit } from './model.ts';
import type { FieldParams } from './parameters.ts';

/** What is on the screen at one position. */
export interface FieldView extends SceneView {
  readonly pass: Pass;
  /** The unit that is explained: its cone down to the pixels is drawn. */
  readonly focus: Unit;
  /** What it sees of every layer from the pixels up to its own. */
  readonly cone: readonly Range[];
  /** Going up, the next layer's cone on its way in. */
  readonly coming: readonly Range[] | null;
  /** The units above that read it, layer by layer. Only for a unit that the reader asks for. */
  readonly readers: readonly (readonly number[])[];
  /** Its field, first to last pixel. */
  readonly field: Range;
  readonly sizes: ReceptiveField;
  /** The layers whose sizes are written, from 0. */
  readonly written: number;
  /** The sum of paths that is shown; null while only sizes are worked out. */
  readonly sum: SumEquation | null;
  /** The unit whose paths the sum counts; null: a pixel of the picture, or nothing. */
  readonly summed: Unit | null;
  /** The cell of the picture or of the effective field that the reader asks for. */
  readonly pixel: { readonly row: number; readonly col: number } | null;
  readonly asked: boolean;
  /** Whether a unit's number of paths is counted. */
  readonly isKnown: (layer: number, unit: number) => boolean;
  /** The square that the top unit sees in the picture: row and column alike. */
  readonly square: Range;
  /** All paths are counted, so the facts can be told. */
  readonly complete: boolean;
  /** Numbers of paths on their way into the sum. */
  readonly arriving: boolean;
  readonly held: ViewOptions<FieldParams>['held'];
}

export function viewOf(
  model: FieldModel,
  moment: Moment<Pass>,
  { asked, held, full }: ViewOptions<FieldParams>,
): FieldView {
  const pass = moment.stretch.id;
  const top = model.layers.length;
  const all = held !== null;
  const written = pass === 'down' || all ? top : moment.finished;
  const pixel = asked && asked.grid !== 'paths' ? { row: asked.row, col: asked.col } : null;
  const unit = asked?.grid === 'paths' ? { layer: asked.row, unit: asked.col } : null;
  const focus = unit ?? (pixel || all || pass === 'down' ? topUnit(model) : middleOf(model, written));
  const summed = unit ?? (!pixel && pass === 'down' ? countedNow(model, moment) : null);
  const explanation = pixel ? explainPixel(model, pixel) : summed && explainPaths(model, summed);
  const arriving = !asked && pass === 'down' && moment.fraction > 0;
  const sum = explanation && sumOf(explanation, arriving ? 0 : undefined, full);
  const equations: Equation[] = sum
    ? [sum, ...(unit && unit.layer > 0 ? [firstPixelLine(model, unit, full)] : [])]
    : sizeLines(model, all ? model.params.layer : written, full);
  const complete = all || (pass === 'down' && moment.finished === model.counted.length);
  const isKnown = complete || asked ? () => true : knownAt(model, moment);
  const rising = pass === 'up' && moment.fraction > 0 && !asked && !all;
  const cone = coneOf(model.layers, focus.layer, focus.unit);
  const square = model.cone[0] as Range;
  const next = rising ? middleOf(model, written + 1) : null;
  const field = fieldOf(model.fields[focus.layer] as ReceptiveField, focus.unit);
  return {
    grids: gridsOf(model, {
      seen: pixel ? square : field,
      square,
      complete,
      isKnown,
      asked,
    }),
    equations,
    pass,
    focus,
    cone,
    coming: next && coneOf(model.layers, next.layer, next.unit),
    readers: unit ? readersOf(model, unit) : [],
    field,
    sizes: model.fields[focus.layer] as ReceptiveField,
    written,
    sum,
    summed,
    pixel,
    asked: asked !== null,
    isKnown,
    square,
    complete,
    arriving,
    held,
  };
}

const topUnit = ({ layers, params }: FieldModel): Unit => ({ layer: layers.length, unit: params.unit });

/** Going up, the unit in the middle of what the top unit sees of the layer. */
function middleOf(model: FieldModel, layer: number): Unit {
  const [first, last] = inside(model, layer);
  return { layer, unit: Math.floor((first + last) / 2) };
}

/**
 * The unit whose sum is shown: the last one counted; the middle one where a step counts a whole layer, and at the end,
 * when all are counted.
 */
function countedNow(model: FieldModel, { cell, finished }: Moment<Pass>): Unit {
  const at = model.counted[cell] as Unit;
  return !model.byUnit || finished === model.counted.length ? middleOf(model, at.layer) : at;
}

function sumOf(explanation: SumExplanation, done: number | undefined, full: boolean): SumEquation {
  const { tensor, index } = explanation;
  const placeOf = (name: string, at: readonly number[]): Place | null =>
    name === 'paths' ? { grid: 'paths', plane: 0, row: at[0] as number, col: at[1] as number } : null;
  const [row = 0, col = 0] = index.slice(-2);
  return sumEquation(explanation, {
    full,
    placeOf,
    target: { grid: tensor, plane: 0, row, col },
    ...(done !== undefined && { done }),
  });
}

/** The paths of a unit: those of every unit that reads it, added. The weights are all 1 and are left out. */
function explainPaths(model: FieldModel, { layer, unit }: Unit): SumExplanation {
  const index = [layer, unit];
  const paths = model.paths[layer] as Tensor;
  const value = paths.data[unit] as number;
  if (layer === model.layers.length) {
    const terms = [{ factors: [{ tensor: 'paths', index, value }], value }];
    return { kind: 'sum', tensor: 'paths', index, value, terms };
  }
  const { w, options } = model.rows[layer] as FieldModel['rows'][number];
  const dy = model.paths[layer + 1] as Tensor;
  const explained = explainConv2dInput({ w, dy, inputShape: paths.shape }, options, [0, 0, 0, unit]);
  const terms = explained.terms.map(({ factors, value: count }) => ({
    factors: [{ tensor: 'paths', index: [layer + 1, factors[0]?.index[3] as number], value: count }],
    value: count,
  }));
  return { kind: 'sum', tensor: 'paths', index, value: explained.value, terms };
}

/** The paths of one pixel of the picture, from the first layer above it. */
function explainPixel(model: FieldModel, { row, col }: { row: number; col: number }): SumExplanation {
  const { w, options } = model.plane;
  const explained = explainConv2dInput({ w, dy: model.dFirst, inputShape: model.dx.shape }, options, [
    0,
    0,
    row,
    col,
  ]);
  const terms = explained.terms.map(({ factors, value }) => ({ factors: factors.slice(0, 1), value }));
  return { ...explained, terms };
}

/** The units of every layer above that a unit reaches, found by sending a 1 up through the stack. */
function readersOf(model: FieldModel, { layer, unit }: Unit): number[][] {
  let one = zeros([1, 1, 1, model.counts[layer] as number], 'float64');
  one.data[unit] = 1;
  const readers: number[][] = Array.from({ length: layer + 1 }, () => []);
  for (const { w, options } of model.rows.slice(layer)) {
    one = conv2d(one, w, null, options);
    readers.push([...one.data.keys()].filter((i) => one.data[i] !== 0));
  }
  return readers;
}

/** Which numbers of paths are counted at a moment; outside the cone there is nothing to count. */
function knownAt(model: FieldModel, { stretch, finished }: Moment<Pass>): FieldView['isKnown'] {
  const top = model.layers.length;
  if (stretch.id === 'up') return (layer) => finished === top && layer === top;
  const now = model.counted[finished - 1] ?? { layer: top, unit: model.params.unit };
  return (layer, unit) =>
    layer > now.layer || (layer === now.layer && (unit <= now.unit || unit > inside(model, layer)[1]));
}

/** A range of rows and columns as an outline; what lies outside the picture is cut off. */
function outline([first, last]: Range, side: number, role: GridWindow['role']): GridWindow[] {
  const from = Math.max(0, first);
  const size = Math.min(side - 1, last) - from + 1;
  return size > 0 ? [{ row: from, col: from, rows: size, cols: size, role }] : [];
}

/** Larger pictures show no digits, so nothing in them has to step back. */
const MOST_DIGITS = 24;

/** Pixels that the unit does not see: their zeros are grey. */
function outsideOf([first, last]: Range, side: number): GridView['marks'] {
  const marks = new Map<string, CellMark>();
  const isSeen = (at: number): boolean => at >= first && at <= last;
  for (let row = 0; row < side && side <= MOST_DIGITS; row++)
    for (let col = 0; col < side; col++)
      if (!isSeen(row) || !isSeen(col)) marks.set(cellKey(row, col), { kind: 'quiet' });
  return marks;
}

function gridsOf(
  { counts, facts, cols }: FieldModel,
  of: Pick<FieldView, 'square' | 'complete' | 'isKnown'> & {
    readonly seen: Range;
    readonly asked: Place | null;
  },
): Readonly<Record<string, GridView>> {
  const side = counts[0] as number;
  const [first, last] = of.square;
  const isSeen = (at: number): boolean => at >= first && at <= last;
  // As soon as the pixels are counted, it is known of all outside of the field that no path leads there.
  const begun = of.isKnown(0, Math.max(0, first));
  const known = (i: number): boolean => {
    const [row, col] = [Math.floor(i / side), i % side];
    return (begun && !(isSeen(row) && isSeen(col))) || (of.isKnown(0, row) && of.isKnown(0, col));
  };
  return {
    x: { windows: outline(of.seen, side, 'window') },
    dx: {
      // Of a picture of 224 × 224 nothing is asked in vain.
      ...(!of.complete && !of.asked && { known }),
      marks: outsideOf(of.square, side),
      windows: [
        ...outline(of.square, side, 'window'),
        ...(of.complete ? outline(facts.middleRange, side, 'result') : []),
      ],
    },
    paths: { known: (i) => of.isKnown(Math.floor(i / cols), i % cols) },
  };
}
