import { thousands } from '../../../../formula/numbers.ts';
import type { Language, Text } from '../../../../language/language.ts';
import type { Phase } from '../../../../network/trainer.ts';

export const WORDS = {
  none: {
    en: 'A step has four parts: forward, loss, backward, update. Here each step is taken apart, with the numbers of one weight.',
    zh: '一步有四个部分：前向、损失、反向、更新。这里把每一步拆开，并给出一个权重的数字。',
  },
  parts: { en: 'The four parts of a step', zh: '一步的四个部分' },
} as const satisfies Record<string, Text>;

export const PART_NAMES: Readonly<Record<Phase, Text>> = {
  forward: { en: 'forward', zh: '前向' },
  loss: { en: 'loss', zh: '损失' },
  backward: { en: 'backward', zh: '反向' },
  update: { en: 'update', zh: '更新' },
};

/** What a part had to do with: the digits of the batch, the loss, all gradients, all weights. */
export function amountOf(
  phase: Phase,
  of: { batch: number; loss: string; parameters: number },
  language: Language,
): string {
  const many = thousands(of.parameters);
  switch (phase) {
    case 'forward':
      return { en: of.batch === 1 ? '1 digit' : `${of.batch} digits`, zh: `${of.batch} 个数字` }[language];
    case 'loss':
      return of.loss;
    case 'backward':
      return { en: `${many} gradients`, zh: `${many} 个梯度` }[language];
    case 'update':
      return { en: `${many} weights`, zh: `${many} 个权重` }[language];
  }
}

export const stepText = (step: number): Text => ({
  en: `Step ${thousands(step + 1)}`,
  zh: `第 ${thousands(step + 1)} 步`,
});
