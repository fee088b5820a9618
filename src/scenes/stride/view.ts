import { easeCubicInOut, interpolateNumber } from 'd3';
import type { SumExplanation } from '../../explain/explanation.ts';
import type { CellMark, GridWindow } from '../../figures/gridGeometry.ts';
import { type Line, lineOf } from '../../formula/arithmetic.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { CellRef } from '../../playback/figureStore.ts';
import { type Question, questionOf, readsSum, weightSum, windowSum } from './explainCell.ts';
import type { StrideModel } from './model.ts';
import { isKept, lengthOf, type Moment, momentAt, type PassId } from './passes.ts';

export type GridId = 'x' | 'w' | 'y' | 'unstrided';

/** What is on the screen at one position: plain data, no clock and no history. */
export interface StrideView {
  readonly moment: Moment;
  /** The window that the picture shows; null while a cell of x or w is asked for. */
  readonly window: { readonly pass: PassId; readonly row: number; readonly col: number } | null;
  /** That window is one of the stops. */
  readonly kept: boolean;
  readonly question: Question | null;
  readonly explanation: SumExplanation;
  readonly line: Line;
  readonly partial: boolean;
  readonly marks: Readonly<Record<GridId, ReadonlyMap<string, CellMark>>>;
  readonly windows: Readonly<Partial<Record<GridId, readonly GridWindow[]>>>;
  readonly known: Readonly<Record<'y' | 'unstrided', (index: number) => boolean>>;
}

/** The picture at a position, or of the cell that the reader asks for. */
export function viewAt(
  model: StrideModel,
  position: number,
  asked: CellRef | null = null,
  full = false,
): StrideView {
  const moment = momentAt(model, position);
  const question = asked ? questionOf(model, asked) : null;
  const window = question ? (question.kind === 'window' ? question : null) : moment;
  const explanation = explain(model, question, window);
  const waits = moment.done === 0 && moment.pass === 'stops' && !question;
  const done = waits ? 0 : explanation.terms.length;
  return {
    moment,
    window: window && { pass: window.pass, row: window.row, col: window.col },
    kept: window !== null && (window.pass === 'stops' || isKept(model, window.row, window.col)),
    question,
    explanation,
    line: lineOf(explanation.terms, done, { full }),
    partial: done < explanation.terms.length,
    marks: marksOf(model, question, asked, explanation, window),
    windows: window ? windowsOf(model, window, question ? null : moment) : {},
    known: {
      y: (i) => moment.pass === 'everyPlace' || i < moment.done,
      unstrided: (i) => moment.pass === 'everyPlace' && i < moment.done,
    },
  };
}

function explain(
  model: StrideModel,
  question: Question | null,
  window: { pass: PassId; row: number; col: number } | null,
): SumExplanation {
  if (window) return windowSum(model, window.pass, window.row, window.col);
  const { kind, row, col } = question as Question;
  return kind === 'weight' ? weightSum(model, row, col) : readsSum(model, row, col);
}

function marksOf(
  model: StrideModel,
  question: Question | null,
  asked: CellRef | null,
  explanation: SumExplanation,
  window: { pass: PassId; row: number; col: number } | null,
): Record<GridId, Map<string, CellMark>> {
  const marks = { x: new Map(), w: new Map(), y: new Map(), unstrided: new Map() } as Record<
    GridId,
    Map<string, CellMark>
  >;
  const { params, reads, outAtOne } = model;
  const { input, stride } = params;
  const mark = (tensor: string, index: readonly number[], to: CellMark): void => {
    const [row, col] = index.slice(-2);
    marks[tensor as GridId]?.set(`${row},${col}`, to);
  };
  for (let row = 0; row < input; row++)
    for (let col = 0; col < input; col++)
      if (reads.at(0, 0, row, col) === 0) mark('x', [row, col], { kind: 'unread' });
  for (let row = 0; row < outAtOne; row++)
    for (let col = 0; col < outAtOne; col++)
      mark('unstrided', [row, col], { kind: isKept(model, row, col) ? 'reached' : 'unread' });
  for (const { factors } of explanation.terms) {
    const [first, second] = factors;
    if (!first) continue;
    if (question?.kind === 'reads') {
      mark('y', first.index, { kind: 'reached' });
      continue;
    }
    const badge = second ? `×${printNumber(second.value, { digits: 2 }).text}` : undefined;
    mark('x', first.index, {
      kind: question?.kind === 'weight' ? 'reached' : 'source',
      ...(badge && { badge }),
    });
  }
  if (window?.pass === 'everyPlace' && isKept(model, window.row, window.col))
    mark('y', [window.row / stride, window.col / stride], { kind: 'target' });
  if (window?.pass === 'stops')
    mark('unstrided', [window.row * stride, window.col * stride], { kind: 'target' });
  if (asked && question && question.kind !== 'window')
    mark(asked.tensor, [asked.row, asked.col], { kind: 'target' });
  return marks;
}

/** The window over the input and the cell that it makes; it slides into its next place. */
function windowsOf(
  model: StrideModel,
  at: { pass: PassId; row: number; col: number },
  moment: Moment | null,
): StrideView['windows'] {
  const { params, out, outAtOne, extent } = model;
  const side = at.pass === 'stops' ? out : outAtOne;
  const step = at.pass === 'stops' ? params.stride : 1;
  const moves = moment && moment.done > 0 && moment.done < lengthOf(model, at.pass);
  const t = moves ? easeCubicInOut(moment.fraction) : 0;
  const next = moment?.done ?? 0;
  const row = t === 0 ? at.row : interpolateNumber(at.row, Math.floor(next / side))(t);
  const col = t === 0 ? at.col : interpolateNumber(at.col, next % side)(t);
  const over = (o: number): number => o * step - params.padding;
  return {
    x: [{ row: over(row), col: over(col), rows: extent, cols: extent, role: 'window' }],
    [at.pass === 'stops' ? 'y' : 'unstrided']: [{ row, col, rows: 1, cols: 1, role: 'result' }],
  };
}
