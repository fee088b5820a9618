import { predictedClass } from '../network/evaluate.ts';
import { overwrite } from '../network/layer.ts';
import { createModel, type Model } from '../network/model.ts';
import type { Samples } from '../network/samples.ts';
import { crossEntropy } from '../tensor/crossEntropy.ts';
import { softmax } from '../tensor/softmax.ts';
import { sizeOf, type Tensor, zeros } from '../tensor/tensor.ts';

/** What a network makes of samples, the first of them first. */
export interface Readings {
  readonly count: number;
  readonly correct: number;
  /** Mean cross-entropy. */
  readonly loss: number;
  readonly labels: Uint8Array;
  /** The class of the largest logit. */
  readonly read: Uint8Array;
  /** Its probability. */
  readonly sure: Float32Array;
}

/** Reads the first `count` samples, batch by batch. Each `next()` reads one; what is returned at the end is all. */
export function* readings(model: Model, samples: Samples, count: number): Generator<void, Readings> {
  const BATCH = 50;
  const size = sizeOf(model.spec.input);
  const [labels, read] = [new Uint8Array(count), new Uint8Array(count)];
  const sure = new Float32Array(count);
  let [correct, loss] = [0, 0];
  for (let start = 0; start < count; start += BATCH) {
    const batch = Math.min(BATCH, count - start);
    const x = zeros([batch, ...model.spec.input], model.params[0]?.dtype);
    for (let n = 0; n < batch; n++) labels[start + n] = samples.read(start + n, x.data, n * size);
    const logits = model.forward(x);
    const p = softmax(logits);
    for (let n = 0; n < batch; n++) {
      const best = predictedClass(logits, n);
      read[start + n] = best;
      sure[start + n] = p.data[(n * p.size) / batch + best] as number;
      if (best === labels[start + n]) correct++;
    }
    loss += crossEntropy(logits, labels.subarray(start, start + batch), 'sum').data[0] as number;
    yield;
  }
  return { count, correct, loss: loss / count, labels, read, sure };
}

/** How many filters of a ReLU let nothing through. */
export interface DeadUnits {
  /** The place of the ReLU in the network. */
  readonly layer: number;
  readonly dead: number;
  readonly of: number;
}

/** The network up to each of its ReLUs, as models of their own: so the fast kernels work out what these put out. */
const UP_TO = new WeakMap<Model, readonly { readonly layer: number; readonly model: Model }[]>();

function upToRelus({ spec }: Model): { readonly layer: number; readonly model: Model }[] {
  return spec.layers.flatMap((one, layer) =>
    one.type === 'activation' && one.name === 'relu'
      ? [{ layer, model: createModel({ ...spec, layers: spec.layers.slice(0, layer + 1) }) }]
      : [],
  );
}

/** The filters that are 0 everywhere on each of the first `count` samples, for every ReLU. */
export function deadUnits(model: Model, samples: Samples, count: number): DeadUnits[] {
  const parts = UP_TO.get(model) ?? upToRelus(model);
  UP_TO.set(model, parts);
  const x = zeros([count, ...model.spec.input], model.params[0]?.dtype);
  const size = sizeOf(model.spec.input);
  for (let n = 0; n < count; n++) samples.read(n, x.data, n * size);
  return parts.map(({ layer, model: part }) => {
    overwrite(part.params, model.params.slice(0, part.params.length));
    overwrite(part.buffers, model.buffers.slice(0, part.buffers.length));
    const alive = aliveChannels(part.forward(x));
    return { layer, dead: alive.filter((lives) => !lives).length, of: alive.length };
  });
}

/** Which channels of [n, c, …] hold a number that is not 0. */
function aliveChannels({ shape, data }: Tensor): boolean[] {
  const [samples = 0, channels = 0] = shape;
  const plane = sizeOf(shape.slice(2));
  const lives = (n: number, channel: number): boolean => {
    const start = (n * channels + channel) * plane;
    for (let i = start; i < start + plane; i++) if (data[i] !== 0) return true;
    return false;
  };
  return Array.from({ length: channels }, (_, channel) => {
    for (let n = 0; n < samples; n++) if (lives(n, channel)) return true;
    return false;
  });
}
