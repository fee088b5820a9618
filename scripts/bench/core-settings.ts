import { createModel, type Model } from '../../src/network/model.ts';
import { digitNetwork } from '../../src/network/spec.ts';
import { createRandom, randomNormal } from '../../src/tensor/random.ts';
import { type DType, type Tensor, zeros } from '../../src/tensor/tensor.ts';
import { mnist } from '../mnist.ts';

/** W1: the digit network of 8 and 16 channels, batch 32, SGD with momentum. */
export const BATCH = 32;
export const LEARNING_RATE = 0.02;
export const MOMENTUM = 0.9;

/** The same starting weights in every process, rounded to float32 whatever the format. */
export function startingModel(dtype: DType = 'float32'): Model {
  const model = createModel(digitNetwork(), { seed: 7, dtype });
  for (const { data } of model.params) data.set(Float32Array.from(data));
  return model;
}

export interface Batch {
  readonly x: Tensor;
  readonly labels: readonly number[];
}

/** The first 20 batches of MNIST, over which the training goes round and round. */
export function batches(): Batch[] {
  const digits = mnist('train');
  return Array.from({ length: 20 }, (_, b) => {
    const x = zeros([BATCH, 1, 28, 28]);
    const labels = Array.from({ length: BATCH }, (_, n) => digits.read(b * BATCH + n, x.data, n * 784));
    return { x, labels };
  });
}

/** The one image of W4. */
export function oneImage(): Tensor {
  const x = zeros([1, 1, 28, 28]);
  mnist('t10k').read(0, x.data, 0);
  return x;
}

/** conv2d 16→32, 3 × 3, padding 1, 64 × 64. */
export function convolution(): { x: Tensor; w: Tensor; dy: Tensor } {
  const random = createRandom(11);
  const x = randomNormal([1, 16, 64, 64], random);
  const w = randomNormal([32, 16, 3, 3], random);
  return { x, w, dy: randomNormal([1, 32, 64, 64], random) };
}
