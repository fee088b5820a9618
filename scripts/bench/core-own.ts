import { createLayers } from '../../src/network/createLayer.ts';
import type { Model } from '../../src/network/model.ts';
import { createOptimizer } from '../../src/network/optimizers.ts';
import { type EngineName, planFor } from '../../src/network/plan.ts';
import { conv2d, conv2dBackward } from '../../src/tensor/conv2d.ts';
import { crossEntropy, crossEntropyBackward } from '../../src/tensor/crossEntropy.ts';
import type { Plan } from '../../src/tensor/kernels/plan/plan.ts';
import { createRandom } from '../../src/tensor/random.ts';
import { type Tensor, zeros } from '../../src/tensor/tensor.ts';
import type { Contender } from './core-contender.ts';
import type { NetworkName } from './core-networks.ts';
import {
  type Batch,
  convolution,
  LEARNING_RATE,
  type Material,
  MOMENTUM,
  repeat,
  startingModel,
} from './core-settings.ts';

function trainer(model: Model, batches: Material['batches']) {
  const optimizer = createOptimizer({ type: 'momentum', lr: LEARNING_RATE, momentum: MOMENTUM });
  const wide = model.params[0]?.dtype === 'float64';
  let step = 0;
  return (): number => {
    const { x, labels } = batches[step++ % batches.length] as Batch;
    const logits = model.forward(wide ? x.as('float64') : x, { training: true });
    model.backward(crossEntropyBackward(logits, labels));
    const loss = crossEntropy(logits, labels).data[0] as number;
    optimizer.stepInPlace(model.params, model.grads);
    return loss;
  };
}

/** One engine of this core; `plain` in float64, against which the others are checked. */
export function own(engine: EngineName, { batches, image }: Material): Contender {
  const dtype = engine === 'plain' ? 'float64' : 'float32';
  const start = (network: NetworkName) => startingModel(network, { engine, dtype });
  const steps = new Map<NetworkName, () => number>();
  const stepOf = (network: NetworkName) => {
    const step = steps.get(network) ?? trainer(start(network), batches);
    steps.set(network, step);
    return step;
  };
  let network: Model | undefined;
  let convolve: ReturnType<typeof plannedConvolution> | undefined;
  return {
    losses: (count) => Array.from({ length: count }, stepOf('digit')),
    train: (count, name) => void repeat(count, stepOf(name)),
    forward(times) {
      network ??= start('digit');
      const [model, x] = [network, image.as(dtype)];
      return repeat(times, () => model.forward(x).data);
    },
    conv(times) {
      convolve ??= engine === 'plain' ? plainConvolution() : plannedConvolution(engine);
      return repeat(times, convolve.forward);
    },
    convBackward(times) {
      convolve ??= engine === 'plain' ? plainConvolution() : plannedConvolution(engine);
      convolve.forward();
      return repeat(times, convolve.backward);
    },
  };
}

const some = (dw: Tensor, dx: Tensor) => [...dw.data.subarray(0, 500), ...dx.data.subarray(0, 500)];

function plainConvolution() {
  const { x, w, dy } = convolution();
  return {
    forward: () => conv2d(x, w, null, { padding: 1 }).data,
    backward() {
      const { dx, dw } = conv2dBackward(x, w, dy, { padding: 1 });
      return some(dw, dx);
    },
  };
}

function plannedConvolution(engine: EngineName) {
  const { x, w, dy } = convolution();
  const site = { inShape: x.shape.slice(1), random: createRandom(1), dtype: 'float32' } as const;
  const layers = createLayers([{ type: 'conv2d', out: 32, kernel: 3, padding: 1, bias: false }], site);
  layers[0]?.params[0]?.data.set(w.data);
  const plan = planFor(layers, engine).plan as Plan;
  const dx = zeros(x.shape);
  return {
    forward: () => plan.forward(x).data,
    backward() {
      plan.backward(dy, dx);
      return some(layers[0]?.grads[0] as Tensor, dx);
    },
  };
}
