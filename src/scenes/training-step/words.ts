import type { Text } from '../../language/language.ts';

export const WORDS = {
  title: { en: 'One step, in four parts', zh: '一步，分四个部分' },
  shortTitle: { en: 'One step', zh: '一步' },
  rate: { en: 'Learning rate', zh: '学习率' },
  along: { en: 'What moves', zh: '动哪些' },
  step: { en: 'The step', zh: '这一步' },
  from: { en: 'Where it starts', zh: '从哪里出发' },
  digit: { en: 'Digit', zh: '数字' },
  start: { en: 'Weights', zh: '权重' },
  seed: { en: 'Seed', zh: '种子' },
  steps: { en: 'steps', zh: '更新' },
  cell: { en: 'step', zh: '步' },
  part: { en: 'part', zh: '个部分' },
  parts: { en: 'The four parts of this step', zh: '这一步的四个部分' },
  image: { en: 'Digit', zh: '数字' },
  before: { en: 'Before', zh: '更新前' },
  gradient: { en: 'Gradient', zh: '梯度' },
  after: { en: 'After', zh: '更新后' },
  kernels: { en: 'First layer', zh: '第一层' },
  own: { en: 'this digit', zh: '这个数字' },
  others: { en: 'the other nine', zh: '另外九个' },
  promised: { en: 'promised', zh: '预计' },
  happened: { en: 'happened', zh: '实际' },
  loss: { en: 'loss', zh: '损失' },
} as const satisfies Record<string, Text>;

export const PARTS = [
  { en: 'forward', zh: '前向' },
  { en: 'loss', zh: '损失' },
  { en: 'backward', zh: '反向' },
  { en: 'update', zh: '更新' },
] as const satisfies readonly Text[];

export const ALONG = {
  all: { en: 'all weights', zh: '全部权重' },
  one: { en: 'one alone', zh: '只动一个' },
} as const satisfies Record<string, Text>;

export const STARTS = {
  he: { en: 'random (He)', zh: '随机（He）' },
  small: { en: 'random, a hundredth', zh: '随机，百分之一' },
  large: { en: 'random, ten times', zh: '随机，十倍' },
  zeros: { en: 'zeros', zh: '全零' },
  trained: { en: 'trained', zh: '训练好的' },
} as const satisfies Record<string, Text>;
