import { printNumber } from '../../formula/numbers.ts';
import { tex } from '../../formula/symbols.ts';
import type { MatrixModel } from './model.ts';
import type { MatrixView } from './view.ts';

const vec = (id: string): string => `\\mathrm{vec}(${tex(id)})`;

/** Forwards y = 𝒞x, backwards ∂x = 𝒞ᵀ∂y (Goodfellow, Bengio & Courville 2016, §9.5; Dumoulin & Visin, ch. 4). */
export const matrixTex = ({ direction }: MatrixView): string =>
  direction === 'forward'
    ? `${tex('C')}\\,${vec('x')}=${vec('y')}`
    : `${tex('C')}^{\\top}\\,${vec('dy')}=${vec('dx')}`;

/** The same product by im2col (Chellapilla, Puri & Simard 2006). */
export const patchTex = ({ direction }: MatrixView): string =>
  direction === 'forward'
    ? `${tex('w')}\\,${tex('Xcol')}=${tex('y')}`
    : `${tex('dXcol')}=${tex('w')}^{\\top}\\,${tex('dy')}`;

/** The rule of the line, with symbols: r numbers the outputs, c the pixels. */
export function ruleOf({ explanation }: MatrixView): string {
  switch (explanation.tensor) {
    case 'y':
      return `${tex('y', 'r')}=\\sum_{c}${tex('C', 'r,c')}\\,${tex('x', 'c')}`;
    case 'dx':
      return `${tex('dx', 'c')}=\\sum_{r}${tex('C', 'r,c')}\\,${tex('dy', 'r')}`;
    default:
      return `${tex('dw', 't')}=\\sum_{(r,c):\\,${tex('C', 'r,c')}=${tex('w', 't')}}${tex('dy', 'r')}\\,${tex('x', 'c')}`;
  }
}

/** The figure's counts as expressions: the output's side, the zeros, the copies that im2col makes. */
export function countRows({ params, out, inputs, outputs, taps, matrix }: MatrixModel) {
  const { input, kernel, stride, padding } = params;
  return [
    { id: 'side', left: `⌊(${input} + 2 × ${padding} − ${kernel}) / ${stride}⌋ + 1`, value: out },
    {
      id: 'zeros',
      left: `${outputs} × ${inputs} − ${matrix.value.length}`,
      value: outputs * inputs - matrix.value.length,
    },
    { id: 'copied', left: `${taps} × ${outputs}`, value: taps * outputs },
  ] as const;
}

/** The line of the moment in LaTeX. */
export function lineTex({ explanation, line, done }: MatrixView): string {
  const number = (value: number): string => {
    const text = printNumber(value).text.replaceAll('−', '-');
    return text.startsWith('-') ? `(${text})` : text;
  };
  const terms = explanation.terms
    .slice(0, done)
    .map((term) => term.factors.map((factor) => number(factor.value)).join(' \\times '));
  const letter = explanation.tensor.replace(/^d/, '\\partial ');
  const sign = line.sign === '=' ? '=' : '\\approx';
  return `${letter}_{${explanation.index.slice(-2).join(',')}} = ${terms.join(' + ') || '0'} ${sign} ${line.result.text.replaceAll('−', '-')}`;
}
