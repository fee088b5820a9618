import type { LayerSpec } from '../../src/network/spec.ts';
import type { Tensor } from '../../src/tensor/tensor.ts';
import type { Contender } from './core-contender.ts';
import { NETWORKS, type NetworkName } from './core-networks.ts';
import { BATCH, type Batch, LEARNING_RATE, type Material, MOMENTUM, startingModel } from './core-settings.ts';

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
export interface Convnetjs {
  readonly Net: new () => Convnet;
  readonly Vol: new (sx: number, sy: number, depth: number, value: number) => Vol;
  readonly Trainer: new (
    net: Convnet,
    options: object,
  ) => { train(x: Vol, label: number): { cost_loss: number } };
}

/** The networks that it can train: it has neither groups nor batch norm nor average pooling. */
export const CONVNETJS_CAN: readonly NetworkName[] = ['digit', 'stride', 'pointwise', 'seven'];

/** A network in its own words; ReLU goes with the convolution before it, the last dense layer with the softmax. */
function definitionsOf(layers: readonly LayerSpec[]): object[] {
  return layers.flatMap((layer): object[] => {
    if (layer.type === 'conv2d')
      return [
        {
          type: 'conv',
          sx: layer.kernel,
          filters: layer.out,
          stride: layer.stride ?? 1,
          pad: layer.padding,
          activation: 'relu',
        },
      ];
    if (layer.type === 'maxPool2d') return [{ type: 'pool', sx: layer.kernel, stride: layer.kernel }];
    if (layer.type === 'linear') return [{ type: 'softmax', num_classes: layer.out }];
    return [];
  });
}

/** ConvNetJS, driven as its own demos do: sample by sample, an update every 32. */
export function convnetjs(library: Convnetjs, { batches, image }: Material): Contender {
  const build = (network: NetworkName) => {
    const net = new library.Net();
    net.makeLayers([
      { type: 'input', out_sx: 28, out_sy: 28, out_depth: 1 },
      ...definitionsOf(NETWORKS[network].layers),
    ]);
    const { params } = startingModel(network, { engine: 'fast' });
    const learned = net.layers.filter((layer) => layer.filters);
    learned.forEach((layer, l) => {
      const w = params[2 * l] as Tensor;
      layer.biases?.w.set((params[2 * l + 1] as Tensor).data);
      // A dense layer's filters are flat, as its input is: pixel by pixel, the channel innermost.
      const places =
        w.shape.length === 4 ? [w.shape[2] as number, w.shape[3] as number] : planeOf(net, layer);
      const [height, width] = places as [number, number];
      const depth = w.size / (w.shape[0] as number) / (height * width);
      layer.filters?.forEach((filter, f) => {
        for (let d = 0; d < depth; d++)
          for (let y = 0; y < height; y++)
            for (let x = 0; x < width; x++)
              filter.w[(y * width + x) * depth + d] = w.data[
                ((f * depth + d) * height + y) * width + x
              ] as number;
      });
    });
    return net;
  };
  const volume = (pixels: ArrayLike<number>) => {
    const vol = new library.Vol(28, 28, 1, 0);
    vol.w.set(pixels);
    return vol;
  };
  const data = batches.map(({ x, labels }: Batch) =>
    labels.map((label, n) => ({ label, x: volume(x.data.subarray(n * 784, (n + 1) * 784)) })),
  );
  const options = { method: 'sgd', learning_rate: LEARNING_RATE, momentum: MOMENTUM, batch_size: BATCH };
  const steps = new Map<NetworkName, () => number>();
  const stepOf = (network: NetworkName) => {
    const known = steps.get(network);
    if (known) return known;
    const trainer = new library.Trainer(build(network), { ...options, l1_decay: 0, l2_decay: 0 });
    let step = 0;
    const train = () => {
      let loss = 0;
      for (const { x, label } of data[step % data.length] ?? []) loss += trainer.train(x, label).cost_loss;
      step++;
      return loss / BATCH;
    };
    steps.set(network, train);
    return train;
  };
  const net = build('digit');
  const pixels = volume(image.data);
  return {
    losses: (count) => Array.from({ length: count }, stepOf('digit')),
    train(count, network) {
      const train = stepOf(network);
      for (let i = 0; i < count; i++) train();
    },
    forward(times) {
      let probabilities = net.forward(pixels);
      for (let i = 1; i < times; i++) probabilities = net.forward(pixels);
      return [...probabilities.w].map(Math.log);
    },
  };
}

/** Height and width of what a dense layer reads: what the layer before it puts out. */
function planeOf(net: Convnet, layer: ConvnetLayer): [number, number] {
  const before = net.layers[net.layers.indexOf(layer) - 1] as unknown as { out_sx: number; out_sy: number };
  return [before.out_sy, before.out_sx];
}
