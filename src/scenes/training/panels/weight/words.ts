import { thousands } from '../../../../formula/numbers.ts';
import type { Text } from '../../../../language/language.ts';

export const WORDS = {
  none: {
    en: 'When the run has begun, the path of this weight is drawn here, with the digits that pushed it most in the two steps of its largest gradients.',
    zh: '训练开始后，这里画出这个权重走过的路，以及在梯度最大的两步里推动它最多的数字。',
  },
  waits: {
    en: 'The digits that pushed it are found at the next pause.',
    zh: '推动它的数字在下一次暂停时找出。',
  },
  searching: { en: 'Doing those steps again, digit by digit…', zh: '正在逐个数字重做那几步……' },
  still: {
    en: 'Its gradient was 0 in every step that is known: no digit pushed it.',
    zh: '在已知的每一步里它的梯度都是 0：没有数字推动过它。',
  },
  plot: { en: 'The path of the weight over the steps', zh: '这个权重随训练步的变化' },
} as const satisfies Record<string, Text>;

export const titleOf = (name: string): Text => ({
  en: `Biography of ${name}`,
  zh: `${name} 的经历`,
});

export const noteOf = (from: string, to: string, missing: number): Text =>
  missing > 0
    ? {
        en: `from ${from} to ${to}; ${thousands(missing)} steps are being done again`,
        zh: `从 ${from} 到 ${to}；还有 ${thousands(missing)} 步正在重做`,
      }
    : { en: `from ${from} to ${to}`, zh: `从 ${from} 到 ${to}` };

/** Only the steps with the largest gradients are searched: in another one a digit may have pushed harder, and others against it. */
const RANKS = [
  { en: 'largest', zh: '最大' },
  { en: 'second', zh: '第二大' },
] as const satisfies readonly Text[];

/** The same where there is little room. */
export const briefPushedText = (rank: number, step: number, gradient: string): Text => {
  const { en, zh } = RANKS[rank] ?? RANKS[0];
  return {
    en: `${en} ∂w: ${gradient}, step ${thousands(step + 1)}`,
    zh: `${zh}的 ∂w：${gradient}，第 ${thousands(step + 1)} 步`,
  };
};

export const pushedText = (rank: number, step: number, gradient: string): Text => {
  const brief = briefPushedText(rank, step, gradient);
  return { en: `${brief.en}, most from`, zh: `${brief.zh}，主要来自` };
};

export const pushName = (label: number, share: string): Text => ({
  en: `a ${label}, its share ${share}`,
  zh: `一个 ${label}，份额 ${share}`,
});
