import type { Model } from '../../src/network/model.ts';
import { createOptimizer } from '../../src/network/optimizers.ts';
import { conv2d as plainConv2d, conv2dBackward as plainConv2dBackward } from '../../src/tensor/conv2d.ts';
import { crossEntropy, crossEntropyBackward } from '../../src/tensor/crossEntropy.ts';
import { conv2d, conv2dBackward } from '../../src/tensor/kernels/conv2d.ts';
import type { DType } from '../../src/tensor/tensor.ts';
import type { Contender } from './core-contender.ts';
import {
  type Batch,
  batches,
  convolution,
  LEARNING_RATE,
  MOMENTUM,
  oneImage,
  startingModel,
} from './core-settings.ts';

function trainer(model: Model, dtype: DType) {
  const optimizer = createOptimizer({ type: 'momentum', lr: LEARNING_RATE, momentum: MOMENTUM });
  const data = batches();
  let step = 0;
  return (): number => {
    const { x, labels } = data[step++ % data.length] as Batch;
    const logits = model.forward(dtype === 'float64' ? x.as(dtype) : x);
    model.backward(crossEntropyBackward(logits, labels));
    const loss = crossEntropy(logits, labels).data[0] as number;
    optimizer.stepInPlace(model.params, model.grads);
    return loss;
  };
}

/** This core as it chooses itself; or its plain loops in float64, against which the others are checked. */
export function own(plain: boolean): Contender {
  const dtype = plain ? 'float64' : 'float32';
  const model = startingModel(dtype);
  const step = trainer(startingModel(dtype), dtype);
  const image = oneImage().as(dtype);
  const { x, w, dy } = convolution();
  const repeat = <T>(times: number, f: () => T): T => {
    let result = f();
    for (let i = 1; i < times; i++) result = f();
    return result;
  };
  return {
    losses: (steps) => Array.from({ length: steps }, step),
    train: (steps) => void repeat(steps, step),
    forward: (times) => repeat(times, () => model.forward(image).data),
    conv: (times) => repeat(times, () => (plain ? plainConv2d : conv2d)(x, w, null, { padding: 1 }).data),
    convBackward: (times) =>
      repeat(times, () => {
        const { dx, dw } = (plain ? plainConv2dBackward : conv2dBackward)(x, w, dy, { padding: 1 });
        return [...dw.data.subarray(0, 500), ...dx.data.subarray(0, 500)];
      }),
  };
}
