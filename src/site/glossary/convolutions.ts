import type { GlossaryEntry } from './entry.ts';

/** The operator, and what it is made of. */
export const CONVOLUTIONS = {
  convolution: {
    word: { en: 'convolution', zh: '卷积' },
    also: ['conv', 'conv2d', '*', '褶积', 'juanji'],
    means: {
      en: 'In mathematics, a sum of products at every place that reads the input backwards. Deep-learning libraries use the word for cross-correlation, and so does this article.',
      zh: '数学上，卷积在每个位置上求一次乘积之和，并且倒着读输入。深度学习库用这个词称呼互相关，本文也这样用。',
    },
    tex: '(x*w)_{i,j}=\\sum_{u,v}x_{i-u,\\,j-v}\\,w_{u,v}',
  },
  'cross-correlation': {
    word: { en: 'cross-correlation', zh: '互相关' },
    also: ['correlation', '⋆', '相关', '相关运算', 'huxiangguan'],
    means: {
      en: 'The same sum of products without the flip: the indices of input and kernel go up together.',
      zh: '同样的乘积之和，但不翻转：输入与卷积核的下标一同增大。',
    },
    tex: '(x\\star w)_{i,j}=\\sum_{u,v}x_{i+u,\\,j+v}\\,w_{u,v}',
  },
  kernel: {
    word: { en: 'kernel', zh: '卷积核' },
    also: ['mask', 'convolution matrix', '核', '掩模', 'juanjihe'],
    means: {
      en: 'The small grid of weights that is laid on the input, place by place.',
      zh: '一小块权重，逐个位置地放到输入上。',
    },
  },
  window: {
    word: { en: 'window', zh: '窗口' },
    also: ['patch', 'local region', '滑动窗口', '图像块', 'chuangkou'],
    means: {
      en: 'The cells of the input that one output reads: as large as the kernel, and through all the channels that its filter reads. Every output has a window of its own.',
      zh: '一个输出所读的那些输入格：与卷积核一样大，并穿过滤波器所读的全部通道。每个输出各有自己的窗口。',
    },
  },
  filter: {
    word: { en: 'filter', zh: '滤波器' },
    also: ['feature detector', '过滤器', '滤镜', 'lvboqi'],
    means: {
      en: 'All the kernels that make one output channel, one for each input channel that it reads, together with one bias.',
      zh: '产生一个输出通道的全部卷积核：所读的每个输入通道各一个，外加一个偏置。',
    },
  },
  'feature-map': {
    word: { en: 'feature map', zh: '特征图' },
    also: ['activation map', 'output channel', '激活图', '特征映射', 'tezhengtu'],
    means: {
      en: 'One output channel of a convolution: at each place, how strongly the filter answers there.',
      zh: '卷积的一个输出通道：每个位置上的数，表示滤波器在那里的响应有多强。',
    },
  },
  'multiply-add': {
    word: { en: 'multiply-add', zh: '乘加' },
    also: ['MAC', 'multiply-accumulate', 'FLOP', 'FMA', '乘累加', '运算量', '计算量', 'chengjia'],
    means: {
      en: 'One product, added to a sum: the unit in which the work of a layer is counted. Some count it as two operations.',
      zh: '做一次乘法，再加到总和里：计量一层工作量的单位。也有人把它算作两次运算。',
    },
  },
} as const satisfies Record<string, GlossaryEntry>;
