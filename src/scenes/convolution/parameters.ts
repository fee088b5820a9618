import { evenSides, outputSide } from '../../kit/convolution/layer.ts';
import { PICTURES, pictureChoice, seedParam } from '../../kit/convolution/pictureParams.ts';
import { resizeSquare } from '../../kit/convolution/resize.ts';
import { SIZE_WORDS } from '../../kit/convolution/words.ts';
import { PRESET_NAMES, resizeKernel } from '../../kit/samples/kernelPresets.ts';
import { cell, cells, choice, whole } from '../../playback/parameters/spec.ts';
import type { ParamsOf, Ranges } from '../../playback/parameters/table.ts';
import { kernelExtent } from '../../tensor/geometry.ts';

const LARGEST_INPUT = 28;
const LARGEST_KERNEL = 5;
const LARGEST_DILATION = 3;
const LARGEST_PADDING = kernelExtent(LARGEST_KERNEL, LARGEST_DILATION) - 1;
const LIMIT = 1e6;
const MOST_OUTPUTS = (LARGEST_INPUT + LARGEST_PADDING) ** 2;

export const params = {
  input: whole({ label: SIZE_WORDS.input, default: 5, range: [3, LARGEST_INPUT] }),
  kernel: whole({ label: SIZE_WORDS.kernel, default: 3, range: [1, LARGEST_KERNEL] }),
  stride: whole({ label: SIZE_WORDS.stride, default: 1, range: [1, 4] }),
  dilation: whole({ label: SIZE_WORDS.dilation, default: 1, range: [1, LARGEST_DILATION] }),
  padding: whole({ label: SIZE_WORDS.padding, default: 1, range: [0, LARGEST_PADDING] }),
  source: pictureChoice(PICTURES),
  digit: whole({ label: { en: 'Digit', zh: '数字' }, default: 5, range: [0, 9] }),
  seed: seedParam(),
  preset: choice({
    label: SIZE_WORDS.preset,
    options: { ...PRESET_NAMES, own: SIZE_WORDS.own },
    default: 'sobelX',
    look: 'menu',
  }),
  /** What the reader typed, row by row; null: as the source and the preset have it. */
  x: cells({ label: SIZE_WORDS.picture, most: LARGEST_INPUT ** 2, limit: LIMIT }),
  w: cells({ label: SIZE_WORDS.preset, most: LARGEST_KERNEL ** 2, limit: LIMIT }),
  b: cell({ label: { en: 'Bias', zh: '偏置' }, default: 1, range: [-LIMIT, LIMIT] }),
  dy: cells({ label: { en: 'Gradient of output', zh: '输出的梯度' }, most: MOST_OUTPUTS, limit: LIMIT }),
  target: cells({ label: { en: 'Target', zh: '目标' }, most: MOST_OUTPUTS, limit: LIMIT }),
  /** What sends the gradient: numbers that are given, or ½‖y − t‖². */
  loss: choice({
    label: { en: 'Loss', zh: '损失' },
    options: {
      given: { en: 'gradient given', zh: '给定梯度' },
      target: { en: 'distance to target', zh: '与目标的距离' },
    },
    default: 'given',
    look: 'menu',
  }),
} as const;

export type ConvolutionParams = ParamsOf<typeof params>;

export const ranges: Ranges<ConvolutionParams> = {
  /** No window lies wholly on padding, and none is larger than the padded input. */
  padding: ({ input, kernel, dilation }) => {
    const extent = kernelExtent(kernel, dilation);
    return [Math.max(0, Math.ceil((extent - input) / 2)), extent - 1];
  },
};

/** Typed numbers follow the sizes. */
export function constrain(of: ConvolutionParams): ConvolutionParams {
  const w = of.preset === 'own' && of.w ? resizeKernel(of.w, of.kernel) : null;
  const out = outputSide(of, evenSides(of.padding));
  return {
    ...of,
    preset: w ? 'own' : of.preset === 'own' ? 'sobelX' : of.preset,
    w,
    x: of.x && resizeSquare(of.x, of.input),
    dy: of.dy && resizeSquare(of.dy, out),
    target: of.target && resizeSquare(of.target, out),
  };
}
