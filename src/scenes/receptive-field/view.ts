import { explainConv2dInput } from '../../explain/conv2d.ts';
import type { SumExplanation } from '../../explain/explanation.ts';
import { type Line, lineOf } from '../../formula/arithmetic.ts';
import type { CellRef } from '../../playback/figureStore.ts';
import { conv2d } from '../../tensor/conv2d.ts';
import { fieldOf, type ReceptiveField } from '../../tensor/receptiveField.ts';
import { type Tensor, zeros } from '../../tensor/tensor.ts';
import type { Facts, Range } from './facts.ts';
import { coneOf, type FieldModel } from './model.ts';
import { inside, type Moment, momentAt } from './steps.ts';

/** A unit of the drawn stack: layer 0 holds the pixels. */
export interface Unit {
  readonly layer: number;
  readonly unit: number;
}

/** What is on the screen at one position: plain data, no clock and no history. */
export interface FieldView {
  readonly moment: Moment;
  /** The unit that is explained: its cone down to the pixels is drawn. */
  readonly focus: Unit;
  /** What it sees of every layer from the pixels up to its own. */
  readonly cone: readonly Range[];
  /** The units above that read it, layer by layer. Only for a unit that the reader asks for. */
  readonly readers: readonly (readonly number[])[];
  /** Its field, first to last pixel. */
  readonly field: Range;
  readonly sizes: ReceptiveField;
  /** The layers whose sizes are written, from 0. */
  readonly written: number;
  /** The sum of paths of the moment; null while only sizes are worked out. */
  readonly sum: { readonly explanation: SumExplanation; readonly line: Line } | null;
  /** The cell of the effective field that the reader asks for. */
  readonly pixel: { readonly row: number; readonly col: number } | null;
  readonly asked: CellRef | null;
  readonly known: (layer: number, unit: number) => boolean;
  /** The square that the field is in the picture: row and column alike. */
  readonly square: Range;
  readonly facts: Facts;
}

/** The picture at a position, or of the unit that the reader asks for. */
export function viewAt(
  model: FieldModel,
  position: number,
  pointed: CellRef | null = null,
  full = false,
): FieldView {
  const moment = momentAt(model, position);
  const top = model.layers.length;
  const asked = pointed && isThere(model, pointed) ? pointed : null;
  const inPicture = asked && asked.tensor !== 'paths' ? { row: asked.row, col: asked.col } : null;
  const focus = focusOf(model, moment, asked, inPicture !== null);
  const sizes = model.fields[focus.layer] as ReceptiveField;
  const explanation = inPicture
    ? explainPixel(model, inPicture)
    : asked
      ? explainPaths(model, { layer: asked.row, unit: asked.col })
      : moment.stage === 'down'
        ? explainPaths(model, { layer: moment.layer, unit: middleOf(model, moment) })
        : null;
  const [, last] = model.cone[0] as Range;
  const known = knownAt(model, moment);
  return {
    moment,
    focus,
    cone: coneOf(model.layers, focus.layer, focus.unit),
    readers: asked && !inPicture ? readersOf(model, focus) : [],
    field: fieldOf(sizes, focus.unit),
    sizes,
    written: moment.stage === 'up' ? moment.layer : top,
    sum: explanation && {
      explanation,
      line: lineOf(explanation.terms, explanation.terms.length, { full }),
    },
    pixel: inPicture,
    asked,
    known,
    square: [(model.cone[0] as Range)[0], last],
    facts: model.facts,
  };
}

function isThere(model: FieldModel, { tensor, row, col }: CellRef): boolean {
  const side = model.counts[0] as number;
  if (tensor === 'paths') return row <= model.layers.length && col < (model.counts[row] as number);
  return (tensor === 'x' || tensor === 'dx') && row < side && col < side;
}

/** Going up, the unit in the middle of what the top unit sees of the layer; later the top unit itself. */
function focusOf(model: FieldModel, moment: Moment, asked: CellRef | null, inPicture: boolean): Unit {
  const top = { layer: model.layers.length, unit: model.params.unit };
  if (asked && !inPicture) return { layer: asked.row, unit: asked.col };
  if (moment.stage === 'down') return top;
  const [first, last] = inside(model, moment.layer);
  return { layer: moment.layer, unit: Math.floor((first + last) / 2) };
}

/** The unit whose sum is shown: the last one counted, or the middle one where a step counts a whole layer. */
function middleOf(model: FieldModel, { layer, cell }: Moment): number {
  const [first, last] = inside(model, layer);
  const wholeLayer = cell === last && !stepsByCell(model);
  return wholeLayer ? Math.floor((first + last) / 2) : cell;
}

export const stepsByCell = (model: FieldModel): boolean => {
  const top = model.layers.length;
  const [first, last] = inside(model, 0);
  return last === first || momentAt(model, top + 1).cell !== inside(model, top - 1)[1];
};

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

/** Which numbers of paths are counted at this moment; outside the cone there is nothing to count. */
function knownAt(model: FieldModel, moment: Moment): (layer: number, unit: number) => boolean {
  const top = model.layers.length;
  return (layer, unit) => {
    if (moment.stage === 'up') return moment.layer === top && layer === top;
    if (layer !== moment.layer) return layer > moment.layer;
    return unit <= moment.cell || unit > inside(model, layer)[1];
  };
}
