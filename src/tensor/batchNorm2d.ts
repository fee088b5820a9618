import { channelOf, channelSums } from './channels.ts';
import { checkRank, checkShape, reject } from './errors.ts';
import type { Tensor } from './tensor.ts';

/** Mean and variance of each channel, both [c]. */
export interface ChannelStatistics {
  readonly mean: Tensor;
  readonly variance: Tensor;
}

export interface BatchNorm2dResult {
  /** As x. */
  readonly y: Tensor;
  /** What x was normalised with: the batch's own (variance over n·h·w, biased), or the running ones. */
  readonly used: ChannelStatistics;
  /** The running statistics after this batch, in new tensors (variance over n·h·w − 1, as PyTorch). */
  readonly running: ChannelStatistics;
}

export interface BatchNorm2dOptions {
  /** true: normalise with the batch and move the running statistics; false: use those. */
  readonly training: boolean;
  /** Share of the new batch in the running statistics; default 0.1. */
  readonly momentum?: number;
  /** Added to the variance under the root; default 1e-5. */
  readonly eps?: number;
}

const OP = 'batchNorm2d';

/**
 * y = gamma · (x − mean) / √(variance + eps) + beta, channel by channel (Ioffe & Szegedy,
 * arXiv:1502.03167, algorithm 1).
 *
 * @param x [n, c, height, width]
 * @param gamma [c] · @param beta [c] · @param running both [c]; start with zeros and ones
 * @throws Error when a shape does not fit, or a channel has only one number to train on
 */
export function batchNorm2d(
  x: Tensor,
  gamma: Tensor,
  beta: Tensor,
  running: ChannelStatistics,
  { training, momentum = 0.1, eps = 1e-5 }: BatchNorm2dOptions,
): BatchNorm2dResult {
  checkChannels(x, { gamma, beta, ...running });
  const count = x.size / gamma.size;
  if (training && count < 2)
    reject(OP, 'the shape of x', x.shape, 'at least two numbers a channel to train on');
  const used = training ? channelStatistics(x) : running;
  const channel = channelOf(x.shape);
  const normal = normaliser(x, used, eps);
  const y = x.map((_, i) => gamma.data[channel(i)]! * normal(i) + beta.data[channel(i)]!);
  if (!training) return { y, used, running };
  const blend = (old: Tensor, now: Tensor, factor: number) =>
    old.map((value, c) => (1 - momentum) * value + momentum * factor * now.data[c]!);
  return {
    y,
    used,
    running: {
      mean: blend(running.mean, used.mean, 1),
      variance: blend(running.variance, used.variance, count / (count - 1)),
    },
  };
}

export interface BatchNorm2dGradients {
  /** As x. */
  readonly dx: Tensor;
  /** [c] */
  readonly dgamma: Tensor;
  /** [c] */
  readonly dbeta: Tensor;
}

/**
 * With x̂ = (x − mean)/√(variance + eps): dbeta = Σ dy, dgamma = Σ dy·x̂, and in training
 * dx = gamma/√(variance + eps) · (dy − dbeta/m − x̂·dgamma/m), m = n·h·w, because mean and variance move with x.
 * In evaluation they stand still: dx = gamma/√(variance + eps) · dy.
 *
 * @param used of {@link batchNorm2d}
 * @throws Error when a shape does not fit
 */
export function batchNorm2dBackward(
  x: Tensor,
  gamma: Tensor,
  dy: Tensor,
  used: ChannelStatistics,
  { training, eps = 1e-5 }: BatchNorm2dOptions,
): BatchNorm2dGradients {
  checkChannels(x, { gamma, ...used });
  checkShape(OP, 'dy', dy, x.shape);
  const m = x.size / gamma.size;
  const channel = channelOf(x.shape);
  const normal = normaliser(x, used, eps);
  const dbeta = channelSums(dy);
  const dgamma = channelSums(dy, (i) => dy.data[i]! * normal(i));
  const scales = gamma.as('float64').map((scale, c) => scale / deviationOf(used, c, eps));
  const dx = dy.map((own, i) => {
    const c = channel(i);
    const moved = training ? own - dbeta.data[c]! / m - normal(i) * (dgamma.data[c]! / m) : own;
    return scales.data[c]! * moved;
  });
  return { dx, dgamma: dgamma.as(dy.dtype), dbeta: dbeta.as(dy.dtype) };
}

/** √(variance + eps) of a channel. */
export function deviationOf(used: ChannelStatistics, c: number, eps: number): number {
  return Math.sqrt((used.variance.data[c] as number) + eps);
}

/** i ↦ x̂ᵢ = (xᵢ − mean) / √(variance + eps), for each place of x. */
function normaliser(x: Tensor, used: ChannelStatistics, eps: number): (i: number) => number {
  const channel = channelOf(x.shape);
  const deviations = used.variance.as('float64').map((_, c) => deviationOf(used, c, eps));
  return (i) => (x.data[i]! - used.mean.data[channel(i)]!) / deviations.data[channel(i)]!;
}

/** Mean and biased variance of each channel, in double precision. */
export function channelStatistics(x: Tensor): ChannelStatistics {
  const count = x.size / (x.shape[1] as number);
  const mean = channelSums(x).map((sum) => sum / count);
  const squares = channelSums(x, (i, c) => {
    const distance = x.data[i]! - mean.data[c]!;
    return distance * distance;
  });
  return { mean, variance: squares.map((sum) => sum / count) };
}

/** @throws Error unless x is a batch of images and each of the tensors holds one number a channel */
function checkChannels(x: Tensor, tensors: Readonly<Record<string, Tensor>>): void {
  checkRank(OP, 'x', x.shape, 'n, c, height, width');
  for (const [name, t] of Object.entries(tensors)) checkShape(OP, name, t, x.shape.slice(1, 2));
}
