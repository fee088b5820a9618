import { type ExpressionLine, expressionLine } from '../../formula/expression.ts';
import { printNumber } from '../../formula/numbers.ts';
import { tex } from '../../formula/symbols.ts';
import type { StrideModel } from './model.ts';
import type { StrideView } from './view.ts';

export type RowId = 'extent' | 'out' | 'unread' | 'never' | 'atOne' | 'products' | 'thrown';

export interface SizeRow {
  readonly id: RowId;
  readonly line: ExpressionLine;
}

/** Sizes, cells that are never read, and work, with their numbers (Dumoulin & Visin 2016, relationship 15). */
export function sizeRows(model: StrideModel): SizeRow[] {
  const { params, extent, out, outAtOne, unread, reads, axisReads, products, productsAtOne } = model;
  const { input: n, kernel: k, stride: s, dilation: d, padding: p } = params;
  const room = `${n} + ${p} + ${p} − ${extent}`;
  const rowsRead = axisReads.data.filter((count) => count > 0).length;
  const never = reads.data.filter((count) => count === 0).length;
  const rows: readonly (readonly [RowId, string, number])[] = [
    ['extent', `${d} × (${k} − 1) + 1`, extent],
    ['out', `⌊(${room}) / ${s}⌋ + 1`, out],
    ['unread', `(${room}) − ${s} × (${out} − 1)`, unread],
    ['never', `${n} × ${n} − ${rowsRead} × ${rowsRead}`, never],
    ['atOne', `${outAtOne} × ${outAtOne} × ${k} × ${k}`, productsAtOne],
    ['products', `${out} × ${out} × ${k} × ${k}`, products],
    ['thrown', `${productsAtOne} − ${products}`, productsAtOne - products],
  ];
  return rows.map(([id, left, value]) => ({ id, line: expressionLine(left, value) }));
}

/** The rule of the line, with symbols. */
export function ruleOf(model: StrideModel, view: StrideView): string {
  const { stride: s, dilation: d, padding: p } = model.params;
  const place = (o: string, k: string, step: number): string =>
    `${step === 1 ? '' : step}${o}+${d === 1 ? '' : d}${k}${p === 0 ? '' : `-${p}`}`;
  const spot = (step: number): string => `${place('i', 'u', step)},\\;${place('j', 'v', step)}`;
  if (view.question?.kind === 'reads')
    return `${tex('dx')}=\\sum 1\\quad\\text{(}${tex('w')}=1,\\;${tex('dy')}=1\\text{)}`;
  if (view.question?.kind === 'weight')
    return `${tex('dw', 'u,v')}=\\sum_{i,j}${tex('x', spot(s))}\\quad\\text{(}${tex('dy')}=1\\text{)}`;
  if (view.window?.pass === 'everyPlace')
    return `${tex('unstrided')}_{i,j}=\\sum_{u,v}${tex('x', spot(1))}\\,${tex('w', 'u,v')}\\qquad ${tex('y', 'i,j')}=${tex('unstrided')}_{${s === 1 ? '' : s}i,\\,${s === 1 ? '' : s}j}`;
  return `${tex('y', 'i,j')}=\\sum_{u,v}${tex('x', spot(s))}\\,${tex('w', 'u,v')}`;
}

const LETTERS: Readonly<Record<string, string>> = {
  dx: '\\partial x',
  dw: '\\partial w',
  unstrided: 'y^{(1)}',
};

/** The line of the moment in LaTeX. */
export function lineTex({ explanation, line }: StrideView): string {
  const number = (value: number): string => {
    const text = printNumber(value).text.replaceAll('−', '-');
    return text.startsWith('-') ? `(${text})` : text;
  };
  const terms = explanation.terms.map(({ factors }) =>
    factors.map((factor) => number(factor.value)).join(' \\times '),
  );
  const sign = line.sign === '=' ? '=' : '\\approx';
  const left = `${LETTERS[explanation.tensor] ?? 'y'}_{${explanation.index.slice(-2).join(',')}}`;
  return `${left} = ${terms.join(' + ') || '0'} ${sign} ${line.result.text.replaceAll('−', '-')}`;
}
