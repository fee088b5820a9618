import { crossEntropy } from '../tensor/crossEntropy.ts';
import { sizeOf, type Tensor, zeros } from '../tensor/tensor.ts';
import type { Model } from './model.ts';
import type { Samples } from './samples.ts';

/** The place of the largest logit of sample n; of equal ones the first. */
export function predictedClass(logits: Tensor, n: number): number {
  const classes = logits.shape[1] as number;
  let best = 0;
  for (let k = 1; k < classes; k++)
    if ((logits.data[n * classes + k] as number) > (logits.data[n * classes + best] as number)) best = k;
  return best;
}

/** How many samples have the largest logit at their class. */
export function countCorrect(logits: Tensor, labels: ArrayLike<number>): number {
  let correct = 0;
  for (let n = 0; n < labels.length; n++) if (predictedClass(logits, n) === labels[n]) correct++;
  return correct;
}

export interface Evaluation {
  readonly count: number;
  readonly correct: number;
  /** correct / count */
  readonly accuracy: number;
  /** Mean cross-entropy. */
  readonly loss: number;
}

/**
 * Runs samples through the network without learning from them.
 *
 * @param count how many, from the first on; default all
 * @param batchSize not larger than that of the training keeps the plan that the model already has
 */
export function evaluate(model: Model, samples: Samples, count = samples.count, batchSize = 32): Evaluation {
  const size = sizeOf(model.spec.input);
  let [correct, loss] = [0, 0];
  for (let start = 0; start < count; start += batchSize) {
    const batch = Math.min(batchSize, count - start);
    const x = zeros([batch, ...model.spec.input], model.params[0]?.dtype);
    const labels = Array.from({ length: batch }, (_, n) => samples.read(start + n, x.data, n * size));
    const logits = model.forward(x);
    correct += countCorrect(logits, labels);
    loss += crossEntropy(logits, labels, 'sum').data[0] as number;
  }
  return { count, correct, accuracy: correct / count, loss: loss / count };
}
