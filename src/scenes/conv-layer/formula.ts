import { printNumber } from '../../formula/numbers.ts';
import { tex } from '../../formula/symbols.ts';
import { BEND_TEX } from './bend.ts';
import type { LayerModel } from './model.ts';
import type { LayerView } from './view.ts';

/** The layer's two lines (Goodfellow et al. 2016, ch. 9; CS231n notes). */
export function ruleOf({ params }: LayerModel): string {
  const { stride, padding, activation } = params;
  const place = (o: string, k: string): string =>
    `${stride === 1 ? '' : stride}${o}+${k}${padding === 0 ? '' : `-${padding}`}`;
  const spot = `${place('i', 'u')},\\,${place('j', 'v')}`;
  const sum = `\\sum_{u,v}${tex('x', spot)}\\,${tex('w', 'f,0,u,v')}+${tex('b', 'f')}`;
  return `${tex('pre', 'f,i,j')}=${sum}\\qquad ${tex('act')}=\\varphi(z)=${BEND_TEX[activation]}`;
}

/** The two lines of the moment in LaTeX. */
export function lineTex({ explanation, line, done, bend }: LayerView): string {
  const number = (value: number): string => {
    const text = printNumber(value).text.replaceAll('−', '-');
    return text.startsWith('-') ? `(${text})` : text;
  };
  const terms = explanation.terms
    .slice(0, done)
    .map(({ factors }) => factors.map(({ value }) => number(value)).join(' \\times '));
  const [, f, row, col] = explanation.index;
  const plain = (text: string): string => text.replaceAll('−', '-');
  const sum = `z_{${f},${row},${col}} ${line.sign === '=' ? '=' : '\\approx'} ${terms.join(' + ') || '0'}`;
  const result = `${sum} ${line.sign === '=' ? '=' : '\\approx'} ${plain(line.result.text)}`;
  if (!bend) return result;
  const left = plain(bend.left)
    .replaceAll('×', '\\times ')
    .replace(/\b(max|exp|tanh)\b/g, '\\$1');
  return `${result} \\\\\na_{${f},${row},${col}} = ${left} ${bend.sign === '=' ? '=' : '\\approx'} ${plain(bend.right)}`;
}
