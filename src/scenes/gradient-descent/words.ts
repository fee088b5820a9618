import type { Text } from '../../language/language.ts';

export const WORDS = {
  title: { en: 'Which way is down?', zh: '哪边是下坡？' },
  shortTitle: { en: 'Down', zh: '下坡' },
  weights: { en: 'Weights', zh: '权重' },
  one: { en: '1 weight', zh: '一个权重' },
  two: { en: '2 weights', zh: '两个权重' },
  curve: { en: 'Loss', zh: '损失' },
  optimizer: { en: 'Optimiser', zh: '优化器' },
  rate: { en: 'Learning rate', zh: '学习率' },
  momentum: { en: 'Momentum', zh: '动量' },
  nudge: { en: 'Nudge ε', zh: '微小量 ε' },
  start: { en: 'Start', zh: '起点' },
  across: { en: 'Start, level', zh: '起点横向' },
  up: { en: 'Start, upright', zh: '起点纵向' },
  updates: { en: 'Updates', zh: '更新次数' },
  single: { en: 'One example at a time', zh: '每次只用一个样本' },
  steps: { en: 'How it steps', zh: '怎么走' },
  update: { en: 'updates', zh: '更新' },
  noBound: { en: 'no bound from λ', zh: '曲率不设界' },
  noBottom: { en: 'no bottom to rest in', zh: '没有谷底可停' },
  cell: { en: 'update', zh: '次更新' },
  fact: { en: 'part', zh: '步' },
  weight: { en: 'Weight', zh: '权重' },
  newWeight: { en: 'New weight', zh: '新权重' },
  slopes: { en: 'Gradient at each update', zh: '每次更新时的梯度' },
} as const satisfies Record<string, Text>;

export const CURVES = {
  parabola: { en: 'Parabola', zh: '抛物线' },
  fit: { en: 'Squared error, three examples', zh: '平方误差，三个样本' },
  entropy: { en: 'Cross-entropy, three examples', zh: '交叉熵，三个样本' },
  valleys: { en: 'Two valleys', zh: '两个谷' },
} as const satisfies Record<string, Text>;

export const SURFACES = {
  bowl: { en: 'Round bowl', zh: '圆碗' },
  ravine: { en: 'Ravine', zh: '峡谷' },
  saddle: { en: 'Saddle', zh: '马鞍' },
  unscaled: { en: 'Line fit, raw inputs', zh: '拟合直线，原始输入' },
  scaled: { en: 'Line fit, scaled inputs', zh: '拟合直线，缩放后的输入' },
} as const satisfies Record<string, Text>;

export const OPTIMIZERS = {
  sgd: { en: 'SGD', zh: 'SGD' },
  momentum: { en: 'Momentum', zh: '动量' },
  adam: { en: 'Adam', zh: 'Adam' },
} as const satisfies Record<string, Text>;

export type OptimizerName = keyof typeof OPTIMIZERS;
export const OPTIMIZER_NAMES = Object.keys(OPTIMIZERS) as readonly OptimizerName[];

/** What each optimiser remembers: the ids of its grids. */
export const BUFFERS = {
  sgd: [],
  momentum: ['velocity'],
  adam: ['meang', 'meansq'],
} as const satisfies Record<OptimizerName, readonly string[]>;
