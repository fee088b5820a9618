import { type ExpressionLine, expressionLine } from '../../formula/expression.ts';
import { printNumber } from '../../formula/numbers.ts';
import { tex } from '../../formula/symbols.ts';
import type { Question } from './explainCell.ts';
import type { PaddingModel } from './model.ts';
import type { PaddingView } from './view.ts';

/** The rows of the sizes' arithmetic, in the order in which they follow from each other. */
export type RowId =
  | 'extent'
  | 'total'
  | 'before'
  | 'after'
  | 'out'
  | 'unread'
  | 'corner'
  | 'middle'
  | 'asked';

export interface SizeRow {
  readonly id: RowId;
  readonly line: ExpressionLine;
}

/** Sizes and counts with their numbers (Dumoulin & Visin 2016; `same` as TensorFlow rounds it). */
export function sizeRows(model: PaddingModel, question: Question | null = null): SizeRow[] {
  const { params, before, after, extent, out, unread } = model;
  const { input: n, kernel: k, stride: s, dilation: d, fit } = params;
  const room = `${n} + ${before} + ${after} − ${extent}`;
  const rows: [RowId, string, number][] = [['extent', `${d} × (${k} − 1) + 1`, extent]];
  const total = before + after;
  if (fit === 'same')
    rows.push(
      ['total', `max(0, (⌈${n} / ${s}⌉ − 1) × ${s} + ${extent} − ${n})`, total],
      ['before', `⌊${total} / 2⌋`, before],
      ['after', `${total} − ${before}`, after],
    );
  else if (fit === 'full')
    rows.push(
      ['total', `2 × (${extent} − 1)`, total],
      ['before', `${extent} − 1`, before],
      ['after', `${extent} − 1`, after],
    );
  else rows.push(['total', `${before} + ${after}`, total]);
  rows.push(['out', `⌊(${room}) / ${s}⌋ + 1`, out], ['unread', `(${room}) − ${s} × (${out} − 1)`, unread]);
  const uses = (id: RowId, row: number, col: number): void => {
    const along = (at: number): number => model.axisUses.at(0, 0, 0, at);
    rows.push([id, `${along(row)} × ${along(col)}`, model.uses.at(0, 0, row, col)]);
  };
  const middle = Math.floor(n / 2);
  uses('corner', 0, 0);
  if (question?.kind === 'uses') uses('asked', question.row, question.col);
  else uses('middle', middle, middle);
  return rows.map(([id, left, value]) => ({ id, line: expressionLine(left, value) }));
}

/** Which column gets the odd one, when the total is odd: its place in the padded row; null: there is none. */
export function oddPlace({ params, before, after, side }: PaddingModel): number | null {
  return params.fit === 'same' && after > before ? side - 1 : null;
}

/** The rule of the line, with symbols. */
export function ruleOf(model: PaddingModel, view: PaddingView): string {
  const { stride: s, dilation: d } = model.params;
  const place = (o: string, k: string): string => `${s === 1 ? '' : s}${o}+${d === 1 ? '' : d}${k}`;
  const spot = `${place('i', 'u')},\\;${place('j', 'v')}`;
  switch (view.question?.kind) {
    case 'uses':
      return `${tex('dx')}=\\sum 1\\quad\\text{(}${tex('w')}=1,\\;${tex('dy')}=1\\text{)}`;
    case 'weight':
      return `${tex('dw', 'u,v')}=\\sum_{i,j}${tex('padded', spot)}\\quad\\text{(}${tex('dy')}=1\\text{)}`;
    case 'border':
      return {
        zeros: `${tex('x', '-1')}=${tex('x', 'n')}=0`,
        reflect: `${tex('x', '-1')}=${tex('x', '1')}\\qquad${tex('x', 'n')}=${tex('x', 'n-2')}`,
        replicate: `${tex('x', '-1')}=${tex('x', '0')}\\qquad${tex('x', 'n')}=${tex('x', 'n-1')}`,
        circular: `${tex('x', '-1')}=${tex('x', 'n-1')}\\qquad${tex('x', 'n')}=${tex('x', '0')}`,
      }[model.params.mode];
    default:
      return `${tex('y', 'i,j')}=\\sum_{u,v}${tex('padded', spot)}\\,${tex('w', 'u,v')}`;
  }
}

/** The line of the moment in LaTeX. */
export function lineTex({ explanation, line }: PaddingView): string {
  const number = (value: number): string => {
    const text = printNumber(value).text.replaceAll('−', '-');
    return text.startsWith('-') ? `(${text})` : text;
  };
  const letter = { padded: '\\tilde x', dx: '\\partial x', dw: '\\partial w' }[explanation.tensor] ?? 'y';
  const terms = explanation.terms.map(({ factors }) =>
    factors.map((factor) => number(factor.value)).join(' \\times '),
  );
  const sign = line.sign === '=' ? '=' : '\\approx';
  const index = explanation.index.slice(-2).join(',');
  return `${letter}_{${index}} = ${terms.join(' + ') || '0'} ${sign} ${line.result.text.replaceAll('−', '-')}`;
}
