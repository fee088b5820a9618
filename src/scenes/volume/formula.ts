import { printNumber } from '../../formula/numbers.ts';
import { tex } from '../../formula/symbols.ts';
import type { VolumeModel } from './model.ts';
import type { VolumeView } from './view.ts';

/** The rule with symbols (CS231n notes; Goodfellow et al. 2016, ch. 9). */
export function ruleOf({ params }: VolumeModel): string {
  const channel = params.groups === 1 ? 'c' : 'c_0(f)+c';
  return `${tex('y', 'f,i,j')}=\\sum_{c}\\underbrace{\\sum_{u,v}${tex('x', `${channel},\\;i+u,\\;j+v`)}\\,${tex('w', 'f,c,u,v')}}_{${tex('s', 'c')}}+${tex('b', 'f')}`;
}

/** The sum over channels in LaTeX. */
export function lineTex({ filter, row, col, sumLine }: VolumeView): string {
  const number = (value: number): string => {
    const text = printNumber(value).text.replaceAll('−', '-');
    return text.startsWith('-') ? `(${text})` : text;
  };
  const terms = sumLine.terms.map(({ value }) => number(value));
  const sign = sumLine.sign === '=' ? '=' : '\\approx';
  return `y_{${filter},${row},${col}} = ${terms.join(' + ') || '0'} ${sign} ${sumLine.result.text.replaceAll('−', '-')}`;
}
