import { printNumber } from '../../formula/numbers.ts';
import { tex } from '../../formula/symbols.ts';
import type { MatrixModel } from './model.ts';
import type { MatrixView } from './view.ts';

const OUTPUT = 'i,j';
const PIXEL = "i',j'";
const CELL = `(${OUTPUT}),(${PIXEL})`;

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

/** The rule of the line, with symbols: an output is at (i, j), a pixel at (i′, j′), a weight at (u, v). */
export function ruleOf({ explanation }: MatrixView): string {
  switch (explanation.tensor) {
    case 'y':
      return `${tex('y', OUTPUT)}=\\sum_{${PIXEL}}${tex('C', CELL)}\\,${tex('x', PIXEL)}`;
    case 'dx':
      return `${tex('dx', PIXEL)}=\\sum_{${OUTPUT}}${tex('C', CELL)}\\,${tex('dy', OUTPUT)}`;
    default:
      return `${tex('dw', 'u,v')}=\\sum_{${tex('C', CELL)}=${tex('w', 'u,v')}}${tex('dy', OUTPUT)}\\,${tex('x', PIXEL)}`;
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
