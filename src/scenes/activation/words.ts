import type { Text } from '../../language/language.ts';

export const WORDS = {
  title: { en: 'The bend, and its slope', zh: '激活函数与斜率' },
  shortTitle: { en: 'The bend', zh: '激活函数' },
  function: { en: 'Function', zh: '函数' },
  theFunction: { en: 'Which function', zh: '哪个函数' },
  z: { en: 'z', zh: 'z' },
  alpha: { en: 'α', zh: 'α' },
  depth: { en: 'Layers', zh: '层数' },
  bias: { en: 'Bias', zh: '偏置' },
  source: { en: 'Map from', zh: '特征图来自' },
  photo: { en: 'photograph', zh: '照片' },
  digit: { en: 'digit', zh: '数字' },
  forward: { en: 'forward', zh: '前向' },
  backward: { en: 'backward', zh: '反向' },
} as const satisfies Record<string, Text>;
