import { printNumber } from '../../formula/numbers.ts';
import { tex } from '../../formula/symbols.ts';
import type { KernelPhotoModel } from './model.ts';
import type { KernelPhotoView } from './view.ts';

/** The rule with symbols: the kernel as it stands, or turned (Goodfellow et al. 2016, eq. 9.4 and 9.6). */
export function ruleOf({ params, k }: KernelPhotoModel): string {
  const weight = params.operation === 'correlation' ? 'u,v' : `${k - 1}-u,\\;${k - 1}-v`;
  return `${tex('y', 'i,j')}=\\sum_{u,v}${tex('x', 'i+u,\\;j+v')}\\,${tex('w', weight)}+${tex('b')}`;
}

/** The line of the moment in LaTeX. */
export function lineTex({ explanation, line }: KernelPhotoView): string {
  const number = (value: number): string => {
    const text = printNumber(value).text.replaceAll('−', '-');
    return text.startsWith('-') ? `(${text})` : text;
  };
  const terms = explanation.terms.map(({ factors }) =>
    factors.map(({ value }) => number(value)).join(' \\times '),
  );
  const sign = line.sign === '=' ? '=' : '\\approx';
  const [row, col] = explanation.index.slice(-2);
  return `y_{${row},${col}} = ${terms.join(' + ')} ${sign} ${line.result.text.replaceAll('−', '-')}`;
}
