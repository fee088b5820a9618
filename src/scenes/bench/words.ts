import type { Text } from '../../language/language.ts';

/** Names of what a reader sets on the bench. */
export const WORDS = {
  title: { en: 'Any operation, your own numbers', zh: '任何运算，换上你的数' },
  shortTitle: { en: 'The bench', zh: '工作台' },
  operation: { en: 'Operation', zh: '运算' },
  numbers: { en: 'Numbers', zh: '数' },
  input: { en: 'Input', zh: '输入' },
  size: { en: 'Size', zh: '大小' },
  rows: { en: 'Rows', zh: '行数' },
  cols: { en: 'Columns', zh: '列数' },
  channels: { en: 'Channels', zh: '通道数' },
  samples: { en: 'Samples', zh: '样本数' },
  filters: { en: 'Filters', zh: '滤波器数' },
  groups: { en: 'Groups', zh: '分组数' },
  outputs: { en: 'Outputs', zh: '输出数' },
  fit: { en: 'Fit', zh: '填充方式' },
  padMode: { en: 'Border', zh: '边界' },
  padding: { en: 'Padding', zh: '填充' },
  top: { en: 'Padding above', zh: '上方填充' },
  left: { en: 'Padding left', zh: '左侧填充' },
  bottom: { en: 'Padding below', zh: '下方填充' },
  right: { en: 'Padding right', zh: '右侧填充' },
  window: { en: 'Window', zh: '窗口' },
  kernel: { en: 'Kernel', zh: '卷积核' },
  kernelRows: { en: 'Kernel rows', zh: '核的行数' },
  kernelCols: { en: 'Kernel columns', zh: '核的列数' },
  dilation: { en: 'Dilation', zh: '膨胀率' },
  dilationRows: { en: 'Dilation of rows', zh: '行方向膨胀率' },
  dilationCols: { en: 'Dilation of columns', zh: '列方向膨胀率' },
  stride: { en: 'Stride', zh: '步幅' },
  strideRows: { en: 'Stride of rows', zh: '行方向步幅' },
  strideCols: { en: 'Stride of columns', zh: '列方向步幅' },
  outputPadding: { en: 'Extra output', zh: '输出补足' },
  outputRows: { en: 'Extra output rows', zh: '输出补足的行数' },
  outputCols: { en: 'Extra output columns', zh: '输出补足的列数' },
  ceil: { en: 'Ceil mode', zh: '向上取整' },
  countPad: { en: 'Count padding', zh: '填充计入平均' },
  activation: { en: 'Function', zh: '函数' },
  alpha: { en: 'Alpha', zh: 'α' },
  rate: { en: 'Dropped', zh: '丢弃率' },
  reduction: { en: 'Reduction', zh: '归约' },
  training: { en: 'Training', zh: '训练模式' },
  source: { en: 'Input', zh: '输入' },
  weights: { en: 'Weights', zh: '权重' },
  upstream: { en: 'Gradient', zh: '梯度' },
  seed: { en: 'Seed', zh: '随机种子' },
  x: { en: 'Input numbers', zh: '输入的数' },
  w: { en: 'Weights typed', zh: '输入的权重' },
  b: { en: 'Biases typed', zh: '输入的偏置' },
  t: { en: 'Targets typed', zh: '输入的目标' },
  dy: { en: 'Gradients typed', zh: '输入的梯度' },
  term: { en: 'term', zh: '项' },
  noPicture: {
    en: 'The picture that was here stays on the reader’s own device. A link does not carry it.',
    zh: '这里原来的图像只留在读者自己的设备上，链接不带图像。',
  },
} as const satisfies Record<string, Text>;

const same = (word: string): Text => ({ en: word, zh: word });

export const FITS = {
  own: { en: 'by hand', zh: '手动' },
  same: same('same'),
  full: same('full'),
  causal: { en: 'causal', zh: '因果' },
} as const;

export const MODES = {
  zeros: { en: 'zeros', zh: '补零' },
  reflect: { en: 'mirrored', zh: '镜像' },
  replicate: { en: 'edge repeated', zh: '重复边缘' },
  circular: { en: 'circular', zh: '循环' },
} as const;

export const REDUCTIONS = {
  mean: { en: 'mean', zh: '平均' },
  sum: { en: 'sum', zh: '求和' },
  none: { en: 'none', zh: '不归约' },
} as const;

export const SOURCES = {
  random: { en: 'Random', zh: '随机数' },
  ramp: { en: 'Ramp', zh: '斜坡' },
  wave: { en: 'Tone', zh: '声波' },
  impulse: { en: 'Impulse', zh: '单个 1' },
  edge: { en: 'Edge', zh: '边缘' },
  ones: { en: 'All ones', zh: '全 1' },
  digit: { en: 'Handwritten 3', zh: '手写的 3' },
  photo: { en: 'Bloom', zh: '花的照片' },
  own: { en: 'Your picture', zh: '你的图像' },
} as const;

export const WEIGHTS = {
  random: { en: 'Random', zh: '随机数' },
  ones: { en: 'All ones', zh: '全 1' },
  mean: { en: 'Mean', zh: '求平均' },
  identity: { en: 'Identity', zh: '恒等' },
  difference: { en: 'Difference', zh: '求差' },
} as const;

export const UPSTREAMS = {
  random: { en: 'Random', zh: '随机数' },
  ones: { en: 'All ones', zh: '全 1' },
  impulse: { en: 'Impulse', zh: '单个 1' },
} as const;
