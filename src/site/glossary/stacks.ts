import type { GlossaryEntry } from './entry.ts';

/** What layers do on top of each other: how far a number sees, and what a shift does to it. */
export const STACKS = {
  stacking: {
    word: { en: 'stacking', zh: '堆叠' },
    also: ['stack', 'stacked layers', 'stacked generalisation', '层叠', '叠加', 'Stacking 集成'],
    means: {
      en: 'Laying layers one after the other, so that each reads the maps of the one before; maps that lie together as channels are a stack, too. Stacked generalisation, a way of combining several trained models, is something else.',
      zh: '把层一层接一层地叠起来，让每一层读前一层的特征图；作为通道叠在一起的特征图，也说成堆叠。集成学习里也有一种方法叫“堆叠”，是把几个训练好的模型合起来用，与此无关。',
    },
  },
  pooling: {
    word: { en: 'pooling', zh: '池化（汇聚）' },
    also: ['pooling layer', 'subsampling', '汇聚层', '池化层'],
    means: {
      en: 'Replaces each window by one number without weights: its largest value, or its average.',
      zh: '不用权重，把每个窗口换成一个数：最大值，或者平均值。',
    },
  },
  'max-pooling': {
    word: { en: 'max pooling', zh: '最大池化' },
    also: ['maximum pooling', 'max pool', '最大汇聚', '最大值池化'],
    means: {
      en: 'Pooling that keeps the largest number of each window. Padding counts as −∞, so that it never wins.',
      zh: '保留每个窗口中最大的数的池化。填充按 −∞ 计，所以永远不会被选中。',
    },
    tex: 'y_{i,j}=\\max_{u,v}x_{is+u,\\;js+v}',
  },
  'average-pooling': {
    word: { en: 'average pooling', zh: '平均池化' },
    also: ['mean pooling', 'average pool', '平均汇聚', '均值池化'],
    means: {
      en: 'Pooling that keeps the mean of each window: a convolution whose weights are all the same and never change.',
      zh: '保留每个窗口平均值的池化。它相当于一种卷积：权重全都相等，而且从不改变。',
    },
    tex: 'y_{i,j}=\\frac{1}{k^2}\\sum_{u,v}x_{is+u,\\;js+v}',
  },
  'global-pooling': {
    word: { en: 'global pooling', zh: '全局池化' },
    also: ['global average pooling', 'GAP', 'global max pooling', '全局平均池化', '全局最大池化'],
    means: {
      en: 'Pooling with one window as large as the map: each channel becomes one number, whatever the size of the picture.',
      zh: '窗口与特征图一样大的池化：每个通道变成一个数，与图像的大小无关。',
    },
  },
  invariance: {
    word: { en: 'invariance', zh: '不变性' },
    also: ['translation invariance', 'shift invariance', '平移不变性'],
    means: {
      en: 'Shift the input, and the output does not change at all. Equivariance is something else: there the output moves along.',
      zh: '输入平移，输出完全不变。它不是等变性：等变性是说，输出跟着一起平移。',
    },
    tex: 'y(T_\\tau x)=y(x)',
  },
  'receptive-field': {
    word: { en: 'receptive field', zh: '感受野' },
    also: ['field of view', '感知域', '视野'],
    means: {
      en: 'All input pixels that can reach a given number, through all the layers before it. It is not the kernel size, except after one layer.',
      zh: '经过前面所有层，能够影响某个数的全部输入像素。只有在一层之后，它才等于卷积核触及的范围。',
    },
    tex: "r_D=1+\\sum_{l=1}^{D}(\\hat k_l-1)\\prod_{l'<l}s_{l'}",
  },
  'effective-field': {
    word: { en: 'effective receptive field', zh: '有效感受野' },
    also: ['ERF', 'effective field', '实际感受野'],
    means: {
      en: 'The part of the receptive field that matters in fact. Pixels in the middle have more paths to the output, so they usually count for more.',
      zh: '感受野中真正起作用的那部分。中间的像素通往输出的路径更多，所以通常分量更重。',
    },
  },
  equivariance: {
    word: { en: 'equivariance', zh: '等变性' },
    also: ['translation equivariance', 'shift', '平移等变'],
    means: {
      en: 'Shift the input, and the output shifts in the same way. Invariance is something else: the output does not change at all.',
      zh: '输入平移，输出也同样平移。它不是不变性：不变性要求输出完全不变。',
    },
    tex: 'y(T_\\tau x)=T_\\tau\\,y(x)',
  },
} as const satisfies Record<string, GlossaryEntry>;
