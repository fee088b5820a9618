import { printNumber } from '../../formula/numbers.ts';
import { tex } from '../../formula/symbols.ts';
import type { ConvolutionModel } from './model.ts';
import type { ConvolutionView } from './view.ts';

/** The rule of the pass, with symbols (sources: Goodfellow et al. 2016, ch. 9; Dumoulin & Visin 2016). */
export function ruleOf(model: ConvolutionModel, view: ConvolutionView): string {
  const { stride, dilation, method } = model.params;
  const place = (o: string, k: string, p: number): string =>
    `${stride === 1 ? '' : stride}${o}+${dilation === 1 ? '' : dilation}${k}${p === 0 ? '' : `-${p}`}`;
  const p = model.sides[0];
  const spot = `${place('i', 'u', p)},\\;${place('j', 'v', p)}`;
  switch (view.explanation.tensor) {
    case 'y':
      return `${tex('y', 'i,j')}=\\sum_{u,v}${tex('x', spot)}\\,${tex('w', 'u,v')}+${tex('b')}`;
    case 'dx':
      return method === 'scatter'
        ? `${tex('dx', spot)}\\mathrel{+}=${tex('dy', 'i,j')}\\,${tex('w', 'u,v')}`
        : `${tex('dx')}=\\mathrm{pad}(\\uparrow_{${stride}}${tex('dy')})\\star\\mathrm{rot}_{180}${tex('w')}`;
    case 'dw':
      return `${tex('dw', 'u,v')}=\\sum_{i,j}${tex('dy', 'i,j')}\\,${tex('x', spot)}`;
    case 'db':
      return `${tex('db')}=\\sum_{i,j}${tex('dy', 'i,j')}`;
    default:
      return model.params.loss === 'target'
        ? `${tex('dy')}=${tex('y')}-${tex('target')}`
        : `${tex('loss')}=\\sum_{i,j}${tex('dy', 'i,j')}\\,${tex('y', 'i,j')}`;
  }
}

/** ⌊(i + p₀ + p₁ − k̂) / s⌋ + 1 with its numbers (Dumoulin & Visin, relationship 15). */
export function sizeFormula(model: ConvolutionModel): string {
  const { params, sides, extent, out } = model;
  return `\\left\\lfloor\\frac{${params.input}+${sides[0]}+${sides[2]}-${extent}}{${params.stride}}\\right\\rfloor+1=\\mathbf{${out}}`;
}

/** The line of the moment in LaTeX. */
export function lineTex(view: ConvolutionView): string {
  const { explanation, line, done } = view;
  const number = (value: number): string => {
    const text = printNumber(value).text.replaceAll('−', '-');
    return text.startsWith('-') ? `(${text})` : text;
  };
  const terms = explanation.terms
    .slice(0, done)
    .map((term) => term.factors.map((factor) => number(factor.value)).join(' \\times '));
  const letter = explanation.tensor.replace(/^d/, '\\partial ');
  const index = explanation.index.slice(-2).join(',');
  const sign = line.sign === '=' ? '=' : '\\approx';
  return `${letter}_{${index}} = ${terms.join(' + ') || '0'} ${sign} ${line.result.text.replaceAll('−', '-')}`;
}
