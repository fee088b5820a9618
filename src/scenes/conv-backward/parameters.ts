import { evenSides, outputSide } from '../../kit/convolution/layer.ts';
import { seedParam } from '../../kit/convolution/pictureParams.ts';
import { resizePlanes, resizeSquare } from '../../kit/convolution/resize.ts';
import { SIZE_WORDS } from '../../kit/convolution/words.ts';
import { PRESET_NAMES, resizeKernel } from '../../kit/samples/kernelPresets.ts';
import { cells, choice, whole } from '../../playback/parameters/spec.ts';
import type { NameOf, ParamsOf, Ranges } from '../../playback/parameters/table.ts';
import { kernelExtent } from '../../tensor/geometry.ts';
import { biasOf, gradientPlane, inputPlane, kernelPlane } from './numbers.ts';

const LARGEST_INPUT = 12;
const LARGEST_KERNEL = 5;
const LARGEST_DILATION = 3;
const LARGEST_PADDING = kernelExtent(LARGEST_KERNEL, LARGEST_DILATION) - 1;
const LIMIT = 1e6;
const MOST_OUTPUTS = (LARGEST_INPUT + LARGEST_PADDING) ** 2;
const MOST_PLANES = 3;

export const METHODS = {
  scatter: { en: 'Scatter', zh: '分发' },
  gather: { en: 'Gather', zh: '收集' },
} as const;

export const params = {
  method: choice({
    label: { en: 'Method', zh: '方法' },
    options: METHODS,
    default: 'gather',
  }),
  input: whole({ label: SIZE_WORDS.input, default: 5, range: [2, LARGEST_INPUT] }),
  kernel: whole({ label: SIZE_WORDS.kernel, default: 3, range: [1, LARGEST_KERNEL] }),
  stride: whole({ label: SIZE_WORDS.stride, default: 2, range: [1, 4] }),
  padding: whole({ label: SIZE_WORDS.padding, default: 1, range: [0, LARGEST_PADDING] }),
  dilation: whole({ label: SIZE_WORDS.dilation, default: 1, range: [1, LARGEST_DILATION] }),
  channels: whole({ label: { en: 'Channels', zh: '通道数' }, default: 1, range: [1, MOST_PLANES] }),
  filters: whole({ label: { en: 'Filters', zh: '滤波器数' }, default: 1, range: [1, MOST_PLANES] }),
  preset: choice({
    label: SIZE_WORDS.preset,
    options: { ...PRESET_NAMES, own: SIZE_WORDS.own },
    default: 'own',
    look: 'menu',
  }),
  seed: seedParam(),
  /** What the reader typed, plane by plane; null: drawn from the seed. */
  x: cells({ label: SIZE_WORDS.picture, most: MOST_PLANES * LARGEST_INPUT ** 2, limit: LIMIT }),
  w: cells({ label: SIZE_WORDS.preset, most: MOST_PLANES ** 2 * LARGEST_KERNEL ** 2, limit: LIMIT }),
  b: cells({ label: { en: 'Bias', zh: '偏置' }, most: MOST_PLANES, limit: LIMIT }),
  dy: cells({
    label: { en: 'Gradient of output', zh: '输出的梯度' },
    most: MOST_PLANES * MOST_OUTPUTS,
    limit: LIMIT,
  }),
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

/** Whether there is more than one plane of anything. */
export const hasPlanes = ({ channels, filters }: Pick<BackwardParams, 'channels' | 'filters'>): boolean =>
  channels * filters > 1;

/** Typed numbers follow the sizes. */
export function constrain(of: BackwardParams, changed?: NameOf<BackwardParams>): BackwardParams {
  const { seed, input, kernel, channels, filters } = of;
  const out = outputSide(of, evenSides(of.padding));
  return {
    ...of,
    x:
      of.x &&
      resizePlanes(
        of.x,
        { outer: 1, inner: channels, side: input },
        { resize: resizeSquare, fresh: (_, c) => inputPlane(seed, input, c) },
      ),
    w:
      of.preset === 'own' && of.w
        ? resizePlanes(
            of.w,
            { outer: filters, inner: channels, side: kernel },
            {
              isOuter: changed === 'filters',
              resize: resizeKernel,
              fresh: (f, c) => kernelPlane(seed, kernel, f, c),
            },
          )
        : null,
    b: of.b && Array.from({ length: filters }, (_, f) => of.b?.[f] ?? biasOf(seed, f)),
    dy:
      of.dy &&
      resizePlanes(
        of.dy,
        { outer: 1, inner: filters, side: out },
        { resize: resizeSquare, fresh: (_, f) => gradientPlane(seed, out, f) },
      ),
  };
}
