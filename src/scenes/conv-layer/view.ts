import { explainConv2d } from '../../explain/conv2d.ts';
import type { SumExplanation } from '../../explain/explanation.ts';
import type { CellMark, GridWindow } from '../../figures/gridGeometry.ts';
import { type Line, lineOf } from '../../formula/arithmetic.ts';
import type { ExpressionLine } from '../../formula/expression.ts';
import type { CellRef } from '../../playback/figureStore.ts';
import { type Account, accountsOf } from './accounts.ts';
import { bendLine } from './bend.ts';
import { type CutOut, nearOf, sliceOf } from './cutOuts.ts';
import type { LayerModel } from './model.ts';
import { type Progress, progressAt } from './progress.ts';
import { type Question, questionOf } from './question.ts';
import { type Moment, momentAt } from './stages.ts';

type Place = { readonly row: number; readonly col: number };

/** What is on the screen at one position: plain data, no clock and no history. */
export interface LayerView {
  readonly moment: Moment;
  readonly progress: Progress;
  readonly question: Question | null;
  /** The place of the number that the line works out. */
  readonly place: Place;
  readonly explanation: SumExplanation;
  readonly line: Line;
  readonly done: number;
  readonly partial: boolean;
  /** g of the sum, once the sum is complete. */
  readonly bend: ExpressionLine | null;
  readonly z: number;
  readonly a: number;
  readonly slice: CutOut;
  readonly near: CutOut;
  readonly kernelMarks: ReadonlyMap<string, CellMark>;
  readonly windows: Readonly<Record<'x' | 'pre' | 'act', readonly GridWindow[]>>;
  readonly accounts: readonly Account[];
}

/** The picture at a position, or of the cell that the reader points at or has pinned. */
export function viewAt(
  model: LayerModel,
  position: number,
  asked: { readonly pointed: CellRef | null; readonly pinned: CellRef | null } = {
    pointed: null,
    pinned: null,
  },
  full = false,
): LayerView {
  const moment = momentAt(model.stages, position);
  const progress = progressAt(model, moment);
  const pinned = questionOf(model, asked.pinned);
  const question = questionOf(model, asked.pointed) ?? pinned;
  const base: Place = pinned?.kind === 'number' ? pinned : model.params;
  const place: Place = question?.kind === 'number' ? question : base;
  const { filter } = model.params;
  const index = [0, filter, place.row, place.col];
  const explanation = explainConv2d(model, model.options, index);
  const done = question ? explanation.terms.length : progress.terms;
  const partial = done < explanation.terms.length;
  const [z, a] = [model.z.at(...index), model.a.at(...index)];
  const current = partial && done > 0 ? done - 1 : null;
  return {
    moment,
    progress,
    question,
    place,
    explanation,
    line: lineOf(explanation.terms, done, { full }),
    done,
    partial,
    bend: question || progress.bent ? bendLine(model.params.activation, z, a, full) : null,
    z,
    a,
    slice: sliceOf(model, place, question, current),
    near: nearOf(model, [model.params, base], place),
    kernelMarks: kernelMarks(model, question, current),
    windows: windowsOf(model, moment, place, question),
    accounts: accountsOf(model, progress, question),
  };
}

function kernelMarks(
  { k }: LayerModel,
  question: Question | null,
  current: number | null,
): ReadonlyMap<string, CellMark> {
  if (question?.kind === 'weight') return new Map([[`${question.row},${question.col}`, { kind: 'target' }]]);
  if (question || current === null || current >= k * k) return new Map();
  return new Map([[`${Math.floor(current / k)},${current % k}`, { kind: 'active' }]]);
}

/** Outlines on the three maps: what is read, what is made, what is reached. */
function windowsOf(
  { k, out, params }: LayerModel,
  { stage, done }: Moment,
  place: Place,
  question: Question | null,
): LayerView['windows'] {
  const box = (
    row: number,
    col: number,
    rows: number,
    cols: number,
    role: GridWindow['role'],
  ): GridWindow => ({
    row,
    col,
    rows,
    cols,
    role,
  });
  const all = [box(0, 0, out, out, 'window')];
  if (question?.kind === 'bias') return { x: [], pre: all, act: all };
  if (question?.kind === 'weight')
    return { x: question.read ? [{ ...question.read, role: 'window' }] : [], pre: all, act: all };
  if (question?.kind === 'pixel') {
    const reached = question.reached ? [{ ...question.reached, role: 'window' } as const] : [];
    return { x: [box(question.row, question.col, 1, 1, 'result')], pre: reached, act: reached };
  }
  const corner = (at: number): number => at * params.stride - params.padding;
  const cell = box(place.row, place.col, 1, 1, 'result');
  const row = !question && stage.id === 'map' ? [box(done - 1, 0, 1, out, 'window')] : [];
  return {
    x: [box(corner(place.row), corner(place.col), k, k, 'window')],
    pre: [cell, ...row],
    act: [cell, ...row],
  };
}
