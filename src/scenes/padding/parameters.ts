import { evenSides, sameSides } from '../../kit/convolution/layer.ts';
import {
  BORDERS,
  borderChoice,
  PICTURES,
  pictureChoice,
  seedParam,
} from '../../kit/convolution/pictureParams.ts';
import { LARGEST_PADDING, windowParams, windowRanges } from '../../kit/convolution/windowParams.ts';
import { SIZE_WORDS } from '../../kit/convolution/words.ts';
import { choice, whole } from '../../playback/parameters/spec.ts';
import type { NameOf, ParamsOf, Ranges } from '../../playback/parameters/table.ts';
import { kernelExtent } from '../../tensor/geometry.ts';

export const params = {
  ...windowParams({ input: 7, kernel: 3, stride: 1 }),
  fit: choice({
    label: SIZE_WORDS.fit,
    options: {
      valid: SIZE_WORDS.valid,
      same: SIZE_WORDS.same,
      full: SIZE_WORDS.full,
      own: { en: 'by hand', zh: '手动' },
    },
    default: 'same',
    look: 'segments',
  }),
  before: whole({ label: { en: 'Padding before', zh: '前填充' }, default: 1, range: [0, LARGEST_PADDING] }),
  after: whole({ label: { en: 'Padding after', zh: '后填充' }, default: 1, range: [0, LARGEST_PADDING] }),
  mode: borderChoice(BORDERS),
  source: pictureChoice({
    numbers: { en: 'Bright numbers', zh: '较亮的数' },
    flat: { en: 'Flat: all 9', zh: '平坦：全是 9' },
    photo: PICTURES.photo,
  }),
  preset: choice({
    label: SIZE_WORDS.preset,
    options: {
      sum: { en: 'Sum (all ones)', zh: '求和（全 1）' },
      average: { en: 'Average', zh: '平均' },
      sobel: { en: 'Sobel x', zh: 'Sobel x（竖边）' },
    },
    default: 'sum',
    look: 'menu',
  }),
  seed: seedParam(),
} as const;

export type PaddingParams = ParamsOf<typeof params>;

export const ranges: Ranges<PaddingParams> = {
  kernel: windowRanges.kernel,
  dilation: windowRanges.dilation,
  before: windowRanges.padding,
  after: windowRanges.padding,
};

/** Rows before and after the picture, and the same for columns. */
export function amountsOf(of: PaddingParams): readonly [before: number, after: number] {
  if (of.fit === 'own') return [of.before, of.after];
  const reach = kernelExtent(of.kernel, of.dilation) - 1;
  const sides = of.fit === 'same' ? sameSides(of) : evenSides(of.fit === 'full' ? reach : 0);
  return [sides[0], sides[2]];
}

/** A named fit sets both amounts; an amount that is set makes the fit one by hand; a photograph needs more pixels. */
export function constrain(of: PaddingParams, changed?: NameOf<PaddingParams>): PaddingParams {
  const fit = changed === 'before' || changed === 'after' ? 'own' : of.fit;
  const [before, after] = amountsOf({ ...of, fit });
  return { ...of, fit, before, after };
}
