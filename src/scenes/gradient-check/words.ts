import type { Language, Text } from '../../language/language.ts';
import type { Bug, TensorName } from './network.ts';

export const WORDS = {
  title: { en: 'Backwards against forwards', zh: '反向对前向' },
  shortTitle: { en: 'The check', zh: '检验' },
  nudge: { en: 'The nudge', zh: '拨动多少' },
  epsilon: { en: 'ε', zh: 'ε' },
  format: { en: 'Numbers', zh: '数的精度' },
  code: { en: 'Break the code', zh: '把代码写错' },
  bug: { en: 'Bug', zh: '错误' },
  verdicts: { en: 'Gradient by gradient', zh: '逐个梯度' },
  picture: { en: 'picture', zh: '图像' },
  step: { en: 'step', zh: '步' },
  x: { en: 'Input', zh: '输入' },
  w: { en: 'Kernel', zh: '卷积核' },
  b: { en: 'Bias', zh: '偏置' },
  W: { en: 'Weights', zh: '权重' },
  secant: { en: 'secant', zh: '割线' },
  tangent: { en: 'tangent', zh: '切线' },
} as const satisfies Record<string, Text>;

export const FORMATS = {
  float64: { en: 'float64', zh: 'float64' },
  float32: { en: 'float32', zh: 'float32' },
} as const;

export const BUGS: Readonly<Record<Bug, Text>> = {
  none: { en: 'none', zh: '没有错误' },
  turn: { en: 'kernel not turned', zh: '卷积核没有翻转' },
  zeros: { en: 'zeros not inserted', zh: '忘了插零' },
  mean: { en: 'bias divided again', zh: '偏置又除一次' },
  gate: { en: 'dead ReLU lets through', zh: 'ReLU 关着也放行' },
  tie: { en: 'tie sent to all', zh: '并列时人人有份' },
};

/** Which line is wrong, and why it spoils what it spoils. */
export const WHY: Readonly<Record<Bug, Text>> = {
  none: { en: 'Nothing is broken.', zh: '代码没有写错。' },
  turn: {
    en: 'Only the way to the input runs over the kernel. No other gradient is made from ∂x, so the others are right.',
    zh: '只有通往输入的路要经过卷积核。没有别的梯度由 ∂x 得来，所以其余都对。',
  },
  zeros: {
    en: 'With full padding even the shape comes out, 5 × 5. Only ∂x is made in this way.',
    zh: '用 full 填充，连形状都对得上，正好 5 × 5。只有 ∂x 是这样算的。',
  },
  mean: {
    en: 'The division by 2 pictures is already in ∂L. Nothing is made from ∂b, so it is wrong alone.',
    zh: '除以 2 张图像，已经在损失里除过了。没有别的梯度由 ∂b 得来，所以只错它一个。',
  },
  gate: {
    en: '∂z is wrong, and so is all that is made from it: ∂w, ∂b and ∂x. The weights come after it, on the way back before it.',
    zh: '∂z 错了，由它得来的 ∂w、∂b、∂x 便跟着错。回程先到 W，那时还没有出错。',
  },
  tie: {
    en: 'Two equal sums move together, and the maximum follows once. Here it is paid twice, and all before it is wrong.',
    zh: '两个相等的数一同移动，最大值只跟着动一次。这里却付了两次，它之前的全错了。',
  },
};

export const SIGN: Readonly<Record<TensorName, string>> = { x: '∂x', w: '∂w', b: '∂b', W: '∂W' };

/** `2 kinks`, `2 个折点`; nothing where there is none. */
export const kinksText = (kinks: number, language: Language): string =>
  kinks === 0 ? '' : language === 'en' ? `${kinks} ${kinks === 1 ? 'kink' : 'kinks'}` : `${kinks} 个折点`;
