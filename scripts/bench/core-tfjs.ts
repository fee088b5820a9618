import { createRequire } from 'node:module';
import type * as Tfjs from '@tensorflow/tfjs-core';
import type { Tensor } from '../../src/tensor/tensor.ts';
import type { Contender } from './core-contender.ts';
import {
  type Batch,
  convolution,
  LEARNING_RATE,
  type Material,
  MOMENTUM,
  repeat,
  startingModel,
} from './core-settings.ts';
import { registerFilterGradient } from './core-tfjs-gradient.ts';

/** TensorFlow.js; the wasm backend on one thread, with a filter gradient of this benchmark's own. */
export async function tensorflow(
  backend: 'cpu' | 'wasm',
  { batches, image: one }: Material,
): Promise<Contender> {
  const require = createRequire(import.meta.url);
  const tf = require('@tensorflow/tfjs-core') as typeof Tfjs;
  const added = require(`@tensorflow/tfjs-backend-${backend}`) as { setThreadsCount?(count: number): void };
  added.setThreadsCount?.(1);
  // The gradients are registered by the layers package, not by the core's build for Node.
  require('@tensorflow/tfjs-layers');
  await tf.setBackend(backend);
  await tf.ready();
  if (backend === 'wasm') registerFilterGradient(tf);

  // NCHW → NHWC, [co, ci, ky, kx] → [ky, kx, ci, co], [out, c·h·w] → [h·w·c, out].
  const nhwc = (x: Tensor) =>
    tf.transpose(tf.tensor4d(x.data as Float32Array, x.shape as [1, 1, 1, 1]), [0, 2, 3, 1]);
  const hwio = (w: Tensor) =>
    tf.transpose(tf.tensor4d(w.data as Float32Array, w.shape as [1, 1, 1, 1]), [2, 3, 1, 0]);
  const flat = (w: Tensor) =>
    tf.reshape(
      tf.transpose(tf.reshape(tf.tensor(w.data as Float32Array), [10, 16, 7, 7]), [2, 3, 1, 0]),
      [784, 10],
    );
  const params = startingModel('digit', { engine: 'fast' }).params as [
    Tensor,
    Tensor,
    Tensor,
    Tensor,
    Tensor,
    Tensor,
  ];
  const bias = (b: Tensor) => tf.tensor1d(b.data as Float32Array);
  const build = () => {
    const [w1, b1, w2, b2, w3, b3] = params;
    const values = [hwio(w1), bias(b1), hwio(w2), bias(b2), flat(w3), bias(b3)];
    const [k1, c1, k2, c2, k3, c3] = values.map((v) => tf.variable(v)) as Tfjs.Tensor[] as [
      Tfjs.Tensor4D,
      Tfjs.Tensor,
      Tfjs.Tensor4D,
      Tfjs.Tensor,
      Tfjs.Tensor2D,
      Tfjs.Tensor,
    ];
    const block = (x: Tfjs.Tensor4D, k: Tfjs.Tensor4D, c: Tfjs.Tensor) =>
      tf.maxPool(tf.relu(tf.add(tf.conv2d(x, k, 1, 'same'), c)) as Tfjs.Tensor4D, 2, 2, 'valid');
    return (x: Tfjs.Tensor4D) =>
      tf.add(tf.matMul(tf.reshape(block(block(x, k1, c1), k2, c2), [-1, 784]), k3), c3) as Tfjs.Tensor2D;
  };

  const data = batches.map(({ x, labels }: Batch) => ({
    x: nhwc(x) as Tfjs.Tensor4D,
    y: tf.oneHot(tf.tensor1d([...labels], 'int32'), 10),
  }));
  const learning = build();
  const optimizer = tf.train.momentum(LEARNING_RATE, MOMENTUM);
  let step = 0;
  const train = () => {
    const { x, y } = data[step++ % data.length] as (typeof data)[number];
    const loss = optimizer.minimize(() => tf.losses.softmaxCrossEntropy(y, learning(x)) as Tfjs.Scalar, true);
    const value = loss?.dataSync()[0] as number;
    loss?.dispose();
    return value;
  };

  const network = build();
  const image = one.data as Float32Array;
  const c = convolution();
  const [x, w, dy] = [nhwc(c.x) as Tfjs.Tensor4D, hwio(c.w) as Tfjs.Tensor4D, nhwc(c.dy) as Tfjs.Tensor4D];
  // Not through tf.tidy's return value: it would walk the typed array.
  const read = (make: () => Tfjs.Tensor): Float32Array => {
    const result = tf.tidy(make);
    const numbers = result.dataSync() as Float32Array;
    result.dispose();
    return numbers;
  };
  const contender: Contender = {
    forward: (times) => repeat(times, () => read(() => network(tf.tensor4d(image, [1, 28, 28, 1])))),
    conv(times) {
      const y = repeat(times, () => read(() => tf.conv2d(x, w, 1, 'same')));
      return tf.transpose(tf.tensor4d(y, [1, 64, 64, 32]), [0, 3, 1, 2]).dataSync();
    },
  };
  const shared = { strides: 1, pad: 'same', dataFormat: 'NHWC', dimRoundingMode: undefined };
  const kernel = (name: string, inputs: object, attributes: object) =>
    tf
      .engine()
      .runKernel(name, inputs as Tfjs.NamedTensorMap, attributes as Tfjs.NamedAttrMap) as Tfjs.Tensor;
  return {
    ...contender,
    losses: (steps) => Array.from({ length: steps }, train),
    train: (steps) => void repeat(steps, train),
    convBackward(times) {
      const { dw, dx } = repeat(times, () => ({
        dw: read(() => kernel('Conv2DBackpropFilter', { x, dy }, { ...shared, filterShape: w.shape })),
        dx: read(() => kernel('Conv2DBackpropInput', { dy, filter: w }, { ...shared, inputShape: x.shape })),
      }));
      const kernels = tf.transpose(tf.tensor4d(dw, [3, 3, 16, 32]), [3, 2, 0, 1]).dataSync();
      const inputs = tf.transpose(tf.tensor4d(dx, [1, 64, 64, 16]), [0, 3, 1, 2]).dataSync();
      return [...kernels.slice(0, 500), ...inputs.slice(0, 500)];
    },
  };
}
