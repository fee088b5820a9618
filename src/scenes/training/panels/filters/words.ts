import { thousands } from '../../../../formula/numbers.ts';
import type { Text } from '../../../../language/language.ts';
import type { FirstLayer } from './filters.ts';

export const WORDS = {
  title: { en: 'Filters of layer 1', zh: '第 1 层的滤波器' },
  none: {
    en: 'The first layer of this network has no weights that make pictures.',
    zh: '这个网络的第一层没有能画成图的权重。',
  },
  press: { en: 'press a weight to follow it', zh: '点一个权重，就跟踪它' },
  grid: { en: 'Weights of layer 1, now', zh: '第 1 层现在的权重' },
} as const satisfies Record<string, Text>;

export function titleOf({ isConvolution, count, shown }: FirstLayer): Text {
  if (isConvolution)
    return count === 1
      ? { en: 'The filter of layer 1', zh: '第 1 层的滤波器' }
      : { en: `${count} filters of layer 1`, zh: `第 1 层的 ${count} 个滤波器` };
  return shown < count
    ? { en: `${shown} of ${count} units of layer 1`, zh: `第 1 层 ${count} 个单元中的 ${shown} 个` }
    : { en: `${count} units of layer 1`, zh: `第 1 层的 ${count} 个单元` };
}

export const stepText = (step: number): Text => ({
  en: `step ${thousands(step)}`,
  zh: `第 ${thousands(step)} 步`,
});
