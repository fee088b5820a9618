import type { Text } from '../../language/language.ts';

export const WORDS = {
  title: { en: 'Gates for a gradient', zh: '梯度的门' },
  shortTitle: { en: 'Gates', zh: '门' },
  show: { en: 'Show', zh: '显示' },
  one: { en: 'One layer', zh: '一层' },
  deep: { en: 'Many layers', zh: '许多层' },
  theFunction: { en: 'Which function', zh: '哪个函数' },
  function: { en: 'Function', zh: '函数' },
  alpha: { en: 'α', zh: 'α' },
  size: { en: 'Side', zh: '边长' },
  chain: { en: 'The chains', zh: '四条链' },
  depth: { en: 'Layers', zh: '层数' },
  weight: { en: 'Weight', zh: '权重' },
  gatesByLayer: { en: 'Gates, a column a layer', zh: '门，每列一层' },
  left: { en: 'What is left of the gradient', zh: '梯度还剩多少' },
  forward: { en: 'forward', zh: '前向' },
  backward: { en: 'backward', zh: '反向' },
} as const satisfies Record<string, Text>;
