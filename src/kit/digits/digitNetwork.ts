import { createModel, type Model, type ModelOptions } from '../../network/model.ts';
import { loadWeights } from '../../network/weights.ts';
import { bytesFromBase64 } from '../samples/bytes.ts';
import stored from './digitNetwork.json';

let saved: Model | undefined;

/**
 * The network that `npm run train` wrote, as a model of its own each time: 28 × 28 numbers from 0 (paper) to 1 (ink) in,
 * ten logits out. The README states its accuracy.
 *
 * @param options float64 for numbers that are taken apart; the fastest engine for those that are only looked at
 */
export function digitNetwork(options: ModelOptions = {}): Model {
  saved ??= loadWeights(bytesFromBase64(stored.weights));
  const model = createModel(saved.spec, options);
  model.params.forEach((tensor, i) => {
    tensor.data.set(saved?.params[i]?.data ?? []);
  });
  return model;
}
