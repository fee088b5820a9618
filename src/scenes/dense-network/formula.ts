import { operand } from '../../formula/arithmetic.ts';
import { printNumber } from '../../formula/numbers.ts';
import { tex } from '../../formula/symbols.ts';
import { expressionEquation } from '../../kit/scene/equations.ts';
import type { ExpressionEquation, ExpressionPart } from '../../kit/scene/view.ts';
import type { Text } from '../../language/language.ts';
import type { DenseModel } from './model.ts';
import { nodePlace, tablePlace } from './question.ts';
import type { DenseView } from './view.ts';
import { subscript } from './words.ts';

/** The activation of one neuron as its own line: `max(0, −3) = 0`; null where the layer has none. */
export function activationEquation(
  { layers }: DenseModel,
  at: number,
  neuron: number,
  full: boolean,
): ExpressionEquation | null {
  const layer = layers[at];
  if (!layer?.activation) return null;
  const text = printNumber(layer.z.at(0, neuron), { full }).text;
  const z = (printed = text): ExpressionPart => ({
    text: printed,
    place: tablePlace('z', at, neuron),
    symbol: 'pre',
  });
  const parts: Readonly<Record<string, readonly ExpressionPart[]>> = {
    relu: ['max(0, ', z(), ')'],
    sigmoid: ['1 / (1 + exp(−', z(operand(text)), '))'],
    tanh: ['tanh(', z(), ')'],
  };
  return expressionEquation({
    head: `y${subscript(neuron)}`,
    parts: parts[layer.activation] ?? [z()],
    value: layer.y.at(0, neuron),
    full,
    target: nodePlace(at + 1, neuron),
  });
}

/** All weights and biases, layer by layer: neurons × (inputs + 1). */
export function sizesOf({ layers, parameters }: DenseModel): {
  readonly tex: string;
  readonly sentence: Text;
} {
  const biases = layers.reduce((sum, { outs }) => sum + outs, 0);
  const products = layers.map(({ ins, outs }) => `${outs}\\cdot${ins + 1}`).join('+');
  const weights = parameters - biases;
  return {
    tex: `${products}=\\mathbf{${parameters}}`,
    sentence: {
      en: `${parameters} parameters: ${weights} weights and ${biases} biases. Each layer has neurons × (inputs + 1).`,
      zh: `共 ${parameters} 个参数：${weights} 个权重，${biases} 个偏置。每层是神经元数 ×（输入数 + 1）。`,
    },
  };
}

const PHI: Readonly<Record<string, string>> = {
  relu: '\\max(0,\\,z_j)',
  sigmoid: '\\dfrac{1}{1+e^{-z_j}}',
  tanh: '\\tanh z_j',
};

/** The rule of the layer that is shown (Goodfellow et al. 2016, §6.1): the sum, and the activation where there is one. */
export function ruleOf({ layers }: DenseModel, { layer }: DenseView): string {
  // What goes into a later layer are the outputs of the one before: there is no grid of its own to light up.
  const x = layer === 0 ? tex('x', 'i') : '\\htmlClass{role-input}{x_{i}}';
  const sum = `\\sum_i ${tex('w', 'j,i')}\\,${x}+${tex('b', 'j')}`;
  const name = layers[layer]?.activation;
  if (!name) return `${tex('y', 'j')}=${sum}`;
  return `${tex('pre', 'j')}=${sum},\\qquad ${tex('y', 'j')}=\\varphi(z_j)=${PHI[name]}`;
}
