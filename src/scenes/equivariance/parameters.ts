import {
  BORDERS,
  borderChoice,
  PICTURES,
  pictureChoice,
  seedParam,
} from '../../kit/convolution/pictureParams.ts';
import { SIZE_WORDS } from '../../kit/convolution/words.ts';
import { choice, whole } from '../../playback/parameters/spec.ts';
import type { ParamsOf, Ranges } from '../../playback/parameters/table.ts';

/** The sides of the pictures. 30 is divided by 2 and by 3, so strides leave nothing over. */
export const SIDES = { numbers: 6, digit: 30 } as const;
const FARTHEST = SIDES.digit / 2;

const digits = (...all: readonly string[]) =>
  Object.fromEntries(all.map((one) => [one, { en: one, zh: one }]));

export const params = {
  down: whole({ label: { en: 'Shift down', zh: '下移' }, default: 1, range: [-FARTHEST, FARTHEST] }),
  right: whole({ label: { en: 'Shift right', zh: '右移' }, default: 2, range: [-FARTHEST, FARTHEST] }),
  operation: choice({
    label: { en: 'Layer', zh: '层' },
    options: {
      conv: { en: 'Convolution', zh: '卷积' },
      max: { en: 'Max pooling', zh: '最大池化' },
      blur: { en: 'Max pooling, then blur', zh: '先最大池化再模糊' },
    },
    default: 'conv',
    look: 'menu',
  }),
  stride: choice({ label: SIZE_WORDS.stride, options: digits('1', '2', '3'), default: '1' }),
  kernel: choice({
    label: { en: 'Kernel preset', zh: '预设卷积核' },
    options: {
      edgeX: { en: 'Upright edges', zh: '竖直边缘' },
      edgeY: { en: 'Level edges', zh: '水平边缘' },
      laplace: { en: 'Laplace', zh: '拉普拉斯' },
    },
    default: 'edgeX',
    look: 'menu',
  }),
  border: borderChoice({ zeros: BORDERS.zeros, circular: BORDERS.circular }),
  source: pictureChoice({ numbers: PICTURES.numbers, digit: PICTURES.digit }),
  digit: whole({ label: { en: 'Digit', zh: '数字' }, default: 3, range: [0, 9] }),
  seed: seedParam(),
} as const;

export type ShiftParams = ParamsOf<typeof params>;

/** A picture moves by at most half its side. */
const half = ({ source }: ShiftParams): readonly [number, number] => [-SIDES[source] / 2, SIDES[source] / 2];

export const ranges: Ranges<ShiftParams> = { down: half, right: half };
