import type { GlossaryEntry } from './entry.ts';

/** How numbers become a decision, and how wrong it was. */
export const DECISIONS = {
  classification: {
    word: { en: 'classification', zh: '分类' },
    also: ['classifier', 'class', '分类器', '类别'],
    means: {
      en: 'Choosing one of a fixed set of classes for each input, such as one of the ten digits for a picture.',
      zh: '为每个输入从固定的几个类别中选出一个，例如给一张图像选出十个数字之一。',
    },
  },
  flatten: {
    word: { en: 'flatten', zh: '展平' },
    also: ['reshape', 'vectorise', 'view', '拉平', '压平', '拉直'],
    means: {
      en: 'To lay all cells of a tensor out in one row, in the order in which it is stored. No number changes; each gets an address.',
      zh: '把张量的所有格按存储顺序排成一行。数值都不变，只是每一格有了一个地址。',
    },
    tex: 'c\\,HW+i\\,W+j',
  },
  label: {
    word: { en: 'label', zh: '标签' },
    also: ['one-hot', 'ground truth', 'true class', '真实类别', '独热', 'one-hot 编码'],
    means: {
      en: 'The true class of an example, as people have written it down. As a row of numbers, 1 for that class and 0 for all others (one-hot).',
      zh: '样本的真实类别，由人标注。写成一行数，这个类别为 1，其余都为 0（独热编码）。',
    },
  },
  logits: {
    word: { en: 'logits', zh: 'logits（未归一化得分）' },
    also: ['logit', 'scores', 'raw scores', '得分', '对数几率'],
    means: {
      en: 'The last numbers of a classifier before softmax: one score for each class, of any size and sign.',
      zh: '分类网络在 softmax 之前的最后一组数：每个类别一个得分，大小和正负都不受限制。',
    },
  },
  softmax: {
    word: { en: 'softmax', zh: 'softmax' },
    also: ['normalised exponential', 'probabilities', 'softmax 函数', '归一化指数函数', '概率'],
    means: {
      en: 'Turns scores into positive numbers that add up to 1. Subtracting the largest score first changes nothing and prevents overflow.',
      zh: '把得分变成总和为 1 的正数。先减去最大的得分，结果不变，却能避免溢出。',
    },
    tex: 'q_j=\\frac{e^{z_j-\\max z}}{\\sum_{i}e^{z_{i}-\\max z}}',
  },
  temperature: {
    word: { en: 'temperature', zh: '温度' },
    also: ['temperature scaling', 'softmax temperature', '温度缩放', 'softmax 温度'],
    means: {
      en: 'A number by which all logits are divided before softmax. Below 1 it drives the shares apart, above 1 it draws them together; their order stays.',
      zh: 'softmax 之前用来除所有 logits 的数。小于 1 时份额拉开，大于 1 时份额靠拢，顺序都不变。',
    },
    tex: 'q_j=\\frac{e^{z_j/T}}{\\sum_i e^{z_i/T}}',
  },
  calibration: {
    word: { en: 'calibration', zh: '校准' },
    also: ['calibrated', 'overconfidence', 'confidence', '置信度', '过度自信'],
    means: {
      en: 'A classifier is calibrated if, of all answers to which it gives a share of 80%, about 80% are right. Softmax alone does not make it so.',
      zh: '如果在份额给到 80% 的全部回答中，大约有 80% 是对的，分类网络就是校准的。光有 softmax 做不到这一点。',
    },
  },
  'cross-entropy': {
    word: { en: 'cross-entropy', zh: '交叉熵' },
    also: ['log loss', 'negative log-likelihood', 'NLL', '对数损失', '负对数似然'],
    means: {
      en: 'The loss of a classifier: the negative logarithm of the share that the true class received. 0 for a share of 1, without limit as the share nears 0.',
      zh: '分类网络的损失：真实类别所得份额的对数，取负号。份额为 1 时是 0，份额趋于 0 时没有上限。',
    },
    tex: 'L=-\\sum_j t_j\\ln q_j',
  },
  'log-sum-exp': {
    word: { en: 'log-sum-exp', zh: 'log-sum-exp' },
    also: ['logsumexp', 'LSE', '对数求和指数'],
    means: {
      en: 'The logarithm of a sum of exponentials, computed with the maximum taken out first, so that nothing overflows. It lies a little above the maximum.',
      zh: '若干指数值之和的对数。计算时先把最大值提出来，所以不会溢出。结果比最大值略大一点。',
    },
    tex: '\\ln\\sum_i e^{z_i}=\\max z+\\ln\\sum_i e^{z_i-\\max z}',
  },
  loss: {
    word: { en: 'loss', zh: '损失' },
    also: ['cost', 'error', 'objective', 'loss function', '损失函数', '代价', '误差'],
    means: {
      en: 'One number that says how wrong the network is. Training makes it smaller.',
      zh: '一个数，说明网络错得有多厉害。训练就是让它变小。',
    },
  },
} as const satisfies Record<string, GlossaryEntry>;
