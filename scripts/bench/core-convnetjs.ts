import { createRequire } from 'node:module';
import type { Tensor } from '../../src/tensor/tensor.ts';
import type { Contender } from './core-contender.ts';
import {
  BATCH,
  type Batch,
  batches,
  LEARNING_RATE,
  MOMENTUM,
  oneImage,
  startingModel,
} from './core-settings.ts';

interface Vol {
  readonly w: Float64Array;
}
interface ConvnetLayer {
  readonly filters?: Vol[];
  readonly biases?: Vol;
}
interface Convnet {
  readonly layers: ConvnetLayer[];
  makeLayers(definitions: object[]): void;
  forward(x: Vol, training?: boolean): Vol;
}
interface Convnetjs {
  readonly Net: new () => Convnet;
  readonly Vol: new (sx: number, sy: number, depth: number, value: number) => Vol;
  readonly Trainer: new (
    net: Convnet,
    options: object,
  ) => { train(x: Vol, label: number): { cost_loss: number } };
}

/** ConvNetJS, driven as its own demos do: sample by sample, an update every 32. */
export function convnetjs(): Contender {
  const library = createRequire(import.meta.url)('convnetjs') as Convnetjs;
  const build = () => {
    const net = new library.Net();
    net.makeLayers([
      { type: 'input', out_sx: 28, out_sy: 28, out_depth: 1 },
      { type: 'conv', sx: 5, filters: 8, stride: 1, pad: 2, activation: 'relu' },
      { type: 'pool', sx: 2, stride: 2 },
      { type: 'conv', sx: 5, filters: 16, stride: 1, pad: 2, activation: 'relu' },
      { type: 'pool', sx: 2, stride: 2 },
      { type: 'softmax', num_classes: 10 },
    ]);
    const params = startingModel().params;
    const learned = net.layers.filter((layer) => layer.filters);
    learned.forEach((layer, l) => {
      const w = params[2 * l] as Tensor;
      const [, channels, height, width] = l < 2 ? w.shape : [10, 16, 7, 7];
      const [c, h, v] = [channels as number, height as number, width as number];
      layer.biases?.w.set((params[2 * l + 1] as Tensor).data);
      layer.filters?.forEach((filter, f) => {
        // Its volumes have the channel innermost.
        for (let d = 0; d < c; d++)
          for (let y = 0; y < h; y++)
            for (let x = 0; x < v; x++)
              filter.w[(y * v + x) * c + d] = w.data[((f * c + d) * h + y) * v + x] as number;
      });
    });
    return net;
  };
  const volume = (pixels: ArrayLike<number>) => {
    const vol = new library.Vol(28, 28, 1, 0);
    vol.w.set(pixels);
    return vol;
  };
  const data = batches().map(({ x, labels }: Batch) =>
    labels.map((label, n) => ({ label, x: volume(x.data.subarray(n * 784, (n + 1) * 784)) })),
  );
  const options = { method: 'sgd', learning_rate: LEARNING_RATE, momentum: MOMENTUM, batch_size: BATCH };
  const trainer = new library.Trainer(build(), { ...options, l1_decay: 0, l2_decay: 0 });
  let step = 0;
  const train = () => {
    let loss = 0;
    for (const { x, label } of data[step % data.length] ?? []) loss += trainer.train(x, label).cost_loss;
    step++;
    return loss / BATCH;
  };
  const net = build();
  const image = volume(oneImage().data);
  return {
    losses: (steps) => Array.from({ length: steps }, train),
    train(steps) {
      for (let i = 0; i < steps; i++) train();
    },
    forward(times) {
      let probabilities = net.forward(image);
      for (let i = 1; i < times; i++) probabilities = net.forward(image);
      return [...probabilities.w].map(Math.log);
    },
  };
}
