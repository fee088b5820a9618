import { PRESET_NAMES, resizeKernel } from '../../kit/samples/kernelPresets.ts';
import { PHOTO_NAMES } from '../../kit/samples/samples.ts';
import type { Text } from '../../language/language.ts';
import { cells, choice, flag, real, whole } from '../../playback/parameters/spec.ts';
import type { ParamsOf } from '../../playback/parameters/table.ts';

/** The largest number of a picture. */
export const BRIGHTEST = 255;
const LIMIT = 1000;

export const CHANNELS = ['red', 'green', 'blue'] as const;

export const PICTURES: Readonly<Record<string, Text>> = {
  ...PHOTO_NAMES,
  own: { en: 'Your own', zh: '你的图像' },
};

export const params = {
  photo: choice({ label: { en: 'Photograph', zh: '照片' }, options: PICTURES, default: 'flower' }),
  colour: choice({
    label: { en: 'Colour', zh: '颜色' },
    options: { grey: { en: 'grey', zh: '灰度' }, colour: { en: 'three channels', zh: '三个通道' } },
    default: 'grey',
    look: 'menu',
  }),
  /** The plane whose sums are shown, when there are three. */
  channel: choice({
    label: { en: 'Channel', zh: '通道' },
    options: {
      red: { en: 'red', zh: '红' },
      green: { en: 'green', zh: '绿' },
      blue: { en: 'blue', zh: '蓝' },
    },
    default: 'red',
  }),
  size: choice({
    label: { en: 'Kernel size', zh: '卷积核大小' },
    options: { '3': { en: '3 × 3', zh: '3 × 3' }, '5': { en: '5 × 5', zh: '5 × 5' } },
    default: '3',
  }),
  preset: choice({
    label: { en: 'Kernel', zh: '卷积核' },
    options: { ...PRESET_NAMES, own: { en: 'Your own', zh: '自定义' } },
    default: 'sobelX',
  }),
  /** What the reader typed, row by row; null: as the preset has it. */
  w: cells({ label: { en: 'Kernel', zh: '卷积核' }, most: 25, limit: LIMIT }),
  b: real({ label: { en: 'Bias', zh: '偏置' }, default: 0, range: [-BRIGHTEST, BRIGHTEST], step: 1 }),
  /** Whether the kernel is laid on the picture as it stands, or turned by 180°. */
  operation: choice({
    label: { en: 'Operation', zh: '运算' },
    options: {
      correlation: { en: 'Cross-correlation', zh: '互相关' },
      convolution: { en: 'Convolution', zh: '卷积' },
    },
    default: 'correlation',
  }),
  display: choice({
    label: { en: 'Show as', zh: '显示为' },
    options: {
      signed: { en: 'signed numbers', zh: '带符号的数' },
      picture: { en: 'light, 0 to 255', zh: '亮度 0–255' },
    },
    default: 'signed',
    look: 'menu',
  }),
  /** The height of the scan line, in hundredths of the output. */
  line: whole({ label: { en: 'Scan line', zh: '扫描线' }, default: 46, range: [0, 100] }),
  curves: flag({ label: { en: 'Curves along the scan line', zh: '沿扫描线的曲线' }, default: false }),
} as const;

export type KernelPhotoParams = ParamsOf<typeof params>;

/** Typed weights go with the choice “own” and follow the size. */
export function constrain(of: KernelPhotoParams): KernelPhotoParams {
  const w = of.preset === 'own' && of.w ? resizeKernel(of.w, Number(of.size)) : null;
  return { ...of, preset: w ? 'own' : of.preset === 'own' ? 'sobelX' : of.preset, w };
}
