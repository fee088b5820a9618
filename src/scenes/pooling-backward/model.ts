import { explainAvgPool2dInput } from '../../explain/avgPool2d.ts';
import type { SumExplanation } from '../../explain/explanation.ts';
import { explainMaxPool2dInput } from '../../explain/maxPool2d.ts';
import { type GradientClaim, lossGiving } from '../../kit/check/gradients.ts';
import { square } from '../../kit/convolution/layer.ts';
import { readersOfCell } from '../../kit/pooling/explain.ts';
import { type PoolLayer, poolLayer } from '../../kit/pooling/layer.ts';
import { createTrack, type Track } from '../../playback/track.ts';
import { avgPool2dBackward } from '../../tensor/avgPool2d.ts';
import { maxPool2dBackward } from '../../tensor/maxPool2d.ts';
import { createRandom } from '../../tensor/random.ts';
import type { Tensor } from '../../tensor/tensor.ts';
import type { PoolBackParams } from './parameters.ts';
import { type Payment, paymentsOf } from './payments.ts';
import { WORDS } from './words.ts';

/** All tensors of the figure, in float64: what the core computes for the parameters. */
export interface PoolBackModel extends PoolLayer {
  readonly params: PoolBackParams;
  readonly dy: Tensor;
  readonly dx: Tensor;
  /** For each output, what it sends back. */
  readonly payments: readonly (readonly Payment[])[];
  readonly track: Track<'dx'>;
}

/** What the figure opens with: the 7 is the largest of two windows, the last window has its largest number twice. */
// biome-ignore format: five rows
const FIRST = [
  1, 2, 0, 3, 1,
  0, 1, 7, 2, 2,
  4, 3, 2, 1, 5,
  6, 1, 0, 2, 3,
  2, 0, 5, 1, 0,
] as const;
/** Multiples of nine, so that a mean of nine hands out whole numbers. */
const FIRST_GRADIENT = [18, 27, -9, 36] as const;

function numbersOf({ seed, input, x }: PoolBackParams): readonly number[] {
  if (x) return x;
  if (seed === 1 && input === 5) return FIRST;
  const random = createRandom(seed * 149 + input);
  return Array.from({ length: input * input }, () => random.below(10));
}

/** Whole numbers from −3 to 4, none of them 0. */
function gradientOf({ seed, dy }: PoolBackParams, out: number): readonly number[] {
  if (dy) return dy;
  if (seed === 1 && out === 2) return FIRST_GRADIENT;
  const random = createRandom(seed * 977 + out);
  return Array.from({ length: out * out }, () => [-3, -2, -1, 1, 2, 3, 4][random.below(7)] as number);
}

export function build(params: PoolBackParams): PoolBackModel {
  const layer = poolLayer({ ...params, global: false }, square(params.input, numbersOf(params)));
  const { out, x, argMax, options } = layer;
  const dy = square(out, gradientOf(params, out));
  const dx = argMax ? maxPool2dBackward(dy, argMax, x.shape) : avgPool2dBackward(dy, x.shape, options);
  const payments = Array.from({ length: out * out }, (_, cell) => paymentsOf(layer, dy, cell));
  const model = { params, ...layer, dy, dx, payments };
  return { ...model, track: trackOf(model) };
}

/** Where a pixel's gradient comes from: ∂y of every window that took it, or a share of every one that read it. */
export function explainInput(
  { kind, x, dy, options }: Pick<PoolBackModel, 'kind' | 'x' | 'dy' | 'options'>,
  row: number,
  col: number,
): SumExplanation {
  const index = [0, 0, row, col];
  return kind === 'max'
    ? explainMaxPool2dInput({ x, dy }, options, index)
    : explainAvgPool2dInput({ dy, inputShape: x.shape }, options, index);
}

/** Scattered: output by output, payment by payment. Gathered: pixel by pixel; one that nobody pays takes no step. */
function trackOf(model: Omit<PoolBackModel, 'track'>): Track<'dx'> {
  const { params, payments, side } = model;
  const scatters = params.method === 'scatter';
  const counts = scatters
    ? payments.map(({ length }) => length)
    : Array.from(
        { length: side * side },
        (_, i) => explainInput(model, Math.floor(i / side), i % side).terms.length,
      );
  return createTrack([
    {
      id: 'dx',
      cells: counts.length,
      terms: Math.max(...counts),
      counts,
      name: WORDS.stretch,
      termWord: WORDS.payment,
      role: 'gradient',
    },
  ]);
}

/** The loss whose gradient with respect to y is the given one: Σ ∂y · y. */
function lossOf({ params, dy, side }: PoolBackModel, values: ArrayLike<number>): number {
  const { y } = poolLayer({ ...params, global: false }, square(side, values));
  return lossGiving(dy.data, y.data);
}

/** A nudge of a number changes which one is the largest: there is no slope. */
const NEAR = 1e-4;

/** Whether some window that reads a number has its maximum there and, as large, elsewhere too. */
function isTied(model: PoolBackModel, index: number): boolean {
  const { kind, side, x, extent, stride, sides } = model;
  if (kind === 'average') return false;
  const [row, col] = [Math.floor(index / side), index % side];
  const value = x.data[index] as number;
  return readersOfCell(model, [0, row, col]).some((reader) => {
    let most = Number.NEGATIVE_INFINITY;
    for (let ky = 0; ky < extent; ky++)
      for (let kx = 0; kx < extent; kx++) {
        const [r, c] = [reader.row * stride - sides[0] + ky, reader.col * stride - sides[1] + kx];
        const inside = r >= 0 && c >= 0 && r < side && c < side;
        if (inside && !(r === row && c === col)) most = Math.max(most, x.data[r * side + c] as number);
      }
    return Math.abs(most - value) <= NEAR * Math.max(1, Math.abs(value));
  });
}

export const gradientsOf = (model: PoolBackModel): GradientClaim[] => [
  {
    grid: 'dx',
    values: model.x.data,
    loss: (values) => lossOf(model, values),
    isKink: (index) => isTied(model, index),
  },
];
