import { operand } from '../../formula/arithmetic.ts';
import { inSentence } from '../../formula/inSentence.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { Language, Text } from '../../language/language.ts';
import type { ActivationChoice, DenseLayer, DenseModel } from './model.ts';
import type { DenseView } from './view.ts';

export const WORDS = {
  title: { en: 'A fully connected network, neuron by neuron', zh: '逐个神经元看全连接网络' },
  drawing: { en: 'The network, drawn', zh: '网络图' },
  inputs: { en: 'Inputs', zh: '输入个数' },
  hidden: { en: 'Hidden layers', zh: '隐藏层数' },
  hidden1: { en: 'Neurons in hidden 1', zh: '隐藏层 1 的神经元' },
  hidden2: { en: 'Neurons in hidden 2', zh: '隐藏层 2 的神经元' },
  outputs: { en: 'Outputs', zh: '输出个数' },
  activation: { en: 'Activation', zh: '激活函数' },
  shuffle: { en: 'Shuffle inputs', zh: '打乱输入' },
  inOrder: { en: 'In order', zh: '恢复顺序' },
  weights: { en: 'Weights', zh: '权重' },
  biases: { en: 'Biases', zh: '偏置' },
  sums: { en: 'Sums', zh: '加权和' },
  input: { en: 'Input', zh: '输入' },
  output: { en: 'Output', zh: '输出' },
  parameters: { en: 'Parameters', zh: '参数' },
  waits: { en: 'waits for the sum', zh: '等加权和算完' },
  without: { en: 'The last layer has no activation.', zh: '最后一层不加激活函数。' },
  withoutAny: { en: 'No activation: each output is its sum.', zh: '不加激活函数：输出就是加权和。' },
  legend: {
    en: 'Solid: positive weight. Dashed: negative. Thicker: larger.',
    zh: '实线：正权重；虚线：负权重；越粗越大。',
  },
} as const;

export const ACTIVATION_NAMES: Readonly<Record<ActivationChoice, Text>> = {
  relu: { en: 'ReLU', zh: 'ReLU' },
  sigmoid: { en: 'Sigmoid', zh: 'Sigmoid' },
  tanh: { en: 'tanh', zh: 'tanh' },
  none: { en: 'None', zh: '无' },
};

/** The name of a column of the drawing: the input, a hidden layer, the output. */
export function columnName(model: DenseModel, column: number): Text {
  if (column === 0) return WORDS.input;
  if (column === model.layers.length) return WORDS.output;
  return { en: `Hidden ${column}`, zh: `隐藏层 ${column}` };
}

/** A unit of the drawing in words: `Hidden 1, neuron 2`, `Input 3`. */
export function unitName(model: DenseModel, column: number, unit: number, language: Language): string {
  if (column === 0) {
    const pixel = model.order[unit] ?? unit;
    return language === 'en' ? `Input ${pixel}` : `输入 ${pixel}`;
  }
  const name = columnName(model, column)[language];
  return language === 'en'
    ? `${name}, neuron ${unit}`
    : `${name}${/\d$/.test(name) ? ' ' : ''}的神经元 ${unit}`;
}

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
export const subscript = (n: number): string => SUBSCRIPTS[n] ?? '';

/** z₂: the letter of a neuron's number in its layer. */
export const headOf = (layer: DenseLayer, neuron: number): string =>
  `${layer.activation ? 'z' : 'y'}${subscript(neuron)}`;

const text = (value: number): string => printNumber(value).text;

/** What is to be seen now, from the view alone. */
export function captionOf(model: DenseModel, view: DenseView, language: Language): string {
  const { question } = view;
  if (question?.kind === 'input') return reachCaption(model, question.layer, question.unit, language);
  if (question?.kind === 'weight') return weightCaption(model, question, language);
  return neuronCaption(model, view, language);
}

function reachCaption(model: DenseModel, at: number, unit: number, language: Language): string {
  const layer = model.layers[at] as DenseLayer;
  const name = unitName(model, at, unit, language);
  const value = text(layer.x.at(0, unit));
  const to = columnName(model, at + 1)[language];
  return language === 'en'
    ? `${name} is ${value}. It reaches ${layer.outs === 1 ? 'the one neuron' : `all ${layer.outs} neurons`} of the next layer (${to}), each through a weight of its own, and these weights are one column of the matrix.`
    : `${name} 的值是 ${value}。它通向后一层（${to}）的全部 ${layer.outs} 个神经元，每条线各有权重，合起来正是矩阵的一列。`;
}

function weightCaption(
  model: DenseModel,
  { layer: at, neuron, unit }: { layer: number; neuron: number; unit: number },
  language: Language,
): string {
  const layer = model.layers[at] as DenseLayer;
  const weight = text(layer.w.at(neuron, unit));
  const from = unitName(model, at, unit, language);
  const to = unitName(model, at + 1, neuron, language);
  return language === 'en'
    ? `The weight ${weight}, in row ${neuron} and column ${unit}, is one line of the drawing: from ${from} to ${to}. It is used nowhere else.`
    : `第 ${neuron} 行第 ${unit} 列的权重 ${weight} 就是图中的一条线：从${from} 到${to}。它只用在这一处。`;
}

function neuronCaption(model: DenseModel, view: DenseView, language: Language): string {
  const { layer, neuron, done, shown, explanation, line, finished, question } = view;
  const en = language === 'en';
  const name = unitName(model, layer + 1, neuron, language);
  const result = inSentence(line, language);
  if (done === 0)
    return en
      ? `The inputs are given. ${name} comes first: each input times its weight.`
      : `输入已经给定。先算${name}：每个输入乘上各自的权重。`;
  if (done <= shown.ins && view.partial) {
    const current = explanation.terms[done - 1]?.factors.map((f) => operand(text(f.value))).join(' × ') ?? '';
    return en
      ? `${name}: ${done} of ${shown.ins} products ${done === 1 ? 'is' : 'are'} in; the last was ${current}. The sum so far is ${result}.`
      : `${name}：${shown.ins} 个乘积已加入 ${done} 个，刚加的是 ${current}，目前得${result}。`;
  }
  const sum = en
    ? `${name} weighs all ${shown.ins} numbers before it and adds its bias ${text(shown.b.at(neuron))}, so its sum is ${result}.`
    : `${name} 给前面的 ${shown.ins} 个数逐一加权求和，再加偏置 ${text(shown.b.at(neuron))}，加权和为${result}。`;
  if (!shown.activation) return sum;
  if (!finished) return sum + (en ? ' Its activation comes next.' : '接下来是激活函数。');
  const y = text(shown.y.at(0, neuron));
  const function_ = ACTIVATION_NAMES[shown.activation as ActivationChoice][language];
  const end = en ? ` ${function_} makes it ${y}.` : `${function_} 之后是 ${y}。`;
  const row =
    question?.kind === 'neuron'
      ? en
        ? ` Its weights are row ${neuron} of the matrix.`
        : `它的权重是矩阵的第 ${neuron} 行。`
      : '';
  return sum + end + row;
}
