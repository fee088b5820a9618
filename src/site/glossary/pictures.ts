import type { GlossaryEntry } from './entry.ts';

/** What a picture is to a network. */
export const PICTURES = {
  pixel: {
    word: { en: 'pixel', zh: '像素' },
    also: ['picture element', '象素', '像素点', 'xiangsu'],
    means: {
      en: 'One place of a picture. In a grey picture it holds one number, in a colour picture one for each channel.',
      zh: '图像上的一个位置。灰度图的像素是一个数，彩色图的像素在每个通道上各有一个数。',
    },
  },
  channel: {
    word: { en: 'channel', zh: '通道' },
    also: ['plane', 'colour plane', 'RGB', '平面', '颜色通道', 'tongdao'],
    means: {
      en: 'One of the planes of numbers that lie on top of each other: red, green and blue in a photograph; one for each filter further in.',
      zh: '叠在一起的数字平面中的一张：照片有红、绿、蓝三个通道；在网络里面，每个滤波器产生一个通道。',
    },
  },
  tensor: {
    word: { en: 'tensor', zh: '张量' },
    also: ['array', 'ndarray', '数组', '多维数组', 'zhangliang'],
    means: {
      en: 'Numbers arranged along any number of axes. One axis makes a list, two make a table; a batch of colour pictures has four.',
      zh: '沿若干个轴排列的数。一个轴是一列数，两个轴是一张表；一批彩色图像有四个轴。',
    },
  },
  shape: {
    word: { en: 'shape', zh: '形状' },
    also: ['size', 'dimensions', '尺寸', '维度', 'xingzhuang'],
    means: {
      en: 'The length of each axis of a tensor, in order. Multiplied together they say how many numbers it holds.',
      zh: '张量每个轴的长度，按顺序写出。把它们乘起来，就是它所含数的个数。',
    },
  },
  nchw: {
    word: { en: 'NCHW', zh: 'NCHW' },
    also: ['channels first', 'NHWC', 'memory layout', 'NCHW 排列', '通道在前', '内存布局', 'neicunbuju'],
    means: {
      en: 'The order of the axes: picture in the batch, channel, row, column. In memory the numbers of a row lie side by side, and each picture begins C·H·W numbers after the one before.',
      zh: '各轴的顺序：第几张图、第几个通道、第几行、第几列。在内存里，同一行的数紧挨着，后一张图比前一张晚 C·H·W 个数开始。',
    },
    tex: '(c\\,H+i)\\,W+j',
  },
  float32: {
    word: { en: 'float32', zh: '32 位浮点数' },
    also: [
      'single precision',
      'floating point',
      'float',
      'float64',
      '浮点',
      'FP32',
      '单精度浮点数',
      'fudianshu',
    ],
    means: {
      en: 'A number stored in 32 bits, with about seven significant decimal digits. Networks are trained with it; gradients are checked with 64 bits.',
      zh: '用 32 位存放的数，约有七位十进制有效数字。训练网络用它；检查梯度时改用 64 位。',
    },
  },
  aliasing: {
    word: { en: 'aliasing', zh: '混叠' },
    also: ['moiré', 'undersampling', 'anti-aliasing', '摩尔纹', '欠采样', '抗混叠', 'hundie'],
    means: {
      en: 'What happens when a pattern changes faster than it is sampled: fine stripes turn into coarse ones that were never there. A blur before the stride prevents it.',
      zh: '图案变化得比采样还快时出现的现象：细条纹变成了本不存在的粗条纹。先模糊、再按步幅取样，就能减轻它。',
    },
  },
} as const satisfies Record<string, GlossaryEntry>;
