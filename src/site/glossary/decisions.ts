import type { GlossaryEntry } from './entry.ts';

/** How numbers become a decision, and how wrong it was. */
export const DECISIONS = {
  classification: {
    word: { en: 'classification', zh: '分类' },
    also: ['classifier', 'class', 'label', '分类器', '类别', '标签', 'fenlei'],
    means: {
      en: 'Choosing one of a fixed set of classes for each input, such as one of the ten digits for a picture.',
      zh: '为每个输入从固定的几个类别中选出一个，例如给一张图像选出十个数字之一。',
    },
  },
  logits: {
    word: { en: 'logits', zh: 'logits（未归一化得分）' },
    also: ['logit', 'scores', 'raw scores', '得分', '对数几率', 'defen'],
    means: {
      en: 'The last numbers of a classifier before softmax: one score for each class, of any size and sign.',
      zh: '分类网络在 softmax 之前的最后一组数：每个类别一个得分，大小和正负都不受限制。',
    },
  },
  softmax: {
    word: { en: 'softmax', zh: 'softmax' },
    also: ['normalised exponential', 'probabilities', 'softmax 函数', '归一化指数函数', '概率', 'gailv'],
    means: {
      en: 'Turns scores into positive numbers that add up to 1. Subtracting the largest score first changes nothing and prevents overflow.',
      zh: '把得分变成总和为 1 的正数。先减去最大的得分，结果不变，却能避免溢出。',
    },
    tex: 'q_j=\\frac{e^{z_j-\\max z}}{\\sum_{i}e^{z_{i}-\\max z}}',
  },
  loss: {
    word: { en: 'loss', zh: '损失' },
    also: [
      'cost',
      'error',
      'objective',
      'loss function',
      'cross-entropy',
      '损失函数',
      '代价',
      '误差',
      '交叉熵',
      'sunshi',
    ],
    means: {
      en: 'One number that says how wrong the network is. Training makes it smaller.',
      zh: '一个数，说明网络错得有多厉害。训练就是让它变小。',
    },
  },
} as const satisfies Record<string, GlossaryEntry>;
