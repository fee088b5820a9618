import { operand } from '../../formula/arithmetic.ts';
import { type ExpressionLine, expressionLine } from '../../formula/expression.ts';
import { printNumber } from '../../formula/numbers.ts';
import { tex } from '../../formula/symbols.ts';
import type { DenseLayer, DenseModel } from './model.ts';
import type { DenseView } from './view.ts';

/** The activation of one neuron as its own line: `max(0, −3) = 0`. */
export function activationLine(layer: DenseLayer, neuron: number, full: boolean): ExpressionLine {
  const z = printNumber(layer.z.at(0, neuron), { full }).text;
  const y = layer.y.at(0, neuron);
  const left = {
    relu: `max(0, ${z})`,
    sigmoid: `1 / (1 + exp(−${operand(z)}))`,
    tanh: `tanh(${z})`,
    none: z,
  }[(layer.activation ?? 'none') as 'relu' | 'sigmoid' | 'tanh' | 'none'];
  return expressionLine(left, y, { full });
}

/** All weights and biases of the network: `4 × 3 + 3 + 3 × 2 + 2 = 23`. */
export function parameterLine(model: DenseModel): ExpressionLine {
  const left = model.layers.map(({ ins, outs }) => `${ins} × ${outs} + ${outs}`).join(' + ');
  return expressionLine(left, model.parameters, { full: true });
}

const PHI = {
  relu: '\\max(0,\\,z)',
  sigmoid: '\\dfrac{1}{1+e^{-z}}',
  tanh: '\\tanh z',
} as const;

/** The rules of the layer on the screen, with symbols: the sum, and the activation where there is one. */
export function rulesOf({ shown }: DenseView): string[] {
  const sum = `\\sum_i ${tex('w', 'j,i')}\\,${tex('x', 'i')}+${tex('b', 'j')}`;
  if (!shown.activation) return [`${tex('y', 'j')}=${sum}`];
  const phi = PHI[shown.activation as keyof typeof PHI];
  return [`z_j=${sum}`, `${tex('y', 'j')}=\\varphi(z_j)`, `\\varphi(z)=${phi}`];
}

/** The line of the moment in LaTeX. */
export function lineTex({ explanation, line, done, layer, neuron, shown }: DenseView): string {
  const number = (value: number): string => {
    const text = printNumber(value).text.replaceAll('−', '-');
    return text.startsWith('-') ? `(${text})` : text;
  };
  const terms = explanation.terms
    .slice(0, done)
    .map((term) => term.factors.map((factor) => number(factor.value)).join(' \\times '));
  const letter = shown.activation ? 'z' : 'y';
  const sign = line.sign === '=' ? '=' : '\\approx';
  return `${letter}^{(${layer + 1})}_{${neuron}} = ${terms.join(' + ') || '0'} ${sign} ${line.result.text.replaceAll('−', '-')}`;
}
