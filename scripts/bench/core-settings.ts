import { createModel, type Model, type ModelOptions } from '../../src/network/model.ts';
import type { Samples } from '../../src/network/samples.ts';
import { createRandom, randomNormal } from '../../src/tensor/random.ts';
import { type Tensor, zeros } from '../../src/tensor/tensor.ts';
import { NETWORKS, type NetworkName } from './core-networks.ts';

/** Batch 32, SGD with momentum. */
export const BATCH = 32;
export const LEARNING_RATE = 0.02;
export const MOMENTUM = 0.9;

/** The same starting weights in every process, rounded to float32 whatever the format. */
export function startingModel(network: NetworkName, options: ModelOptions = {}): Model {
  const model = createModel(NETWORKS[network], { ...options, seed: 7 });
  for (const { data } of model.params) data.set(Float32Array.from(data));
  return model;
}

export interface Batch {
  readonly x: Tensor;
  readonly labels: readonly number[];
}

/** The first 20 batches of the digits to train on, over which the training goes round and round. */
export function batchesOf(digits: Samples): Batch[] {
  return Array.from({ length: 20 }, (_, b) => {
    const x = zeros([BATCH, 1, 28, 28]);
    const labels = Array.from({ length: BATCH }, (_, n) => digits.read(b * BATCH + n, x.data, n * 784));
    return { x, labels };
  });
}

/** The one image of W4: the first of the digits to test with. */
export function imageOf(digits: Samples): Tensor {
  const x = zeros([1, 1, 28, 28]);
  digits.read(0, x.data, 0);
  return x;
}

/** What the contenders compute with. */
export interface Material {
  readonly batches: readonly Batch[];
  readonly image: Tensor;
}

/** conv2d 16→32, 3 × 3, padding 1, 64 × 64. */
export function convolution(): { x: Tensor; w: Tensor; dy: Tensor } {
  const random = createRandom(11);
  const x = randomNormal([1, 16, 64, 64], random);
  const w = randomNormal([32, 16, 3, 3], random);
  return { x, w, dy: randomNormal([1, 32, 64, 64], random) };
}

/** f so many times. @returns the last result */
export function repeat<T>(times: number, f: () => T): T {
  let result = f();
  for (let i = 1; i < times; i++) result = f();
  return result;
}
