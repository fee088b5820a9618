import { cells, whole, wholeCell } from '../../playback/parameters/spec.ts';
import type { ParamsOf, Ranges } from '../../playback/parameters/table.ts';

/** The layer that is drawn: six inputs in a row, windows of three, four outputs. */
export const INPUTS = 6;
export const WINDOW = 3;
export const OUTPUTS = INPUTS - WINDOW + 1;

/** The names of the shared weights. Letters, because b is the bias and numbers are everywhere. */
export const LETTERS = ['w₀', 'w₁', 'w₂'] as const;

const LIMIT = 1e6;
const LARGEST_KERNEL = 11;

export const params = {
  /** The layer whose numbers are counted: side × side × channels → … × filters. */
  side: whole({ label: { en: 'Input side', zh: '输入边长' }, default: 32, range: [4, 224] }),
  channels: whole({ label: { en: 'Channels', zh: '通道数' }, default: 3, range: [1, 64] }),
  filters: whole({ label: { en: 'Filters', zh: '滤波器数' }, default: 6, range: [1, 64] }),
  kernel: whole({ label: { en: 'Kernel size', zh: '卷积核大小' }, default: 5, range: [1, LARGEST_KERNEL] }),
  seed: wholeCell({ label: { en: 'Numbers', zh: '数' }, default: 1, range: [1, 9999] }),
  /** What the reader typed instead of the drawn inputs, and of the gradient that comes back. */
  x: cells({ label: { en: 'Input', zh: '输入' }, most: INPUTS, limit: LIMIT }),
  dy: cells({ label: { en: 'Gradient of output', zh: '输出的梯度' }, most: OUTPUTS, limit: LIMIT }),
} as const;

export type SharingParams = ParamsOf<typeof params>;

export const ranges: Ranges<SharingParams> = {
  kernel: ({ side }) => [1, Math.min(LARGEST_KERNEL, side)],
};

const sized = (values: readonly number[] | null, count: number): readonly number[] | null =>
  values?.length === count ? values : null;

/** Typed numbers are for all cells or for none. */
export const constrain = (of: SharingParams): SharingParams => ({
  ...of,
  seed: Math.round(of.seed),
  x: sized(of.x, INPUTS),
  dy: sized(of.dy, OUTPUTS),
});
