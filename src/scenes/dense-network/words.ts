import { operand } from '../../formula/arithmetic.ts';
import { inSentence } from '../../formula/inSentence.ts';
import { numberText, printNumber } from '../../formula/numbers.ts';
import { counted, type Language, type Text } from '../../language/language.ts';
import type { DenseLayer, DenseModel } from './model.ts';
import { type ActivationChoice, params } from './parameters.ts';
import type { Question } from './question.ts';
import type { DenseView } from './view.ts';

export const WORDS = {
  title: { en: 'A fully connected network, neuron by neuron', zh: '逐个神经元看全连接网络' },
  shortTitle: { en: 'A network, neuron by neuron', zh: '逐个神经元' },
  howLarge: { en: 'How large it is', zh: '网络多大' },
  weights: { en: 'Weights', zh: '权重' },
  biases: { en: 'Biases', zh: '偏置' },
  sums: { en: 'Sums', zh: '加权和' },
  input: { en: 'Input', zh: '输入' },
  output: { en: 'Output', zh: '输出' },
} as const;

/** The name of a column of the drawing: the input, a hidden layer, the output. @param layers how many there are */
export function columnName(layers: number, column: number): Text {
  if (column === 0) return WORDS.input;
  if (column === layers) return WORDS.output;
  return { en: `Hidden ${column}`, zh: `隐藏层 ${column}` };
}

/** A unit of the drawing in words: `Hidden 1, neuron 2`, `Input 3`. */
function unitName({ order, layers }: DenseModel, column: number, unit: number, language: Language): string {
  if (column === 0) {
    const pixel = order[unit] ?? unit;
    return language === 'en' ? `Input ${pixel}` : `输入 ${pixel}`;
  }
  const name = columnName(layers.length, column)[language];
  return language === 'en'
    ? `${name}, neuron ${unit}`
    : `${name}${/\d$/.test(name) ? ' ' : ''}的神经元 ${unit}`;
}

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
export const subscript = (n: number): string => SUBSCRIPTS[n] ?? '';

/** z₂: the letter of a neuron's sum in its layer. */
export const headOf = (layer: DenseLayer, neuron: number): string =>
  `${layer.activation ? 'z' : 'y'}${subscript(neuron)}`;

/** What is to be seen now, from the view alone. */
export function captionOf(model: DenseModel, view: DenseView, language: Language): string {
  const { question } = view;
  if (question?.kind === 'input') return reachCaption(model, question.unit, language);
  if (question?.kind === 'weight') return weightCaption(model, question, language);
  return neuronCaption(model, view, language);
}

function reachCaption(model: DenseModel, unit: number, language: Language): string {
  const { outs } = model.layers[0] as DenseLayer;
  const name = unitName(model, 0, unit, language);
  const to = columnName(model.layers.length, 1)[language];
  return language === 'en'
    ? `${name} reaches ${outs === 1 ? 'the one neuron' : `all ${outs} neurons`} of ${to}, through a weight each: a column of the matrix.`
    : `${name} 通向${to}${/\d$/.test(to) ? ' ' : ''}的全部 ${outs} 个神经元，每条线各有权重，合起来正是矩阵的一列。`;
}

function weightCaption(
  model: DenseModel,
  { layer, neuron, unit }: Extract<Question, { kind: 'weight' }>,
  language: Language,
): string {
  const weight = numberText((model.layers[layer] as DenseLayer).w.at(neuron, unit));
  const from = unitName(model, layer, unit, language);
  const to = unitName(model, layer + 1, neuron, language);
  return language === 'en'
    ? `The weight ${weight} (row ${neuron}, column ${unit}) is one line only: ${from} to ${to}.`
    : `第 ${neuron} 行第 ${unit} 列的权重 ${weight} 只是一条线：从${from} 到${to}。`;
}

function neuronCaption(model: DenseModel, view: DenseView, language: Language): string {
  const { layer, neuron, done, explanation, equations, finished, question } = view;
  const shown = model.layers[layer] as DenseLayer;
  const en = language === 'en';
  const name = unitName(model, layer + 1, neuron, language);
  const result = inSentence(equations[0].line, language);
  if (done === 0)
    return en
      ? `${layer === 0 ? 'The inputs are given' : 'The layer before is complete'}. ${name} begins: each number times its weight.`
      : `${layer === 0 ? '输入已经给定' : '前一层已经算完'}。先算${name}：每个数乘上各自的权重。`;
  if (done <= shown.ins) {
    const current =
      explanation.terms[done - 1]?.factors.map((f) => operand(numberText(f.value))).join(' × ') ?? '';
    return en
      ? `${name}: ${done} of ${shown.ins} products ${done === 1 ? 'is' : 'are'} in, the last ${current}; so far ${result}.`
      : `${name}：${shown.ins} 个乘积已加入 ${done} 个，刚加的是 ${current}，目前得${result}。`;
  }
  const y = inSentence(
    {
      sign: equations[1]?.kind === 'expression' ? equations[1].sign : '=',
      result: printNumber(shown.y.at(0, neuron)),
    },
    language,
  );
  const name_ = (params.activation.options as Record<ActivationChoice, Text>)[
    (shown.activation ?? 'none') as ActivationChoice
  ][language];
  const bend = !shown.activation
    ? ''
    : finished
      ? en
        ? ` ${name_} makes it ${y}.`
        : `${name_} 之后是${y}。`
      : en
        ? ' Its activation comes next.'
        : '接下来是激活函数。';
  if (question?.kind === 'neuron')
    return en
      ? `${name}: its weights are row ${neuron}, its sum is ${result}.${bend}`
      : `${name}：它的权重是矩阵的第 ${neuron} 行，加权和为${result}。${bend}`;
  return en
    ? `${name}: ${counted(shown.ins, 'product')} and its bias make ${result}.${bend}`
    : `${name}：${shown.ins} 个乘积加上偏置，加权和为${result}。${bend}`;
}
