import { easeCubicInOut, interpolateNumber } from 'd3';
import type { SumExplanation } from '../../explain/explanation.ts';
import type { CellMark, GridWindow } from '../../figures/gridGeometry.ts';
import { type Line, lineOf, operand } from '../../formula/arithmetic.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { CellRef } from '../../playback/figureStore.ts';
import { borderCopy, type Question, questionOf, usesSum, weightSum, windowSum } from './explainCell.ts';
import { type PaddingModel, usesSoFar } from './model.ts';

export type GridId = 'padded' | 'w' | 'y' | 'dx';

/** What is on the screen at one position: plain data, no clock and no history. */
export interface PaddingView {
  /** Windows that are done. */
  readonly done: number;
  /** The window that the picture shows: the last one that was done, or the one that is asked for. */
  readonly window: { readonly row: number; readonly col: number };
  readonly question: Question | null;
  readonly asked: CellRef | null;
  readonly explanation: SumExplanation;
  readonly line: Line;
  readonly partial: boolean;
  /** How many cells of the window are border. */
  readonly hanging: number;
  readonly marks: Readonly<Record<GridId, ReadonlyMap<string, CellMark>>>;
  readonly windows: Readonly<Partial<Record<GridId, readonly GridWindow[]>>>;
  /** Uses so far, and whether a cell will get no more. */
  readonly uses: Float64Array | Float32Array;
}

/** The picture at a position, or of the cell that the reader asks for. */
export function viewAt(
  model: PaddingModel,
  position: number,
  asked: CellRef | null = null,
  full = false,
): PaddingView {
  const { out } = model;
  const done = Math.floor(position);
  const last = Math.max(0, done - 1);
  const question = asked ? questionOf(model, asked) : null;
  const window =
    question?.kind === 'window'
      ? { row: question.row, col: question.col }
      : { row: Math.floor(last / out), col: last % out };
  const explanation = explain(model, question, asked, window);
  const terms = done === 0 && !question ? 0 : explanation.terms.length;
  return {
    done,
    window,
    question,
    asked: question ? asked : null,
    explanation,
    line: lineOf(explanation.terms, terms, { full }),
    partial: terms < explanation.terms.length,
    hanging: hangingCells(model, window),
    marks: marksOf(model, question, asked, explanation),
    windows: windowsOf(model, question, window, position),
    uses: usesSoFar(model, done).data,
  };
}

function explain(
  model: PaddingModel,
  question: Question | null,
  asked: CellRef | null,
  window: { row: number; col: number },
): SumExplanation {
  switch (question?.kind) {
    case 'uses':
      return usesSum(model, question.row, question.col);
    case 'weight':
      return weightSum(model, question.row, question.col);
    case 'border':
      return borderCopy(model, asked as CellRef, question.source);
    default:
      return windowSum(model, window.row, window.col);
  }
}

/** How many taps of a window stand on the border: all of them less those that are inside both ways. */
function hangingCells({ params, before }: PaddingModel, window: { row: number; col: number }): number {
  const { kernel, stride, dilation, input } = params;
  const inside = (o: number): number =>
    Array.from({ length: kernel }, (_, k) => o * stride + k * dilation - before).filter(
      (place) => place >= 0 && place < input,
    ).length;
  return kernel * kernel - inside(window.row) * inside(window.col);
}

function marksOf(
  model: PaddingModel,
  question: Question | null,
  asked: CellRef | null,
  explanation: SumExplanation,
): Record<GridId, Map<string, CellMark>> {
  const marks: Record<GridId, Map<string, CellMark>> = {
    padded: new Map(),
    w: new Map(),
    y: new Map(),
    dx: new Map(),
  };
  const { params, before, side, unread } = model;
  for (let row = 0; row < side; row++)
    for (let col = 0; col < side; col++)
      if (row >= side - unread || col >= side - unread) marks.padded.set(`${row},${col}`, { kind: 'unread' });
  const mark = (tensor: string, index: readonly number[], to: CellMark): void => {
    const [row, col] = index.slice(-2);
    marks[tensor as GridId]?.set(`${row},${col}`, to);
  };
  const kind = question?.kind ?? 'window';
  for (const { factors } of explanation.terms) {
    const [first, second] = factors;
    if (!first) continue;
    if (kind === 'uses') mark('y', first.index, { kind: 'reached' });
    else if (kind === 'window' && params.preset === 'sobel' && second)
      mark(first.tensor, first.index, {
        kind: 'source',
        badge: `×${operand(printNumber(second.value).text).replace(/[()]/g, '')}`,
      });
    else mark(first.tensor, first.index, { kind: kind === 'window' ? 'source' : 'reached' });
  }
  if (question && asked) {
    if (question.kind === 'uses') {
      mark('padded', [question.row + before, question.col + before], { kind: 'target' });
      mark('dx', [question.row, question.col], { kind: 'target' });
    } else if (question.kind !== 'window') mark(asked.tensor, [asked.row, asked.col], { kind: 'target' });
  }
  return marks;
}

/** The window over the padded input and the cell that it makes; it slides into its next place. */
function windowsOf(
  model: PaddingModel,
  question: Question | null,
  { row, col }: { row: number; col: number },
  position: number,
): PaddingView['windows'] {
  if (question && question.kind !== 'window') return {};
  const { params, out, extent } = model;
  const last = Math.max(0, Math.floor(position) - 1);
  const fraction = question || position < 1 || last + 1 >= out * out ? 0 : position - Math.floor(position);
  const next = last + 1;
  const t = easeCubicInOut(fraction);
  const y = fraction === 0 ? row : interpolateNumber(row, Math.floor(next / out))(t);
  const x = fraction === 0 ? col : interpolateNumber(col, next % out)(t);
  const { stride } = params;
  return {
    padded: [{ row: y * stride, col: x * stride, rows: extent, cols: extent, role: 'window' }],
    y: [{ row: y, col: x, rows: 1, cols: 1, role: 'result' }],
  };
}

/** The column of the padded row that the reader asks for. */
export function askedColumn(model: PaddingModel, { question, asked }: PaddingView): number | null {
  if (question?.kind === 'uses') return question.col + model.before;
  return question?.kind === 'border' && asked ? asked.col : null;
}
