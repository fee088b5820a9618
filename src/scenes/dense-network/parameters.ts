import { cell, cells, choice, whole, wholeCell } from '../../playback/parameters/spec.ts';
import type { NameOf, ParamsOf } from '../../playback/parameters/table.ts';

/** Neurons in the largest layer, inputs included: more could not be drawn and read. */
export const LARGEST = 5;
const LARGEST_OUTPUT = 4;
const LIMIT = 100;

const INPUT = { en: 'Input', zh: '输入' };
const WEIGHTS = { en: 'Weights', zh: '权重' };
const BIASES = { en: 'Biases', zh: '偏置' };
const raster = () => cells({ label: WEIGHTS, most: LARGEST * LARGEST, limit: LIMIT });
const biases = () => cells({ label: BIASES, most: LARGEST, limit: LIMIT });

export const params = {
  inputs: whole({ label: { en: 'Inputs', zh: '输入个数' }, default: 4, range: [1, LARGEST] }),
  hidden: whole({ label: { en: 'Hidden layers', zh: '隐藏层数' }, default: 2, range: [0, 2] }),
  hidden1: whole({
    label: { en: 'Neurons in hidden 1', zh: '隐藏层 1 的神经元' },
    default: 3,
    range: [1, LARGEST],
  }),
  hidden2: whole({
    label: { en: 'Neurons in hidden 2', zh: '隐藏层 2 的神经元' },
    default: 3,
    range: [1, LARGEST],
  }),
  outputs: whole({ label: { en: 'Outputs', zh: '输出个数' }, default: 2, range: [1, LARGEST_OUTPUT] }),
  activation: choice({
    label: { en: 'Activation', zh: '激活函数' },
    options: {
      relu: { en: 'ReLU', zh: 'ReLU' },
      sigmoid: { en: 'Sigmoid', zh: 'Sigmoid' },
      tanh: { en: 'tanh', zh: 'tanh' },
      none: { en: 'None', zh: '无' },
    },
    default: 'relu',
    look: 'segments',
  }),
  seed: wholeCell({ label: { en: 'Numbers', zh: '数' }, default: 27, range: [1, 9999] }),
  /** Which shuffle of the inputs; 0: none. Their weights move along. */
  shuffle: cell({ label: { en: 'Shuffle', zh: '打乱' }, default: 0, range: [0, 99] }),
  /** What the reader typed, on the full raster of `LARGEST` columns; null: as the seed has it. */
  x: cells({ label: INPUT, most: LARGEST, limit: LIMIT }),
  w1: raster(),
  w2: raster(),
  w3: raster(),
  b1: biases(),
  b2: biases(),
  b3: biases(),
} as const;

export type DenseParams = ParamsOf<typeof params>;
export type ActivationChoice = DenseParams['activation'];

export const WEIGHT_PARAMS = ['w1', 'w2', 'w3'] as const;
export const BIAS_PARAMS = ['b1', 'b2', 'b3'] as const;

const filled = (values: readonly number[] | null, count: number): readonly number[] | null =>
  values && Array.from({ length: count }, (_, i) => values[i] ?? 0);

/** Typed numbers cover the whole raster, so that a layer can grow and shrink under them; a layer that is sized is there. */
export function constrain(of: DenseParams, changed?: NameOf<DenseParams>): DenseParams {
  const least = changed === 'hidden2' ? 2 : changed === 'hidden1' ? 1 : 0;
  const typed = {
    x: filled(of.x, LARGEST),
    ...Object.fromEntries(WEIGHT_PARAMS.map((name) => [name, filled(of[name], LARGEST * LARGEST)])),
    ...Object.fromEntries(BIAS_PARAMS.map((name) => [name, filled(of[name], LARGEST)])),
  };
  return {
    ...of,
    ...typed,
    hidden: Math.max(of.hidden, least),
    seed: Math.round(of.seed),
    shuffle: Math.round(of.shuffle),
  };
}
