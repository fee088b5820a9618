import type { GlossaryEntry } from './entry.ts';

/** The operator, and the settings that decide where its windows stand. */
export const CONVOLUTIONS = {
  convolution: {
    word: { en: 'convolution', zh: '卷积' },
    also: ['conv', 'conv2d', '*', '褶积'],
    means: {
      en: 'In mathematics, a sliding sum of products that reads the input backwards. Deep-learning libraries use the word for cross-correlation, and so does this article.',
      zh: '数学上，卷积是倒着读输入的滑动乘积和。深度学习库用这个词称呼互相关，本文也这样用。',
    },
    tex: '(x*w)_{i,j}=\\sum_{u,v}x_{i-u,\\,j-v}\\,w_{u,v}',
  },
  'cross-correlation': {
    word: { en: 'cross-correlation', zh: '互相关' },
    also: ['correlation', '⋆', '相关', '相关运算'],
    means: {
      en: 'The sliding sum of products without the flip: the indices of input and kernel go up together.',
      zh: '不翻转的滑动乘积和：输入与卷积核的下标一同增大。',
    },
    tex: '(x\\star w)_{i,j}=\\sum_{u,v}x_{i+u,\\,j+v}\\,w_{u,v}',
  },
  kernel: {
    word: { en: 'kernel', zh: '卷积核' },
    also: ['mask', 'convolution matrix', '核', '掩模'],
    means: {
      en: 'The small grid of weights that is laid on the input, place by place.',
      zh: '一小块权重，逐个位置地放到输入上。',
    },
  },
  filter: {
    word: { en: 'filter', zh: '滤波器' },
    also: ['feature detector', '过滤器', '滤镜'],
    means: {
      en: 'All the kernels that make one output channel, one for each input channel that it reads, together with one bias.',
      zh: '产生一个输出通道的全部卷积核：所读的每个输入通道各一个，外加一个偏置。',
    },
  },
  'feature-map': {
    word: { en: 'feature map', zh: '特征图' },
    also: ['activation map', 'output channel', '激活图', '特征映射'],
    means: {
      en: 'One output channel of a convolution: at each place, how strongly the filter answers there.',
      zh: '卷积的一个输出通道：每个位置上的数，表示滤波器在那里的响应有多强。',
    },
  },
  stride: {
    word: { en: 'stride', zh: '步幅' },
    also: ['step', 'subsampling', '步长', '步距', '下采样'],
    means: {
      en: 'How far apart neighbouring windows start. Stride 2 keeps every second window in each direction.',
      zh: '相邻窗口起点之间的距离。步幅为 2 时，每个方向上隔一个窗口留一个。',
    },
  },
  padding: {
    word: { en: 'padding', zh: '填充' },
    also: ['zero padding', 'border', '补零', '边缘填充', '零填充'],
    means: {
      en: 'Rows and columns laid around the input before the windows are placed, usually zeros.',
      zh: '放置窗口之前在输入四周添上的行和列，通常填 0。',
    },
    tex: 'o=\\left\\lfloor\\frac{n+p_0+p_1-\\hat k}{s}\\right\\rfloor+1',
  },
  valid: {
    word: { en: 'valid padding', zh: 'valid（不填充）' },
    also: ['no padding', 'VALID', '有效填充', '无填充'],
    means: {
      en: 'No padding: every window stands wholly inside the input, so the output is smaller.',
      zh: '不填充：每个窗口都完全落在输入之内，所以输出会变小。',
    },
    tex: 'p_0=p_1=0',
  },
  same: {
    word: { en: 'same padding', zh: 'same 填充' },
    also: ['SAME', 'half padding', '相同填充', '等宽填充'],
    means: {
      en: 'As much padding as keeps the size at stride 1. At stride s the output has n/s places, rounded up; an odd total puts the extra row after.',
      zh: '步幅为 1 时使尺寸不变的填充。步幅为 s 时，输出是 n/s 向上取整；总量为奇数时，多出的一行放在后面。',
    },
    tex: 'P=\\max\\big(0,\\,(\\lceil n/s\\rceil-1)\\,s+\\hat k-n\\big)',
  },
  full: {
    word: { en: 'full padding', zh: 'full 填充' },
    also: ['FULL', '完全填充', '全填充'],
    means: {
      en: 'So much padding that every pixel meets every weight once: at stride 1 the output is larger than the input.',
      zh: '填充到每个像素都与每个权重相遇一次：步幅为 1 时，输出比输入大。',
    },
    tex: 'p_0=p_1=\\hat k-1',
  },
  dilation: {
    word: { en: 'dilation', zh: '膨胀（空洞）' },
    also: ['atrous', 'dilated convolution', 'à trous', '空洞卷积', '膨胀卷积', '扩张卷积'],
    means: {
      en: 'The distance between neighbouring weights when the kernel lies on the input; 1 is ordinary. The kernel reaches further with no more weights.',
      zh: '卷积核放到输入上时，相邻权重之间的距离；1 就是普通卷积。权重不增加，触及的范围却更大。',
    },
    tex: '\\hat k=d(k-1)+1',
  },
  groups: {
    word: { en: 'groups', zh: '分组' },
    also: ['grouped convolution', '分组卷积', '组卷积'],
    means: {
      en: 'Channels split into g parts that do not read each other. Both channel counts must be divisible by g; the weights become g times fewer.',
      zh: '把通道分成 g 组，组与组互不相读。输入、输出的通道数都要能被 g 整除；权重减为原来的 1/g。',
    },
  },
  depthwise: {
    word: { en: 'depthwise convolution', zh: '逐通道卷积' },
    also: ['depth-wise', 'depthwise separable', 'channel-wise', '深度卷积', '深度可分离卷积'],
    means: {
      en: 'One kernel for each channel and no sum over channels: as many groups as input channels.',
      zh: '每个通道各用自己的卷积核，不在通道之间求和：分组数等于输入通道数。',
    },
    tex: 'g=C',
  },
  pointwise: {
    word: { en: 'pointwise convolution', zh: '逐点卷积' },
    also: ['1×1 convolution', '1x1', 'point-wise', 'network in network', '1×1 卷积'],
    means: {
      en: 'A convolution with a 1 × 1 kernel: at each pixel the same fully connected layer across the channels.',
      zh: '卷积核为 1 × 1 的卷积：在每个像素上，对各通道做同一个全连接层。',
    },
  },
  'multiply-add': {
    word: { en: 'multiply-add', zh: '乘加' },
    also: ['MAC', 'multiply-accumulate', 'FLOP', 'FMA', '乘累加', '运算量', '计算量'],
    means: {
      en: 'One product, added to a sum: the unit in which the work of a layer is counted. Some count it as two operations.',
      zh: '做一次乘法，再加到和里：计量一层工作量的单位。也有人把它算作两次运算。',
    },
  },
} as const satisfies Record<string, GlossaryEntry>;
