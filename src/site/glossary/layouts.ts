import type { GlossaryEntry } from './entry.ts';

/** The settings that decide where the windows of a convolution lie, and what they read. */
export const LAYOUTS = {
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
    word: { en: 'valid padding', zh: 'valid 填充' },
    also: ['no padding', 'VALID', '不填充', '有效填充', '无填充'],
    means: {
      en: 'No padding: every window lies wholly inside the input, so the output is smaller.',
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
  'causal-convolution': {
    word: { en: 'causal convolution', zh: '因果卷积' },
    also: ['causal padding', 'causal', '因果', '因果填充'],
    means: {
      en: 'A convolution along time whose padding all stands in front, so that no output reads what comes after it.',
      zh: '沿时间做的卷积，填充全部放在前面，所以没有一个输出读得到它之后的数。',
    },
    tex: 'p_0=\\hat k-1,\\quad p_1=0',
  },
  dilation: {
    word: { en: 'dilation', zh: '膨胀（空洞）' },
    also: [
      'atrous',
      'dilated convolution',
      'dilation rate',
      'à trous',
      '膨胀率',
      '空洞率',
      '空洞卷积',
      '膨胀卷积',
      '扩张卷积',
    ],
    means: {
      en: 'Spreading the kernel. The dilation rate is the distance between neighbouring weights; 1 is ordinary. The kernel reaches further with no more weights.',
      zh: '把卷积核撑开。相邻权重之间的距离叫膨胀率，1 就是普通卷积。权重不增加，触及的范围却更大。',
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
    also: ['depth-wise', 'channel-wise', '深度卷积', '逐深度卷积'],
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
      en: 'A convolution with a 1 × 1 kernel: at each pixel the same dense layer across the channels.',
      zh: '卷积核为 1 × 1 的卷积：在每个像素上，对各通道做同一个全连接层。',
    },
  },
  'depthwise-separable': {
    word: { en: 'depthwise separable convolution', zh: '深度可分离卷积' },
    also: ['separable convolution', 'MobileNet', '可分离卷积'],
    means: {
      en: 'A depthwise convolution followed by a pointwise one: first look at neighbours, then mix channels. It costs a fraction of the ordinary layer, and can do less.',
      zh: '先做逐通道卷积，再做逐点卷积：先看邻居，再混合通道。代价只是普通卷积层的一小部分，能做的也少一些。',
    },
    tex: '\\frac{C\\,k^2+F\\,C}{F\\,C\\,k^2}=\\frac1F+\\frac1{k^2}',
  },
} as const satisfies Record<string, GlossaryEntry>;
