import type { ActivationName } from '../../activations.ts';
import type { Conv2dGeometry } from '../../conv2dGeometry.ts';
import type { Shape, Tensor } from '../../tensor.ts';

/** What a forward pass is for: see `Mode` of the network. */
export interface PassMode {
  readonly training: boolean;
  readonly seed: number;
}

/** What learns. */
export interface Learned {
  /** Weights and, if there is one, the bias; float32. */
  readonly params: readonly Tensor[];
  /** Where the gradients of the parameters go, in the same order. */
  readonly grads: readonly Tensor[];
}

/** A convolution of one sample, whose padding is zeros, with or without a ReLU behind it. */
export interface ConvStage extends Learned {
  readonly kind: 'conv';
  readonly g: Conv2dGeometry;
  readonly relu: boolean;
}

/** A dense layer, w [outs, ins], with or without a ReLU behind it. */
export interface DenseStage extends Learned {
  readonly kind: 'dense';
  readonly relu: boolean;
}

export interface ActivationStage {
  readonly kind: 'activation';
  readonly name: ActivationName;
  readonly alpha: number;
}

export interface PoolStage {
  readonly kind: 'maxPool' | 'avgPool';
  readonly g: Conv2dGeometry;
  /** Whether padding counts in the mean. */
  readonly includePad?: boolean;
}

/** Batch norm: of all samples together. */
export interface NormStage extends Learned {
  readonly kind: 'norm';
  /** Running mean and variance. */
  readonly buffers: readonly Tensor[];
  readonly momentum: number;
  readonly eps: number;
}

/** Padding that is not zeros: row iy of y is row `rows[iy]` of x, columns alike. */
export interface PadStage {
  readonly kind: 'pad';
  readonly rows: Int32Array;
  readonly cols: Int32Array;
}

/** Where a residual block begins: x goes into its layers, and around them. */
export interface ForkStage {
  readonly kind: 'fork';
}

/** Where it ends: y = the x of the fork + what the layers made. */
export interface JoinStage {
  readonly kind: 'join';
  readonly fork: ForkStage;
}

/** Anything else: a layer that computes with tensors, all samples together. */
export interface TensorStage {
  readonly kind: 'tensors';
  /** Of one sample. */
  readonly inShape: Shape;
  readonly forward: (x: Tensor, mode: PassMode) => Tensor;
  readonly backward: (dy: Tensor) => Tensor;
}

/** One step of a plan, from the numbers of one place to those of the next. */
export type Stage = (
  | ConvStage
  | DenseStage
  | ActivationStage
  | PoolStage
  | NormStage
  | PadStage
  | ForkStage
  | JoinStage
  | TensorStage
) & {
  /** What it puts out for one sample: [c, h, w], or [features]. */
  readonly outShape: Shape;
};

/** Stages that need all samples at once; the others go sample by sample, which keeps their numbers in the cache. */
export function takesAll({ kind }: Stage): boolean {
  return kind === 'norm' || kind === 'tensors';
}
