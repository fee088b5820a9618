import { numbers, type ParamSpecs, whole } from '../../playback/params.ts';
import { type Conv2dOptions, conv2d, conv2dBackward } from '../../tensor/conv2d.ts';
import { convMatrix, type SparseMatrix } from '../../tensor/convMatrix.ts';
import { outputSize } from '../../tensor/geometry.ts';
import { im2col } from '../../tensor/im2col.ts';
import { linearBackward } from '../../tensor/linear.ts';
import { createRandom, type Random } from '../../tensor/random.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import { type Pass, passesOf } from './passes.ts';

export interface MatrixParams {
  readonly seed: number;
  readonly input: number;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
  /** What the reader typed, row by row. */
  readonly x: readonly number[] | null;
  readonly w: readonly number[] | null;
  readonly dy: readonly number[] | null;
}

export const RANGES = { input: [3, 6], kernel: [1, 3], stride: [1, 3] } as const;
const MOST_CELLS = RANGES.input[1] ** 2;
const LIMIT = 1e6;

export const specs: ParamSpecs<MatrixParams> = {
  seed: whole(1, 1, 9999),
  input: whole(4, ...RANGES.input),
  kernel: whole(3, ...RANGES.kernel),
  stride: whole(1, ...RANGES.stride),
  padding: whole(0, 0, RANGES.kernel[1] - 1),
  x: numbers(MOST_CELLS, LIMIT),
  w: numbers(RANGES.kernel[1] ** 2, LIMIT),
  dy: numbers(MOST_CELLS, LIMIT),
};

type Sizes = Pick<MatrixParams, 'input' | 'kernel' | 'stride'>;

const outSide = ({ input, kernel, stride }: Sizes, padding: number): number =>
  outputSize(input, kernel, stride, padding, padding);

/** The largest padding at which every window still touches the picture and the output is no larger than it. */
export function largestPadding(sizes: Sizes): number {
  let padding = sizes.kernel - 1;
  while (padding > 0 && outSide(sizes, padding) > sizes.input) padding--;
  return padding;
}

const sized = (values: readonly number[] | null, count: number): readonly number[] | null =>
  values?.length === count ? values : null;

/** Padding follows the sizes; typed numbers that no longer fit give way to drawn ones. */
export function constrain(params: MatrixParams): MatrixParams {
  const padding = Math.min(params.padding, largestPadding(params));
  return {
    ...params,
    padding,
    x: sized(params.x, params.input ** 2),
    w: sized(params.w, params.kernel ** 2),
    dy: sized(params.dy, outSide(params, padding) ** 2),
  };
}

export interface MatrixModel {
  readonly params: MatrixParams;
  readonly options: Conv2dOptions;
  /** The side of the output. */
  readonly out: number;
  /** Numbers of the input, of the output, of the kernel: columns, rows, and different entries of 𝒞. */
  readonly inputs: number;
  readonly outputs: number;
  readonly taps: number;
  readonly x: Tensor;
  readonly w: Tensor;
  readonly y: Tensor;
  readonly dy: Tensor;
  readonly dx: Tensor;
  readonly matrix: SparseMatrix;
  /** `tapAt[o · inputs + i]`: the weight that stands there; −1: a zero. */
  readonly tapAt: Int16Array;
  /** [1, taps, outputs]: every window as a column. */
  readonly columns: Tensor;
  /** The place of the input that stands at `tap · outputs + o` of the columns; −1: padding. */
  readonly copyOf: Int16Array;
  /** [taps, outputs]: wᵀ · ∂y, before the overlaps are added. */
  readonly dcolumns: Tensor;
  readonly passes: readonly [Pass, Pass];
}

const square = (side: number, values: ArrayLike<number>): Tensor =>
  tensor([1, 1, side, side], values, 'float64');

/** Small whole numbers without 0, all different, so that each weight can be recognised in the matrix. */
const DIFFERENT = [1, 2, 3, 4, 5, -1, -2, -3, -4];

function shuffled(random: Random): number[] {
  const rest = [...DIFFERENT];
  return DIFFERENT.map(() => rest.splice(random.below(rest.length), 1)[0] as number);
}

const draw = (random: Random, count: number, least: number, most: number): number[] =>
  Array.from({ length: count }, () => least + random.below(most - least + 1));

export function build(params: MatrixParams): MatrixModel {
  const { input, kernel, stride, padding, seed } = params;
  const random = createRandom(seed * 613 + 5);
  const out = outSide(params, padding);
  const [inputs, outputs, taps] = [input * input, out * out, kernel * kernel];
  const weights = shuffled(random).slice(0, taps);
  const x = square(input, params.x ?? draw(random, inputs, 0, 4));
  const w = square(kernel, params.w ?? weights);
  const dy = square(out, params.dy ?? draw(random, outputs, -2, 3));
  const options: Conv2dOptions = { stride, padding };
  const matrix = convMatrix(w, [1, input, input], options);
  // The same matrix of a kernel that numbers its taps from 1 says which weight stands where.
  const numbered = convMatrix(
    square(
      kernel,
      Array.from({ length: taps }, (_, t) => t + 1),
    ),
    [1, input, input],
    options,
  );
  const tapAt = new Int16Array(outputs * inputs).fill(-1);
  const copyOf = new Int16Array(taps * outputs).fill(-1);
  numbered.value.forEach((value, e) => {
    const [o, i] = [numbered.row[e] as number, numbered.column[e] as number];
    tapAt[o * inputs + i] = value - 1;
    copyOf[(value - 1) * outputs + o] = i;
  });
  const columns = im2col(x, kernel, options);
  // Each window is a sample of a dense layer with one output; its input gradient is that window's column.
  const windows = tensor([outputs, taps], new Float64Array(outputs * taps), 'float64');
  const back = linearBackward(windows, w.reshape([1, taps]), dy.reshape([outputs, 1])).dx;
  const dcolumns = Float64Array.from({ length: taps * outputs }, (_, at) =>
    back.at(at % outputs, Math.floor(at / outputs)),
  );
  return {
    params,
    options,
    out,
    inputs,
    outputs,
    taps,
    x,
    w,
    y: conv2d(x, w, null, options),
    dy,
    dx: conv2dBackward(x, w, dy, options).dx,
    matrix,
    tapAt,
    columns,
    copyOf,
    dcolumns: tensor([taps, outputs], dcolumns, 'float64'),
    passes: passesOf(matrix),
  };
}
