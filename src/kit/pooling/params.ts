import { choice, flag, whole } from '../../playback/parameters/spec.ts';
import { POOL_WORDS } from './words.ts';

const LARGEST_INPUT = 10;
const LARGEST_KERNEL = 5;

/** What a reader sets of a pooling; `defaults` are a figure's own. */
export const poolParams = (defaults: {
  readonly input: number;
  readonly kernel: number;
  readonly stride: number;
}) => ({
  kind: choice({
    label: POOL_WORDS.kind,
    options: { max: POOL_WORDS.max, average: POOL_WORDS.average },
    default: 'max',
  }),
  /** The window is the whole map: size, stride and padding have no say. */
  global: flag({ label: POOL_WORDS.global, default: false }),
  input: whole({ label: POOL_WORDS.input, default: defaults.input, range: [2, LARGEST_INPUT] }),
  kernel: whole({ label: POOL_WORDS.kernel, default: defaults.kernel, range: [1, LARGEST_KERNEL] }),
  stride: whole({ label: POOL_WORDS.stride, default: defaults.stride, range: [1, LARGEST_KERNEL] }),
  padding: whole({ label: POOL_WORDS.padding, default: 0, range: [0, Math.floor(LARGEST_KERNEL / 2)] }),
  ceil: flag({ label: POOL_WORDS.ceil, default: false }),
  /** Whether padding counts in a mean, as zeros; PyTorch's count_include_pad. */
  countPad: flag({ label: POOL_WORDS.countPad, default: true }),
});

/** The window is never larger than the map, the padding never more than half the window (PyTorch's rule). */
export const poolRanges = {
  kernel: ({ input }: { readonly input: number }) => [1, Math.min(LARGEST_KERNEL, input)] as const,
  padding: ({ kernel }: { readonly kernel: number }) => [0, Math.floor(kernel / 2)] as const,
};
