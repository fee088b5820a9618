import type { ActivationName } from '../tensor/activations.ts';
import type { Conv2dOptions } from '../tensor/conv2dGeometry.ts';
import type { Pair } from '../tensor/geometry.ts';
import type { Pool2dOptions } from '../tensor/pool2dGeometry.ts';

/** A layer as plain data: it can be posted to a worker, and written into a weights file. */
export type LayerSpec =
  | Conv2dSpec
  | LinearSpec
  | { readonly type: 'activation'; readonly name: ActivationName; readonly alpha?: number }
  | ({ readonly type: 'maxPool2d' } & Pool2dOptions)
  | ({ readonly type: 'avgPool2d'; readonly countIncludePad?: boolean } & Pool2dOptions)
  | { readonly type: 'globalAvgPool2d' }
  | { readonly type: 'flatten' }
  | { readonly type: 'batchNorm2d'; readonly momentum?: number; readonly eps?: number }
  | { readonly type: 'dropout'; readonly p: number }
  | ResidualSpec;

export interface Conv2dSpec extends Conv2dOptions {
  readonly type: 'conv2d';
  /** Output channels. */
  readonly out: number;
  readonly kernel: Pair;
  /** Default true. */
  readonly bias?: boolean;
}

export interface LinearSpec {
  readonly type: 'linear';
  /** Output features. */
  readonly out: number;
  /** Default true. */
  readonly bias?: boolean;
}

/** y = x + layers(x); the layers must keep the shape. */
export interface ResidualSpec {
  readonly type: 'residual';
  readonly layers: readonly LayerSpec[];
}

/** A sequential network. */
export interface NetworkSpec {
  /** The shape of one sample: [c, h, w], or [features]. */
  readonly input: readonly number[];
  readonly layers: readonly LayerSpec[];
}

const relu = { type: 'activation', name: 'relu' } as const;
const pool = { type: 'maxPool2d', kernel: 2 } as const;
const conv = (out: number) => ({ type: 'conv2d', out, kernel: 5, padding: 2 }) as const;

/**
 * For digits of 28 × 28: two 5 × 5 convolutions (by default 8 and 16 channels, 11,274 parameters), each
 * with ReLU and 2 × 2 max pooling, and a dense layer to 10 logits. Of the size of LeNet-5.
 */
export function digitNetwork(channels: readonly [number, number] = [8, 16]): NetworkSpec {
  const [first, second] = channels;
  const convolutions = [conv(first), relu, pool, conv(second), relu, pool];
  return { input: [1, 28, 28], layers: [...convolutions, { type: 'flatten' }, { type: 'linear', out: 10 }] };
}
