import { whole } from '../../playback/parameters/spec.ts';
import { kernelExtent } from '../../tensor/geometry.ts';
import { SIZE_WORDS } from './words.ts';

const LARGEST_INPUT = 16;
const LARGEST_KERNEL = 5;
const LARGEST_DILATION = 3;
export const LARGEST_PADDING = kernelExtent(LARGEST_KERNEL, LARGEST_DILATION) - 1;

/** The sizes that the figures of padding and of stride share; `defaults` are a figure's own. */
export const windowParams = (defaults: {
  readonly input: number;
  readonly kernel: number;
  readonly stride: number;
}) => ({
  input: whole({ label: SIZE_WORDS.input, default: defaults.input, range: [3, LARGEST_INPUT] }),
  kernel: whole({ label: SIZE_WORDS.kernel, default: defaults.kernel, range: [1, LARGEST_KERNEL] }),
  stride: whole({ label: SIZE_WORDS.stride, default: defaults.stride, range: [1, 4] }),
  dilation: whole({ label: SIZE_WORDS.dilation, default: 1, range: [1, LARGEST_DILATION] }),
});

interface Sizes {
  readonly input: number;
  readonly kernel: number;
  readonly dilation: number;
}

/** The window, holes included, is never larger than the picture; the border never larger than the window's reach. */
export const windowRanges = {
  kernel: ({ input }: Sizes) => [1, Math.min(LARGEST_KERNEL, input)] as const,
  dilation: ({ input, kernel }: Sizes) =>
    [
      1,
      kernel > 1 ? Math.min(LARGEST_DILATION, Math.floor((input - 1) / (kernel - 1))) : LARGEST_DILATION,
    ] as const,
  padding: ({ kernel, dilation }: Sizes) => [0, kernelExtent(kernel, dilation) - 1] as const,
};
