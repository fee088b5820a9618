import { overwrite, stateOf } from '../network/layer.ts';
import type { Model } from '../network/model.ts';
import type { OptimizerSpec } from '../network/optimizers.ts';
import type { ScheduleSpec } from '../network/schedule.ts';
import type { LayerSpec, NetworkSpec } from '../network/spec.ts';
import type { ActivationName } from '../tensor/activations.ts';
import { checkOneOf, checkWhole, reject } from '../tensor/errors.ts';
import { DATA_SETS, type DataName } from './dataSets.ts';
import { SIDE } from './packing.ts';

const POOLINGS = ['max', 'average', 'none'] as const;
const STARTS = ['he', 'zeros', 'small', 'large'] as const;

/** Units of the dense network for each filter. */
const UNITS = 8;

/** What the network of the training looks like. */
export interface Architecture {
  /** Of the first convolution; the second has twice as many. */
  readonly filters: number;
  /** Side of the kernels, odd; they are padded so that stride 1 keeps the size. */
  readonly kernel: number;
  /** Of the first convolution. */
  readonly stride: number;
  /** 2 × 2, behind each convolution. */
  readonly pooling: (typeof POOLINGS)[number];
  readonly activation: ActivationName;
  /** 2, 1, or none: then a dense layer of eight units for each filter stands in their place. */
  readonly convolutions: 0 | 1 | 2;
  readonly batchNorm: boolean;
  /** Share of the cells before the dense layer that each step drops. */
  readonly dropout: number;
}

/** How the weights start: as He and Glorot draw them, all 0, or those numbers a hundredth or ten times as large. */
export type Start = (typeof STARTS)[number];

/** A tensor as it is posted. */
export interface Numbers {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** Everything that decides how a run goes; the same settings give the same numbers. Plain data. */
export interface TrainingSettings {
  readonly architecture: Architecture;
  /** Its weightDecay is the L2. */
  readonly optimizer: OptimizerSpec;
  readonly schedule: ScheduleSpec;
  readonly batchSize: number;
  /** Steps in all: where the schedule ends. */
  readonly steps: number;
  /** Each digit is moved by up to so many pixels each time it is shown. */
  readonly shift: number;
  /** The pixels of every digit stand in another order, the same for all of them. */
  readonly scrambled: boolean;
  readonly start: Start;
  /** The first weights, in place of those that `start` and the seed make: all parameters, then all buffers. */
  readonly weights?: readonly Numbers[];
  readonly seed: number;
  /** What to train on, and how many of it: the first so many. */
  readonly data: DataName;
  readonly digits: number;
}

export const DEFAULT_SETTINGS: TrainingSettings = {
  architecture: {
    ...{ filters: 8, kernel: 5, stride: 1, pooling: 'max', activation: 'relu' },
    ...{ convolutions: 2, batchNorm: false, dropout: 0 },
  },
  optimizer: { type: 'momentum', lr: 0.04, momentum: 0.9, weightDecay: 0 },
  schedule: { type: 'cosine', warmup: 100 },
  batchSize: 32,
  steps: 2500,
  shift: 1,
  scrambled: false,
  start: 'he',
  seed: 1,
  data: 'digits',
  digits: DATA_SETS.digits.train,
};

/** Steps in which every digit is drawn once. */
export function stepsPerEpoch({ digits, batchSize }: TrainingSettings): number {
  return Math.ceil(digits / batchSize);
}

/** @throws Error naming the setting that does not fit */
export function networkOf(architecture: Architecture): NetworkSpec {
  const { filters, kernel, stride, pooling, activation, convolutions, batchNorm, dropout } = architecture;
  checkOneOf('settings', 'pooling', pooling, POOLINGS);
  const block = (out: number, step: number): LayerSpec[] => [
    { type: 'conv2d', out, kernel, stride: step, padding: Math.floor(kernel / 2), bias: !batchNorm },
    ...(batchNorm ? [{ type: 'batchNorm2d' } as const] : []),
    { type: 'activation', name: activation },
    ...(pooling === 'max' ? [{ type: 'maxPool2d', kernel: 2 } as const] : []),
    ...(pooling === 'average' ? [{ type: 'avgPool2d', kernel: 2 } as const] : []),
  ];
  const dense: LayerSpec[] = [
    { type: 'linear', out: UNITS * filters },
    { type: 'activation', name: activation },
  ];
  return {
    input: [1, SIDE, SIDE],
    layers: [
      ...(convolutions > 0 ? block(filters, stride) : []),
      ...(convolutions > 1 ? block(2 * filters, 1) : []),
      { type: 'flatten' },
      ...(convolutions > 0 ? [] : dense),
      ...(dropout > 0 ? [{ type: 'dropout', p: dropout } as const] : []),
      { type: 'linear', out: 10 },
    ],
  };
}

const SCALE: Readonly<Record<Start, number>> = { he: 1, zeros: 0, small: 0.01, large: 10 };

/**
 * Gives a new model its first weights: those that were given, or its own, those of convolutions and dense layers
 * scaled. Biases and batch norm start as they are.
 *
 * @throws Error when the given weights are those of another network
 */
export function setStart(model: Model, { start, weights }: TrainingSettings): void {
  checkOneOf('settings', 'start', start, STARTS);
  const all = stateOf(model);
  const shapes = (tensors: readonly Pick<Numbers, 'shape'>[]) =>
    tensors.map(({ shape }) => `[${shape}]`).join(' ');
  if (weights && shapes(weights) !== shapes(all))
    reject('settings', 'the shapes of the weights', shapes(weights), `${shapes(all)}, those of this network`);
  const scaled = all.map((w) => (w.shape.length > 1 ? w.map((value) => value * SCALE[start]) : w));
  overwrite(all, weights ?? scaled);
}

/** @throws Error naming the setting that does not fit */
export function checkSettings({ shift, digits, architecture }: TrainingSettings): void {
  checkOneOf('settings', 'convolutions', String(architecture.convolutions), ['0', '1', '2']);
  checkWhole('settings', 'shift', shift, 0);
  checkWhole('settings', 'digits', digits, 1);
  checkWhole('settings', 'filters', architecture.filters, 1);
}
