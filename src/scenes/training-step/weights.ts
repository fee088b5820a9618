import { digitNetwork as trainedNetwork } from '../../kit/digits/digitNetwork.ts';
import { digit } from '../../kit/samples/samples.ts';
import { overwrite } from '../../network/layer.ts';
import { createModel, type Model, type ModelOptions } from '../../network/model.ts';
import { createOptimizer } from '../../network/optimizers.ts';
import { digitNetwork } from '../../network/spec.ts';
import { keepLast } from '../../playback/keepLast.ts';
import { type DType, type Tensor, tensor } from '../../tensor/tensor.ts';
import { DEFAULT_SETTINGS, setStart } from '../../worker/settings.ts';
import type { StepParams } from './parameters.ts';

const EXACT = { dtype: 'float64', engine: 'plain' } as const satisfies ModelOptions;

/** The numbers that the network starts from: w and b of both convolutions and of the dense layer, in float64. */
export const startWeights = keepLast((start: StepParams['start'], seed: number): readonly Tensor[] => {
  if (start === 'trained') return trainedNetwork(EXACT).params;
  const model = createModel(digitNetwork(), { ...EXACT, seed });
  setStart(model, { ...DEFAULT_SETTINGS, start });
  return model.params;
});

/** The digit network with these weights: float64 for numbers that are taken apart, else the fastest for curves. */
export function modelWith(weights: readonly Tensor[], options: ModelOptions = EXACT): Model {
  const model = createModel(digitNetwork(), options);
  overwrite(model.params, weights);
  return model;
}

/** The sample digits of these classes as one batch [n, 1, 28, 28], from 0 (paper) to 1 (ink). */
export const batchOf = (labels: readonly number[], dtype: DType): Tensor =>
  tensor(
    [labels.length, 1, 28, 28],
    labels.flatMap((label) => Array.from(digit(label).pixels, (byte) => byte / 255)),
    dtype,
  );

/** `weights` moved against `gradients`: w − η ∂w, by the core's SGD. */
export function moved(weights: readonly Tensor[], gradients: readonly Tensor[], rate: number): Tensor[] {
  const next = weights.map((w) => w.clone());
  createOptimizer({ type: 'sgd', lr: rate }).stepInPlace(next, gradients);
  return next;
}
