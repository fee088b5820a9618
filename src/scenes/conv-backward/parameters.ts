import { evenSides, outputSide } from '../../kit/convolution/layer.ts';
import { resizeSquare } from '../../kit/convolution/resize.ts';
import { SIZE_WORDS } from '../../kit/convolution/words.ts';
import { PRESET_NAMES, resizeKernel } from '../../kit/samples/kernelPresets.ts';
import { cell, cells, choice, whole } from '../../playback/parameters/spec.ts';
import type { ParamsOf, Ranges } from '../../playback/parameters/table.ts';
import { kernelExtent } from '../../tensor/geometry.ts';

const LARGEST_INPUT = 12;
const LARGEST_KERNEL = 5;
const LARGEST_DILATION = 3;
const LARGEST_PADDING = kernelExtent(LARGEST_KERNEL, LARGEST_DILATION) - 1;
const LIMIT = 1e6;
const MOST_OUTPUTS = (LARGEST_INPUT + LARGEST_PADDING) ** 2;

/** A kernel without symmetry: turned or not is not the same. */
const FIRST_KERNEL = [1, 2, -1, 0, 3, 1, 2, -1, -2] as const;

export const params = {
  method: choice({
    label: { en: 'Method', zh: '方法' },
    options: { scatter: { en: 'Scatter', zh: '分发' }, gather: { en: 'Gather', zh: '收集' } },
    default: 'gather',
  }),
  input: whole({ label: SIZE_WORDS.input, default: 5, range: [2, LARGEST_INPUT] }),
  kernel: whole({ label: SIZE_WORDS.kernel, default: 3, range: [1, LARGEST_KERNEL] }),
  stride: whole({ label: SIZE_WORDS.stride, default: 2, range: [1, 4] }),
  padding: whole({ label: SIZE_WORDS.padding, default: 1, range: [0, LARGEST_PADDING] }),
  dilation: whole({ label: SIZE_WORDS.dilation, default: 1, range: [1, LARGEST_DILATION] }),
  preset: choice({
    label: SIZE_WORDS.preset,
    options: { ...PRESET_NAMES, own: SIZE_WORDS.own },
    default: 'own',
    look: 'menu',
  }),
  seed: cell({ label: SIZE_WORDS.seed, default: 1, range: [1, 9999] }),
  x: cells({ label: SIZE_WORDS.picture, most: LARGEST_INPUT ** 2, limit: LIMIT }),
  w: cells({ label: SIZE_WORDS.preset, most: LARGEST_KERNEL ** 2, limit: LIMIT, default: FIRST_KERNEL }),
  b: cell({ label: { en: 'Bias', zh: '偏置' }, default: 1, range: [-LIMIT, LIMIT] }),
  dy: cells({ label: { en: 'Gradient of output', zh: '输出的梯度' }, most: MOST_OUTPUTS, limit: LIMIT }),
} as const;

export type BackwardParams = ParamsOf<typeof params>;

export const ranges: Ranges<BackwardParams> = {
  dilation: ({ input, kernel }) => [
    1,
    kernel > 1 ? Math.max(1, Math.floor((input + LARGEST_PADDING) / (kernel - 1))) : LARGEST_DILATION,
  ],
  /** No window lies wholly on padding, and none is larger than the padded input. */
  padding: ({ input, kernel, dilation }) => {
    const extent = kernelExtent(kernel, dilation);
    return [Math.max(0, Math.ceil((extent - input) / 2)), extent - 1];
  },
};

/** Typed numbers follow the sizes. */
export function constrain(of: BackwardParams): BackwardParams {
  const isOwn = of.preset === 'own';
  const out = outputSide(of, evenSides(of.padding));
  return {
    ...of,
    w: isOwn ? resizeKernel(of.w ?? FIRST_KERNEL, of.kernel) : null,
    x: of.x && resizeSquare(of.x, of.input),
    dy: of.dy && resizeSquare(of.dy, out),
  };
}
