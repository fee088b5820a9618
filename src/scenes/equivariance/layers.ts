import { explainConv2d } from '../../explain/conv2d.ts';
import type { ChoiceExplanation, Factor, SumExplanation } from '../../explain/explanation.ts';
import { explainMaxPool2d } from '../../explain/maxPool2d.ts';
import { conv2d } from '../../tensor/conv2d.ts';
import { maxPool2d } from '../../tensor/maxPool2d.ts';
import { type Tensor, tensor, zeros } from '../../tensor/tensor.ts';
import type { ShiftParams } from './parameters.ts';
import { type Border, wrap } from './shift.ts';

const KERNELS: Readonly<Record<ShiftParams['kernel'], readonly number[]>> = {
  edgeX: [-1, 0, 1, -1, 0, 1, -1, 0, 1],
  edgeY: [-1, -1, -1, 0, 0, 0, 1, 1, 1],
  laplace: [0, 1, 0, 1, -4, 1, 0, 1, 0],
};

/** The binomial blur: its weights add up to 1, so a flat picture stays as it is. */
const BLUR = [1, 2, 1, 2, 4, 2, 1, 2, 1].map((weight) => weight / 16);

export interface LayerSettings {
  /** What the layer does: a convolution, a maximum, or a maximum that is blurred before cells are left out. */
  readonly operation: ShiftParams['operation'];
  readonly kernel: ShiftParams['kernel'];
  readonly stride: number;
  readonly border: Border;
}

const square3 = (values: readonly number[]): Tensor => tensor([1, 1, 3, 3], values, 'float64');

/** The weights of the layer; a maximum alone has none. */
export const weightsOf = ({ operation, kernel }: LayerSettings): Tensor | null =>
  operation === 'max' ? null : square3(operation === 'conv' ? KERNELS[kernel] : BLUR);

/** A pooling window is as wide as its stride, and at least 2. */
export const windowOf = ({ stride }: LayerSettings): number => Math.max(2, stride);

const convOptions = ({ stride, border }: LayerSettings) => ({ stride, padding: 1, padMode: border }) as const;

/** A picture that goes round continues with its first rows and columns, so that every window finds numbers. */
function continued(x: Tensor, settings: LayerSettings): Tensor {
  if (settings.border === 'zeros') return x;
  const side = x.shape[2] as number;
  const long = side + windowOf(settings) - 1;
  const all = zeros([1, 1, long, long], 'float64');
  for (let i = 0; i < all.size; i++)
    all.data[i] = x.data[(Math.floor(i / long) % side) * side + ((i % long) % side)] as number;
  return all;
}

const denseMax = (x: Tensor, settings: LayerSettings): Tensor =>
  maxPool2d(continued(x, settings), { kernel: windowOf(settings), stride: 1 }).y;

/** The layer. */
export function apply(x: Tensor, settings: LayerSettings): Tensor {
  switch (settings.operation) {
    case 'conv':
      return conv2d(x, weightsOf(settings) as Tensor, null, convOptions(settings));
    case 'max':
      return maxPool2d(continued(x, settings), { kernel: windowOf(settings), stride: settings.stride }).y;
    case 'blur':
      return conv2d(denseMax(x, settings), weightsOf(settings) as Tensor, null, convOptions(settings));
  }
}

/** Where one cell of the output comes from; `name` is what its input is called. */
export function explainCell(
  x: Tensor,
  settings: LayerSettings,
  name: string,
  row: number,
  col: number,
): SumExplanation | ChoiceExplanation {
  const index = [0, 0, row, col];
  const side = x.shape[2] as number;
  // A cell of the continued picture is the cell that it repeats.
  const home = (factor: Factor, tensorName: string): Factor => ({
    ...factor,
    tensor: tensorName,
    index: factor.index.map((at, axis) => (axis < 2 || factor.virtual ? at : wrap(at, side))),
  });
  if (settings.operation === 'max') {
    const options = { kernel: windowOf(settings), stride: settings.stride };
    const choice = explainMaxPool2d({ x: continued(x, settings) }, options, index);
    return { ...choice, candidates: choice.candidates.map((each) => home(each, name)) };
  }
  const blurs = settings.operation === 'blur';
  const read = blurs ? denseMax(x, settings) : x;
  const sum = explainConv2d({ x: read, w: weightsOf(settings) as Tensor }, convOptions(settings), index);
  const terms = sum.terms.map((term) => ({
    ...term,
    factors: term.factors.map((factor) =>
      factor.tensor === 'x' ? { ...factor, tensor: blurs ? 'max' : name } : factor,
    ),
  }));
  return { ...sum, terms };
}

/** The rows (or columns) of the picture that one place of the output depends on, first and last. */
export function reachOf(settings: LayerSettings, place: number): readonly [first: number, last: number] {
  const { stride, operation } = settings;
  const wide = windowOf(settings);
  switch (operation) {
    case 'conv':
      return [place * stride - 1, place * stride + 1];
    case 'max':
      return [place * stride, place * stride + wide - 1];
    case 'blur':
      return [place * stride - 1, place * stride + wide];
  }
}
