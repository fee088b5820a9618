import type { Text } from '../../../../language/language.ts';

export const WORDS = {
  title: { en: 'Health', zh: '健康状况' },
  none: {
    en: 'When the run has begun, this tells how large the gradients of each layer are, how far its weights move, and how many of its units are dead.',
    zh: '训练开始后，这里显示每层梯度有多大、权重移动多远、有多少单元失活。',
  },
  note: { en: 'size of the gradient, by layer', zh: '各层梯度的大小' },
  plot: {
    en: 'Size of the gradient of each layer over the steps, logarithmic',
    zh: '各层梯度大小随训练步的变化，对数刻度',
  },
  gradient: { en: '|∂w|', zh: '|∂w|' },
  move: { en: '|Δw| / |w|', zh: '|Δw| / |w|' },
  dead: { en: 'dead', zh: '失活' },
} as const satisfies Record<string, Text>;

/** Short names of the layers that learn, in their order. */
export function shortNames(types: readonly string[]): Text[] {
  const seen: Record<string, number> = {};
  const dense = types.filter((type) => type === 'linear').length;
  return types.map((type) => {
    const n = (seen[type] ?? 0) + 1;
    seen[type] = n;
    if (type === 'conv2d') return { en: `conv ${n}`, zh: `卷积 ${n}` };
    if (type === 'batchNorm2d') return { en: `norm ${n}`, zh: `归一化 ${n}` };
    return dense > 1 ? { en: `dense ${n}`, zh: `全连接 ${n}` } : { en: 'dense', zh: '全连接' };
  });
}

export const deadText = (dead: number, of: number): Text => ({ en: `${dead} of ${of}`, zh: `${dead}/${of}` });
