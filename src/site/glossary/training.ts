import type { GlossaryEntry } from './entry.ts';

/** Training: what is repeated, what is measured, and what keeps a network from learning by heart. */
export const TRAINING = {
  epoch: {
    word: { en: 'epoch', zh: '轮' },
    also: ['pass over the data', '轮次', '一轮', '周期'],
    means: {
      en: 'Once through all training examples: as many steps as they make batches. 60,000 digits in batches of 32 are 1875 steps.',
      zh: '把全部训练样本过一遍；分成多少批，就有多少步。60,000 个数字，32 个一批，是 1875 步。',
    },
  },
  optimiser: {
    word: { en: 'optimiser', zh: '优化器' },
    also: ['optimizer', 'SGD', 'RMSProp', 'AdamW', '随机梯度下降', '优化算法'],
    means: {
      en: 'The rule that makes a step of a gradient: SGD takes it as it is, momentum remembers earlier ones, Adam gives each weight a step length of its own.',
      zh: '由梯度定出这一步怎么走的规则：SGD 直接照梯度走，动量记得以前的梯度，Adam 给每个权重各定走多远。',
    },
  },
  accuracy: {
    word: { en: 'accuracy', zh: '准确率' },
    also: ['error rate', 'right answers', '正确率', '错误率'],
    means: {
      en: 'The share of examples whose largest score is that of the right class. It does not ask how sure the network was, and has no slope to go by.',
      zh: '得分最高的类别正好是正确类别的样本所占的比例。它不问网络有多大把握，也没有斜率可循。',
    },
  },
  'test-set': {
    word: { en: 'test set', zh: '测试集' },
    also: ['held-out data', 'training set', 'validation set', '训练集', '验证集', '留出集'],
    means: {
      en: 'Examples that the network is never trained on, and by which no setting is chosen. Only they show what it makes of what it has not seen.',
      zh: '从不用来训练、也不用来挑选设置的样本。网络没见过的东西它能认出多少，只有测试集看得出来。',
    },
  },
  overfitting: {
    word: { en: 'over-fitting', zh: '过拟合' },
    also: ['overfitting', 'learning by heart', 'generalisation', '过度拟合', '泛化'],
    means: {
      en: 'The training examples are learned by heart: on them the loss keeps falling, while on others it rises.',
      zh: '把训练样本背了下来：在它们身上损失还在下降，在别的样本上损失却上升。',
    },
  },
  regularisation: {
    word: { en: 'regularisation', zh: '正则化' },
    also: ['regularization', 'L2', 'weight decay', '权重衰减', '岭回归'],
    means: {
      en: 'Whatever makes learning by heart dearer without making the rule dearer. L2 adds the squares of all weights to the loss, so that each is pulled towards 0.',
      zh: '使死记硬背代价更高、而不妨碍学规律的做法。L2 把所有权重的平方加进损失，把每个权重往 0 拉。',
    },
    tex: 'L+\\tfrac\\lambda2\\sum_i w_i^2',
  },
  augmentation: {
    word: { en: 'augmentation', zh: '数据增强' },
    also: ['data augmentation', 'random shift', '数据扩充', '随机平移'],
    means: {
      en: 'Each example is shown in another form each time, shifted, turned or stretched, with the same label. The network learns what does not matter.',
      zh: '每次出现时把样本变个样子，例如平移、旋转、拉伸，标签不变。网络由此学到什么无关紧要。',
    },
  },
} as const satisfies Readonly<Record<string, GlossaryEntry>>;
