import { seedParam } from '../../kit/convolution/pictureParams.ts';
import { SIZE_WORDS } from '../../kit/convolution/words.ts';
import { PRESET_NAMES } from '../../kit/samples/kernelPresets.ts';
import { cells, choice, real, whole } from '../../playback/parameters/spec.ts';
import type { ParamsOf, Ranges } from '../../playback/parameters/table.ts';

/** Sides of a picture, and of the kernel that is learned. */
const [LEAST, LARGEST] = [5, 12];
export const KERNEL = 3;
const MOST_PICTURES = 8;
const LIMIT = 1e3;

/** A kernel without symmetry, for a reader who begins one. */
export const OWN_KERNEL = [1, 2, -1, 0, 3, 1, 2, -1, -2] as const;

export const params = {
  /** What the output shall become: a kernel's answer, or something that no kernel gives. */
  target: choice({
    label: { en: 'Target', zh: '目标' },
    options: {
      sobelX: PRESET_NAMES.sobelX,
      gaussian: PRESET_NAMES.gaussian,
      sharpen: PRESET_NAMES.sharpen,
      own: { en: 'Your own kernel', zh: '自定义卷积核' },
      largest: { en: 'Largest of nine', zh: '九个里取最大' },
      mirrored: { en: 'Mirrored picture', zh: '左右翻转的图像' },
      painted: { en: 'Your own numbers', zh: '自己填的数' },
    },
    default: 'sobelX',
    look: 'menu',
  }),
  kind: choice({
    label: { en: 'Pictures show', zh: '图像内容' },
    options: {
      noise: { en: 'Noise', zh: '随机噪声' },
      digits: { en: 'Digits', zh: '手写数字' },
      photo: { en: 'A photograph', zh: '照片' },
      stripes: { en: 'Stripes', zh: '竖条纹' },
      flat: { en: 'One grey', zh: '一片灰' },
    },
    default: 'noise',
    look: 'menu',
  }),
  rate: real({ label: { en: 'Learning rate', zh: '学习率' }, default: 0.3, range: [0.05, 3], step: 0.05 }),
  pictures: whole({ label: { en: 'Pictures', zh: '图像张数' }, default: 2, range: [1, MOST_PICTURES] }),
  shown: whole({ label: { en: 'Shown', zh: '显示第几张' }, default: 1, range: [1, MOST_PICTURES] }),
  input: whole({ label: SIZE_WORDS.input, default: 8, range: [LEAST, LARGEST] }),
  seed: seedParam(),
  goal: cells({ label: { en: 'Hidden kernel', zh: '隐藏的卷积核' }, most: KERNEL ** 2, limit: LIMIT }),
  t: cells({
    label: { en: 'Target', zh: '目标' },
    most: MOST_PICTURES * (LARGEST - KERNEL + 1) ** 2,
    limit: LIMIT,
  }),
} as const;

export type LearnParams = ParamsOf<typeof params>;

export const ranges: Ranges<LearnParams> = { shown: ({ pictures }) => [1, pictures] };

/** Numbers of the target that were typed belong to this many pictures of this size. */
export function constrain(of: LearnParams): LearnParams {
  const count = of.pictures * (of.input - KERNEL + 1) ** 2;
  const isPainted = of.target === 'painted' && of.t?.length === count;
  return {
    ...of,
    goal: of.target === 'own' ? (of.goal?.length === KERNEL ** 2 ? of.goal : OWN_KERNEL) : null,
    t: isPainted ? of.t : null,
  };
}
