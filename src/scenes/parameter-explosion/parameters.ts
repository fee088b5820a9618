import { SIZE_WORDS } from '../../kit/convolution/words.ts';
import { PHOTO_NAMES } from '../../kit/samples/samples.ts';
import { choice, flag, whole } from '../../playback/parameters/spec.ts';
import type { ParamsOf, Ranges } from '../../playback/parameters/table.ts';
import { inWords } from './largeNumbers.ts';
import { FORMAT_NAMES, WORDS } from './words.ts';

/** A size of picture that people know: width, height and channels. */
export interface Format {
  readonly id: keyof typeof FORMAT_NAMES;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
}

export const FORMATS: readonly Format[] = [
  { id: 'digit', width: 28, height: 28, channels: 1 },
  { id: 'thumbnail', width: 32, height: 32, channels: 3 },
  { id: 'crop', width: 224, height: 224, channels: 3 },
  { id: 'vga', width: 640, height: 480, channels: 3 },
  { id: 'hd', width: 1920, height: 1080, channels: 3 },
  { id: 'phone', width: 4000, height: 3000, channels: 3 },
];

/** How many weights one can afford: 1, 2, 5, 10 … from a thousand to a billion. */
export const BUDGETS: readonly number[] = Array.from(
  { length: 19 },
  (_, i) => ([1, 2, 5] as const)[(i % 3) as 0 | 1 | 2] * 10 ** (3 + Math.floor(i / 3)),
);

/** The largest picture of which a layer with a neuron for each output of a convolution is still counted exactly. */
const LARGEST_LOCAL = FORMATS.findIndex(({ id }) => id === 'crop');

const both = (of: (language: 'en' | 'zh') => string) => ({ en: of('en'), zh: of('zh') });

export const params = {
  /** What is compared: a dense layer of some neurons, or three layers with as many outputs. */
  layers: choice({
    label: WORDS.layers,
    options: { two: WORDS.twoLayers, three: WORDS.threeLayers },
    default: 'two',
  }),
  format: whole({
    label: { en: 'Size of the photo', zh: '照片大小' },
    default: FORMATS.length - 1,
    range: [0, FORMATS.length - 1],
    words: (place) => FORMAT_NAMES[(FORMATS[place] as Format).id],
  }),
  neurons: whole({ label: { en: 'Neurons', zh: '神经元' }, default: 1000, range: [1, 4096] }),
  kernel: whole({ label: SIZE_WORDS.kernel, default: 3, range: [1, 11] }),
  filters: whole({ label: { en: 'Filters', zh: '滤波器' }, default: 64, range: [1, 512] }),
  measure: choice({
    label: { en: 'Compare', zh: '比较' },
    options: {
      parameters: { en: 'Parameters', zh: '参数' },
      bytes: { en: 'Memory', zh: '内存' },
      multiplyAdds: { en: 'Multiply-adds', zh: '乘加次数' },
    },
    default: 'parameters',
    look: 'menu',
  }),
  shrunk: flag({ label: { en: 'Shrink the photo', zh: '缩小照片' }, default: false }),
  budget: whole({
    label: { en: 'Weights you can afford', zh: '负担得起的权重数' },
    default: 9,
    range: [0, BUDGETS.length - 1],
    words: (place) => both((language) => inWords(BUDGETS[place] as number, language)),
  }),
  photo: choice({
    label: WORDS.photo,
    options: PHOTO_NAMES,
    default: 'boats',
    look: 'menu',
  }),
} as const;

export type ExplosionParams = ParamsOf<typeof params>;
export type Measure = ExplosionParams['measure'];

export const ranges: Ranges<ExplosionParams> = {
  format: ({ layers }) => [0, layers === 'three' ? LARGEST_LOCAL : FORMATS.length - 1],
};
