import type { Layer } from '../network/layer.ts';
import type { Model } from '../network/model.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { TrainingSettings } from './settings.ts';

export type Remedy = 'lower-rate' | 'smaller-start' | 'batch-norm';

/** The first number of a run that is not finite. */
export interface Trouble {
  /** The step in which it arose, from 0. */
  readonly step: number;
  /** A layer's weights, its output, its gradient, or the loss itself. */
  readonly what: 'weights' | 'output' | 'gradient' | 'loss';
  /** Its place in the network; none when it is the loss. */
  readonly layer: number | null;
  readonly type: Layer['spec']['type'] | null;
  /** NaN, ∞ or −∞. */
  readonly value: number;
  /** What to change, the likeliest first. */
  readonly remedies: readonly Remedy[];
}

type Found = Pick<Trouble, 'what' | 'layer' | 'type' | 'value'>;

/** The first number that is not finite; undefined when all are. */
function notFinite(tensors: readonly Tensor[]): number | undefined {
  for (const { data } of tensors)
    for (let i = 0; i < data.length; i++) {
      const value = data[i] as number;
      // Infinite minus itself is not 0, and neither is NaN.
      if (value - value !== 0) return value;
    }
  return undefined;
}

const LOSS = { what: 'loss', layer: null, type: null } as const;

/** The first layer whose weights are not finite. */
export function troubleInWeights({ layers }: Model): Found | undefined {
  for (const [layer, { params, buffers, spec }] of layers.entries()) {
    const value = notFinite([...params, ...buffers]);
    if (value !== undefined) return { what: 'weights', layer, type: spec.type, value };
  }
  return undefined;
}

/** Where in the last forward pass it began. @param loss what came of it */
export function troubleInOutputs(model: Model, loss: number): Found {
  const outputs = model.activations();
  for (const [layer, { spec }] of model.layers.entries()) {
    const value = notFinite([outputs[layer + 1] as Tensor]);
    if (value !== undefined) return { what: 'output', layer, type: spec.type, value };
  }
  return { ...LOSS, value: loss };
}

/** Where in the last backward pass it began, seen from the loss. */
export function troubleInGradients(model: Model): Found {
  const gradients = model.activationGradients();
  const atLogits = notFinite(gradients.slice(-1));
  if (atLogits !== undefined) return { ...LOSS, value: atLogits };
  for (let layer = model.layers.length - 1; layer >= 0; layer--) {
    const { grads, spec } = model.layers[layer] as Layer;
    const value = notFinite([...grads, gradients[layer] as Tensor]);
    if (value !== undefined) return { what: 'gradient', layer, type: spec.type, value };
  }
  return { ...LOSS, value: Number.NaN };
}

/** What to change: the start when it is too large, else the learning rate; batch norm keeps numbers in their range. */
export function remediesFor({ start, architecture }: TrainingSettings, step: number): Remedy[] {
  const remedies: Remedy[] = [];
  if (start === 'large') remedies.push('smaller-start');
  if (step > 0 || start !== 'large') remedies.push('lower-rate');
  if (!architecture.batchNorm) remedies.push('batch-norm');
  return remedies;
}
