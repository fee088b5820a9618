import type { Random } from '../tensor/random.ts';
import type { DType, Shape, Tensor } from '../tensor/tensor.ts';
import type { LayerSpec } from './spec.ts';

/** What a forward pass is for. */
export interface Mode {
  /** Whether dropout drops and batch norm uses the batch's own statistics. */
  readonly training: boolean;
  /** What dropout draws from; the same seed drops the same cells. */
  readonly seed: number;
}

/**
 * A layer of a network: a plain object that owns its parameters and remembers of the last forward pass
 * what the backward pass needs.
 */
export interface Layer {
  readonly spec: LayerSpec;
  /** Shapes of one sample, without the batch axis. */
  readonly inShape: Shape;
  readonly outShape: Shape;
  /** Learned; changed in place by an optimizer. */
  readonly params: readonly Tensor[];
  /** ∂loss/∂params, in the same order; each backward pass writes them anew. */
  readonly grads: readonly Tensor[];
  /** Kept and saved but not learned (the running statistics of batch norm). */
  readonly buffers: readonly Tensor[];
  /** @param x [n, …inShape] · @returns y [n, …outShape] */
  forward(x: Tensor, mode: Mode): Tensor;
  /** Writes `grads`. @param dy [n, …outShape] · @returns dx of the x that went forward last */
  backward(dy: Tensor): Tensor;
}

/** Where a layer starts from. */
export interface LayerSite {
  readonly inShape: Shape;
  /** Draws the first weights. */
  readonly random: Random;
  readonly dtype: DType;
}

/** A layer that learns nothing, from its two passes. */
export function fixedLayer(
  spec: LayerSpec,
  inShape: Shape,
  outShape: Shape,
  forward: Layer['forward'],
  backward: Layer['backward'],
): Layer {
  return { spec, inShape, outShape, params: [], grads: [], buffers: [], forward, backward };
}

/** What a backward pass needs from the forward pass. @throws Error when that has not been */
export function remembered<T>(value: T | undefined, layer: string): T {
  if (value === undefined) throw new Error(`${layer}.backward: there was no forward pass to go back from`);
  return value;
}
