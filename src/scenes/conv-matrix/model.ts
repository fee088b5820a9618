import { type GradientClaim, lossGiving } from '../../kit/check/gradients.ts';
import {
  evenSides,
  type ForwardLayer,
  forwardLayer,
  type LayerGradients,
  layerGradients,
  square,
} from '../../kit/convolution/layer.ts';
import { STEP_WORDS } from '../../kit/convolution/words.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { conv2d } from '../../tensor/conv2d.ts';
import { convMatrix, type SparseMatrix } from '../../tensor/convMatrix.ts';
import { im2col } from '../../tensor/im2col.ts';
import { linear, linearBackward } from '../../tensor/linear.ts';
import { createRandom, type Random } from '../../tensor/random.ts';
import { type Tensor, tensor } from '../../tensor/tensor.ts';
import { type MatrixParams, outSide } from './parameters.ts';
import { PASSES } from './words.ts';

/** The products of 𝒞 · x row by row, or those of 𝒞ᵀ · ∂y row by row. */
export type Pass = 'forward' | 'backward';

export interface MatrixModel extends ForwardLayer, LayerGradients {
  readonly params: MatrixParams;
  /** Numbers of the input, of the output, of the kernel: columns, rows, and different entries of 𝒞. */
  readonly inputs: number;
  readonly outputs: number;
  readonly taps: number;
  readonly matrix: SparseMatrix;
  /** 𝒞 [outputs × inputs] and 𝒞ᵀ with their zeros, row by row. */
  readonly dense: Float64Array;
  readonly transposed: Float64Array;
  /** `tapAt[o · inputs + i]`: the weight that stands there; −1: a zero. */
  readonly tapAt: Int16Array;
  /** [taps × outputs]: every window as a column. */
  readonly columns: Tensor;
  /** The place of the input that stands at `tap · outputs + o` of the columns; −1: padding. */
  readonly copyOf: Int16Array;
  /** [taps × outputs]: wᵀ · ∂y, before the overlaps are added. */
  readonly dcolumns: Tensor;
  readonly track: Track<Pass>;
}

/** Small whole numbers without 0, all different, so that each weight can be recognised in the matrix. */
const DIFFERENT = [1, 2, 3, 4, 5, -1, -2, -3, -4];

function shuffled(random: Random): number[] {
  const rest = [...DIFFERENT];
  return DIFFERENT.map(() => rest.splice(random.below(rest.length), 1)[0] as number);
}

const draw = (random: Random, count: number, least: number, most: number): number[] =>
  Array.from({ length: count }, () => least + random.below(most - least + 1));

export function build(params: MatrixParams): MatrixModel {
  const { input, kernel, padding, seed } = params;
  const random = createRandom(seed * 613 + 5);
  const out = outSide(params, padding);
  const [inputs, outputs, taps] = [input * input, out * out, kernel * kernel];
  const weights = shuffled(random).slice(0, taps);
  const x = square(input, params.x ?? draw(random, inputs, 0, 4));
  const w = square(kernel, params.w ?? weights);
  const dy = square(out, params.dy ?? draw(random, outputs, -2, 3));
  const layer = forwardLayer({ ...params, dilation: 1 }, evenSides(padding), { x, w, b: null });
  const matrix = convMatrix(w, [1, input, input], layer.options);
  const { tapAt, copyOf } = standingIn(layer, inputs, outputs, taps);
  const entry = (o: number, i: number): number => {
    const t = tapAt[o * inputs + i] as number;
    return t < 0 ? 0 : (w.data[t] as number);
  };
  return {
    params,
    ...layer,
    ...layerGradients(layer, dy),
    ...{ inputs, outputs, taps, matrix, tapAt, copyOf },
    dense: Float64Array.from(tapAt, (_, at) => entry(Math.floor(at / inputs), at % inputs)),
    transposed: Float64Array.from(tapAt, (_, at) => entry(at % outputs, Math.floor(at / outputs))),
    columns: im2col(x, kernel, layer.options),
    dcolumns: patchGradients(w, dy, outputs, taps),
    track: createTrack<Pass>([
      { id: 'forward', name: PASSES.forward, role: 'output', ...stepsOf(matrix.row, outputs) },
      { id: 'backward', name: PASSES.backward, role: 'gradient', ...stepsOf(matrix.column, inputs) },
    ]),
  };
}

/** ∂x, as a picture and as a vector, and the gradient of the patches, for the loss Σ ∂y · y. */
export function gradientsOf({ x, w, dy, options, columns, taps, outputs }: MatrixModel): GradientClaim[] {
  const ofPixels = (values: Float64Array): number =>
    lossGiving(dy.data, conv2d(tensor(x.shape, values, 'float64'), w, null, options).data);
  const turned = (values: Float64Array): Tensor =>
    tensor(
      [outputs, taps],
      Float64Array.from(values, (_, at) => values[(at % taps) * outputs + Math.floor(at / taps)] as number),
      'float64',
    );
  return [
    { grid: 'dx', values: x.data, loss: ofPixels },
    { grid: 'vdx', values: x.data, loss: ofPixels },
    {
      grid: 'dXcol',
      values: columns.data,
      loss: (values) => lossGiving(dy.data, linear(turned(values), w.reshape([1, taps])).data),
    },
  ];
}

/** Which weight stands where in 𝒞: the same matrix of a kernel that numbers its taps from 1. */
function standingIn({ x, w, options }: ForwardLayer, inputs: number, outputs: number, taps: number) {
  const numbers = Array.from({ length: taps }, (_, t) => t + 1);
  const numbered = convMatrix(square(w.shape[3] as number, numbers), x.shape.slice(1), options);
  const tapAt = new Int16Array(outputs * inputs).fill(-1);
  const copyOf = new Int16Array(taps * outputs).fill(-1);
  numbered.value.forEach((value, e) => {
    const [o, i] = [numbered.row[e] as number, numbered.column[e] as number];
    tapAt[o * inputs + i] = value - 1;
    copyOf[(value - 1) * outputs + o] = i;
  });
  return { tapAt, copyOf };
}

/** Each window is a sample of a dense layer with one output; its input gradient is that window's column. */
function patchGradients(w: Tensor, dy: Tensor, outputs: number, taps: number): Tensor {
  const windows = tensor([outputs, taps], new Float64Array(outputs * taps), 'float64');
  const { dx } = linearBackward(windows, w.reshape([1, taps]), dy.reshape([outputs, 1]));
  const values = Float64Array.from({ length: taps * outputs }, (_, at) =>
    dx.at(at % outputs, Math.floor(at / outputs)),
  );
  return tensor([taps, outputs], values, 'float64');
}

/** Zeros take no step: only the entries of a row are multiplied. @param lines the row of each entry */
function stepsOf(lines: Int32Array, cells: number) {
  const counts = new Array<number>(cells).fill(0);
  for (const line of lines) counts[line] = (counts[line] as number) + 1;
  return { cells, terms: Math.max(...counts), counts, termWord: STEP_WORDS.termWord };
}
