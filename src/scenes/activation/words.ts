import { printNumber } from '../../formula/numbers.ts';
import type { Language } from '../../language/language.ts';
import type { ActivationName } from '../../tensor/activations.ts';
import { type ActivationModel, CELLS, isKink } from './model.ts';
import type { ActivationView } from './view.ts';

export const WORDS = {
  title: { en: 'The bend, and its slope', zh: '激活函数与斜率' },
  function: { en: 'Function', zh: '函数' },
  plot: {
    en: (z: string, g: string, m: string) => `At z = ${z} the function is ${g} and its slope is ${m}.`,
    zh: (z: string, g: string, m: string) => `在 z = ${z} 处，函数值为 ${g}，斜率为 ${m}。`,
  },
  others: { en: 'the others', zh: '其他函数' },
  point: { en: 'The movable point', zh: '可移动的点' },
  map: { en: 'One cell of the map', zh: '特征图的一格' },
  z: { en: 'z', zh: 'z' },
  alpha: { en: 'α', zh: 'α' },
  depth: { en: 'Layers', zh: '层数' },
  bias: { en: 'Bias', zh: '偏置' },
  source: { en: 'Map from', zh: '特征图来自' },
  photo: { en: 'photograph', zh: '照片' },
  digit: { en: 'digit', zh: '数字' },
  deep: {
    en: (n: number) => `this slope, ${n === 1 ? 'once' : `${n} times`}`,
    zh: (n: number) => `这个斜率连乘 ${n} 次`,
  },
  deepest: {
    en: (n: number) => `largest slope, ${n === 1 ? 'once' : `${n} times`}`,
    zh: (n: number) => `最大斜率连乘 ${n} 次`,
  },
  forward: { en: 'forward: a = φ(z)', zh: '前向：a = φ(z)' },
  backward: { en: 'backward: ∂z', zh: '反向：∂z' },
  convention: { en: 'by convention', zh: '约定' },
  rise: { en: 'rise over run from 0', zh: '从 0 算起，升高除以前进' },
} as const;

/** The functions' names are the same in both languages. */
export const FUNCTION_NAMES: Readonly<Record<ActivationName, string>> = {
  relu: 'ReLU',
  leakyRelu: 'leaky ReLU',
  elu: 'ELU',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  gelu: 'GELU',
  geluTanh: 'GELU (tanh)',
  silu: 'SiLU',
};

/** What is to be seen now, from the view alone. */
export function captionOf(model: ActivationModel, view: ActivationView, language: Language): string {
  const en = language === 'en';
  return `${mapWords(view, en)}${en ? ' ' : ''}${pointWords(model, view, en)}`;
}

function mapWords(view: ActivationView, en: boolean): string {
  const { cell, forward, backward } = view;
  const print = (value: number): string => printNumber(value).text;
  const place = en ? `row ${cell.row}, column ${cell.col}` : `第 ${cell.row} 行第 ${cell.col} 列`;
  if (cell.asked)
    return en
      ? `At ${place} z is ${print(cell.z)} and becomes ${print(cell.a)}. The slope there is ${print(cell.m)}, so of the gradient ${print(cell.da)} that comes back, ${print(cell.dz)} goes on.`
      : `${place}：z 为 ${print(cell.z)}，变成 ${print(cell.a)}。那里的斜率是 ${print(cell.m)}，所以传回的梯度 ${print(cell.da)} 继续传下去的是 ${print(cell.dz)}。`;
  if (forward === 0)
    return en ? 'No cell of the map has gone through the function yet.' : '特征图还没有一格经过激活。';
  if (backward === 0)
    return en
      ? `${forward} of ${CELLS} cells have gone through: at ${place}, ${print(cell.z)} became ${print(cell.a)}.`
      : `${CELLS} 格已有 ${forward} 格经过激活：${place}由 ${print(cell.z)} 变成 ${print(cell.a)}。`;
  return en
    ? `${backward} of ${CELLS} gradients are back: at ${place} the slope is ${print(cell.m)}, so ${print(cell.da)} becomes ${print(cell.dz)}.`
    : `${CELLS} 个梯度已传回 ${backward} 个：${place}的斜率是 ${print(cell.m)}，${print(cell.da)} 变成 ${print(cell.dz)}。`;
}

function pointWords(model: ActivationModel, { point }: ActivationView, en: boolean): string {
  const print = (value: number): string => printNumber(value).text;
  if (isKink(model.params, point.z))
    return en
      ? `The point is on the kink: from the left the slope is ${print(point.m)}, from the right 1. We take ${print(point.m)}.`
      : `点正好在拐角上：从左看斜率是 ${print(point.m)}，从右看是 1。我们取 ${print(point.m)}。`;
  return en
    ? `The point is at z = ${print(point.z)}; the tangent rises by ${print(point.m)} for each step of 1.`
    : `点在 z = ${print(point.z)} 处，切线每走 1 上升 ${print(point.m)}。`;
}
