import type { Model } from '../network/model.ts';
import type { Batch } from '../network/trainer.ts';
import { crossEntropyBackward } from '../tensor/crossEntropy.ts';
import { sizeOf, type Tensor } from '../tensor/tensor.ts';
import type { WeightPlace } from './weightStep.ts';

/** One digit of a batch, and how it pushed one weight. */
export interface Push {
  readonly label: number;
  /** As it was shown, moved by its augmentation: grey values from 0 (paper) to 255 (ink). */
  readonly pixels: Uint8Array;
  /** Its share of the batch's gradient of the weight: the shares of all digits add up to it. */
  readonly gradient: number;
}

/** A step, and the digits in it that pushed the weight most. */
export interface StepPushes {
  readonly step: number;
  /** Of the whole batch. */
  readonly gradient: number;
  readonly batchSize: number;
  /** The hardest first. */
  readonly pushes: readonly Push[];
}

/**
 * The share that each digit of a batch has in the gradient of one weight: one backward pass a digit, with the gradients of
 * all other logits set to 0. To go back is linear in ∂logits, so the shares add up to the gradient of the batch, with
 * batch norm and dropout too. Each `next()` does one digit.
 *
 * @param model as its forward pass of the batch left it; its gradients are overwritten
 */
export function* sharesOf(
  model: Model,
  { labels, logits }: Batch,
  { param, at }: WeightPlace,
): Generator<void, number[]> {
  const all = crossEntropyBackward(logits, labels);
  const classes = all.size / labels.length;
  const shares: number[] = [];
  for (let n = 0; n < labels.length; n++) {
    model.backward(all.map((value, i) => (Math.floor(i / classes) === n ? value : 0)));
    shares.push((model.grads[param] as Tensor).data[at] as number);
    yield;
  }
  return shares;
}

/** The `most` digits with the largest shares. */
export function hardest({ x, labels }: Batch, shares: readonly number[], most: number): Push[] {
  const size = sizeOf(x.shape.slice(1));
  return shares
    .map((gradient, n) => ({ gradient, n }))
    .sort((a, b) => Math.abs(b.gradient) - Math.abs(a.gradient))
    .slice(0, most)
    .map(({ gradient, n }) => ({
      label: labels[n] as number,
      pixels: Uint8Array.from(x.data.slice(n * size, (n + 1) * size), (ink: number) => Math.round(ink * 255)),
      gradient,
    }));
}
