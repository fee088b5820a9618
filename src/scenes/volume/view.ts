import { explainConv2d } from '../../explain/conv2d.ts';
import type { SumExplanation, Term } from '../../explain/explanation.ts';
import type { CellMark, GridWindow } from '../../figures/gridGeometry.ts';
import { type Line, lineOf } from '../../formula/arithmetic.ts';
import type { CellRef } from '../../playback/figureStore.ts';
import { Marks } from './marks.ts';
import { firstChannelOf, type VolumeModel } from './model.ts';
import { type Asked, askedOf } from './question.ts';
import { type Moment, momentAt } from './steps.ts';

/** What is on the screen at one position: plain data, no clock and no history. */
export interface VolumeView {
  readonly moment: Moment;
  readonly asked: Asked | null;
  /** The cell that is explained. */
  readonly filter: number;
  readonly row: number;
  readonly col: number;
  /** The first input channel that this filter reads. */
  readonly first: number;
  /** The channel of the line, counted within the group. */
  readonly channel: number;
  /** How many channel sums have been added, and whether the bias has. */
  readonly done: number;
  readonly biased: boolean;
  readonly explanation: SumExplanation;
  /** The sum of each channel that the filter reads. */
  readonly sums: readonly number[];
  /** k × k products of one channel. */
  readonly channelLine: Line;
  readonly channelDone: boolean;
  /** The channel sums and the bias. */
  readonly sumLine: Line;
  readonly partial: boolean;
  readonly marks: Readonly<Record<string, ReadonlyMap<string, CellMark>>>;
  readonly windows: Readonly<Record<string, readonly GridWindow[]>>;
  /** The numbers of a map that exist at this moment, and the one that is being added up. */
  known(filter: number): (index: number) => boolean;
  partialOf(filter: number): ((index: number) => number | undefined) | undefined;
}

/** The picture at a position, or of what the reader asks for. */
export function viewAt(
  model: VolumeModel,
  position: number,
  ref: CellRef | null = null,
  full = false,
): VolumeView {
  const moment = momentAt(model, position);
  const { depth, out } = model;
  const asked = ref ? askedOf(model, ref, moment) : null;
  const { filter, row, col } = asked ?? moment;
  const done = asked ? depth : Math.min(depth, moment.done);
  const biased = asked !== null || moment.done > depth;
  const channel = asked?.channel ?? Math.max(0, done - 1);
  const explanation = explainConv2d(model, model.options, [0, filter, row, col]);
  const taps = model.params.kernel ** 2;
  const ofChannel = (c: number): readonly Term[] => explanation.terms.slice(c * taps, (c + 1) * taps);
  const sums = Array.from({ length: depth }, (_, c) => lineOf(ofChannel(c)).value);
  const parts: Term[] = sums.map((value, c) => ({ factors: [{ tensor: 's', index: [0, c], value }], value }));
  const bias = explanation.terms.slice(depth * taps);
  const channelDone = done > 0;
  const sumLine = lineOf([...parts.slice(0, done), ...(biased ? bias : [])], undefined, { full });
  const first = firstChannelOf(model, filter);
  const at = moment.row * out + moment.col;
  const written = moment.done > depth ? at : at - 1;
  const marks = new Marks(model);
  if (asked) marks.question(asked, { filter, row, col, first });
  return {
    moment,
    asked,
    filter,
    row,
    col,
    first,
    channel,
    done,
    biased,
    explanation,
    sums,
    channelLine: lineOf(ofChannel(channel), channelDone ? taps : 0, { full }),
    channelDone,
    sumLine,
    partial: !biased,
    marks: marks.all,
    windows: asked && asked.kind !== 'y' ? {} : windowsOf(model, filter, row, col, first),
    known: (f) => (f < moment.filter ? () => true : f > moment.filter ? () => false : (i) => i <= written),
    partialOf: (f) =>
      asked || f !== moment.filter || moment.done === 0 || biased
        ? undefined
        : (i) => (i === at ? sumLine.value : undefined),
  };
}

/** Outlines: the window lies over the same place of every channel that the filter reads. */
function windowsOf(
  { params, depth }: VolumeModel,
  filter: number,
  row: number,
  col: number,
  first: number,
): VolumeView['windows'] {
  const { kernel } = params;
  const windows: Record<string, GridWindow[]> = {
    [`y_${filter}`]: [{ row, col, rows: 1, cols: 1, role: 'result' }],
  };
  for (let c = 0; c < depth; c++)
    windows[`x_${first + c}`] = [{ row, col, rows: kernel, cols: kernel, role: 'window' }];
  return windows;
}

/** Where a factor of a sum stands on the screen: every plane is a grid of its own. */
export function cellOf(tensor: string, index: readonly number[]): CellRef {
  const [first = 0, second = 0, row = 0, col = 0] = index;
  switch (tensor) {
    case 'x':
      return { tensor: `x_${second}`, row, col };
    case 'w':
      return { tensor: `w_${first}_${second}`, row, col };
    case 'b':
      return { tensor: 'b', row: 0, col: first };
    default:
      return { tensor, row: 0, col: second };
  }
}
