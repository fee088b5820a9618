import { DATA_WORDS } from '../../kit/samples/dataWords.ts';
import type { Text } from '../../language/language.ts';

export const WORDS = {
  title: { en: 'Learning, in this tab', zh: '在这个标签页里学习' },
  shortTitle: { en: 'Learning', zh: '学习' },

  settings: { en: 'Settings', zh: '设置' },
  optimizer: { en: 'Optimiser', zh: '优化器' },
  rate: { en: 'Learning rate', zh: '学习率' },
  batch: { en: 'Batch size', zh: '批大小' },
  filters: { en: 'Filters', zh: '滤波器' },
  seed: { en: 'Seed', zh: '随机种子' },
  start: { en: 'Start from', zh: '起始权重' },
  schedule: { en: 'Schedule', zh: '学习率调度' },
  decay: { en: 'L2', zh: 'L2 正则' },
  convolutions: { en: 'Convolutions', zh: '卷积层' },
  kernel: { en: 'Kernel', zh: '核边长' },
  stride: { en: 'Stride', zh: '步幅' },
  pooling: { en: 'Pooling', zh: '池化' },
  activation: { en: 'Activation', zh: '激活函数' },
  batchNorm: { en: 'Batch norm', zh: '批归一化' },
  dropout: { en: 'Dropout', zh: '丢弃率' },
  pixels: { en: 'Pixels', zh: '像素' },
  digits: { en: 'How many', zh: '训练个数' },
  shift: { en: 'Shift', zh: '随机平移' },
  file: { en: 'File of weights', zh: '权重文件' },
  files: { en: 'Take along', zh: '带走' },
  other: { en: 'Run B', zh: '对照 B' },
  left: { en: 'Left view', zh: '左图' },
  weight: { en: 'Weight', zh: '权重' },
  digit: { en: 'Digit', zh: '数字' },
  cell: { en: 'Read as', zh: '读作' },
  right: { en: 'Right view', zh: '右图' },

  learning: { en: 'Learning', zh: '学习' },
  network: { en: 'Network', zh: '网络' },
  data: { en: 'Data', zh: '数据' },
  beside: { en: 'Run B, beside it', zh: '并排的 B' },

  step: { en: 'step', zh: '步' },
  part: { en: 'part', zh: '部分' },
  training: { en: 'training', zh: '训练' },
} as const satisfies Record<string, Text>;

export const GROUPS = {
  learning: WORDS.learning,
  network: WORDS.network,
  data: WORDS.data,
} as const satisfies Record<string, Text>;

export const OPTIMIZERS = {
  sgd: { en: 'SGD', zh: 'SGD' },
  momentum: { en: 'Momentum', zh: '动量' },
  nesterov: { en: 'Nesterov', zh: 'Nesterov' },
  adam: { en: 'Adam', zh: 'Adam' },
  adamw: { en: 'AdamW', zh: 'AdamW' },
} as const satisfies Record<string, Text>;

export const STARTS = {
  he: { en: 'He', zh: 'He' },
  zeros: { en: 'zeros', zh: '全零' },
  small: { en: 'too small', zh: '过小' },
  large: { en: 'too large', zh: '过大' },
} as const satisfies Record<string, Text>;

export const SCHEDULES = {
  cosine: { en: 'cosine', zh: '余弦' },
  constant: { en: 'constant', zh: '不变' },
} as const satisfies Record<string, Text>;

export const POOLINGS = {
  max: { en: 'max', zh: '最大' },
  average: { en: 'mean', zh: '平均' },
  none: { en: 'none', zh: '无' },
} as const satisfies Record<string, Text>;

export const ACTIVATIONS = {
  relu: { en: 'ReLU', zh: 'ReLU' },
  leakyRelu: { en: 'Leaky ReLU', zh: 'Leaky ReLU' },
  gelu: { en: 'GELU', zh: 'GELU' },
  silu: { en: 'SiLU', zh: 'SiLU' },
  tanh: { en: 'tanh', zh: 'tanh' },
  sigmoid: { en: 'sigmoid', zh: 'sigmoid' },
} as const satisfies Record<string, Text>;

export const PIXEL_ORDERS = {
  ordered: { en: 'in order', zh: '原样' },
  scrambled: { en: 'scrambled', zh: '打乱' },
} as const satisfies Record<string, Text>;

export const DATA = {
  digits: DATA_WORDS.digits.name,
  fashion: DATA_WORDS.fashion.name,
} as const satisfies Record<string, Text>;

export const PANELS = {
  filters: { en: 'Filters', zh: '滤波器' },
  maps: { en: 'Feature maps', zh: '特征图' },
  misread: { en: 'Misread digits', zh: '读错的数字' },
  confusion: { en: 'Confusion matrix', zh: '混淆矩阵' },
  weight: { en: 'One weight', zh: '一个权重' },
  health: { en: 'Health', zh: '健康状况' },
  step: { en: 'One step taken apart', zh: '拆开一步' },
} as const satisfies Record<string, Text>;

export type PanelName = keyof typeof PANELS;
