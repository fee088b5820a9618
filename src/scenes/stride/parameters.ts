import { PICTURES, pictureChoice, seedParam } from '../../kit/convolution/pictureParams.ts';
import { LARGEST_PADDING, windowParams, windowRanges } from '../../kit/convolution/windowParams.ts';
import { SIZE_WORDS } from '../../kit/convolution/words.ts';
import { choice, whole } from '../../playback/parameters/spec.ts';
import type { ParamsOf, Ranges } from '../../playback/parameters/table.ts';

export const LARGEST_SHIFT = 4;

export const params = {
  ...windowParams({ input: 8, kernel: 3, stride: 2 }),
  padding: whole({ label: SIZE_WORDS.padding, default: 0, range: [0, LARGEST_PADDING] }),
  /** Columns that the picture moves to the right; new ones come in at the left (a photograph repeats its edge). */
  shift: whole({ label: { en: 'Shift right', zh: '右移' }, default: 0, range: [0, LARGEST_SHIFT] }),
  source: pictureChoice({
    numbers: PICTURES.numbers,
    stripes: { en: 'Stripes', zh: '条纹' },
    photo: PICTURES.photo,
  }),
  preset: choice({
    label: SIZE_WORDS.preset,
    options: {
      sobelX: { en: 'Sobel x', zh: 'Sobel x（竖边）' },
      box: { en: 'Average', zh: '平均' },
      identity: { en: 'Identity', zh: '恒等' },
    },
    default: 'sobelX',
    look: 'menu',
  }),
  seed: seedParam(),
} as const;

export type StrideParams = ParamsOf<typeof params>;

export const ranges: Ranges<StrideParams> = windowRanges;
