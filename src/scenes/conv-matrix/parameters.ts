import { seedParam } from '../../kit/convolution/pictureParams.ts';
import { SIZE_WORDS } from '../../kit/convolution/words.ts';
import { cells, choice, whole } from '../../playback/parameters/spec.ts';
import type { ParamsOf, Ranges } from '../../playback/parameters/table.ts';
import { outputSize } from '../../tensor/geometry.ts';

const LARGEST_INPUT = 6;
const LARGEST_KERNEL = 3;
const LIMIT = 1e6;

export const params = {
  input: whole({ label: SIZE_WORDS.input, default: 4, range: [3, LARGEST_INPUT] }),
  kernel: whole({ label: SIZE_WORDS.kernel, default: 3, range: [1, LARGEST_KERNEL] }),
  stride: whole({ label: SIZE_WORDS.stride, default: 1, range: [1, 3] }),
  padding: whole({ label: SIZE_WORDS.padding, default: 0, range: [0, LARGEST_KERNEL - 1] }),
  /** The kernel spread out as a matrix, or the windows copied into columns. */
  view: choice({
    label: { en: 'View', zh: '视图' },
    options: {
      matrix: { en: 'Matrix', zh: '矩阵' },
      patches: { en: 'Patches', zh: '窗口成列' },
    },
    default: 'matrix',
  }),
  seed: seedParam(),
  /** What the reader typed, row by row; null: drawn from the seed. */
  x: cells({ label: { en: 'Input', zh: '输入' }, most: LARGEST_INPUT ** 2, limit: LIMIT }),
  w: cells({ label: SIZE_WORDS.preset, most: LARGEST_KERNEL ** 2, limit: LIMIT }),
  dy: cells({
    label: { en: 'Gradient of output', zh: '输出的梯度' },
    most: LARGEST_INPUT ** 2,
    limit: LIMIT,
  }),
} as const;

export type MatrixParams = ParamsOf<typeof params>;

type Sizes = Pick<MatrixParams, 'input' | 'kernel' | 'stride'>;

/** The side of the output. */
export const outSide = ({ input, kernel, stride }: Sizes, padding: number): number =>
  outputSize(input, kernel, stride, padding, padding);

export const ranges: Ranges<MatrixParams> = {
  /** Every window still touches the picture, and the output is no larger than it. */
  padding: (sizes) => {
    let most = sizes.kernel - 1;
    while (most > 0 && outSide(sizes, most) > sizes.input) most--;
    return [0, most];
  },
};

/** Typed numbers that no longer fit the sizes give way to drawn ones. */
export function constrain(of: MatrixParams): MatrixParams {
  const sized = (values: readonly number[] | null, count: number): readonly number[] | null =>
    values?.length === count ? values : null;
  return {
    ...of,
    x: sized(of.x, of.input ** 2),
    w: sized(of.w, of.kernel ** 2),
    dy: sized(of.dy, outSide(of, of.padding) ** 2),
  };
}
