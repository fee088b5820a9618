import { checkRank, checkShape, reject } from './errors.ts';
import { type DType, type Shape, type Tensor, zeros } from './tensor.ts';

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
  const [batch, channels, plane] = sizes(x.shape);
  for (const [name, t] of Object.entries({ gamma, beta, mean: running.mean, variance: running.variance }))
    checkShape(OP, name, t, [channels]);
  const count = batch * plane;
  if (training && count < 2)
    reject(OP, 'the shape of x', x.shape, 'at least two numbers a channel to train on');
  const used = training ? channelStatistics(x) : running;
  const y = zeros(x.shape, x.dtype);
  for (let n = 0; n < batch; n++)
    for (let c = 0; c < channels; c++) {
      const normal = normaliser(used, c, eps);
      for (let i = (n * channels + c) * plane, end = i + plane; i < end; i++)
        y.data[i] = (gamma.data[c] as number) * normal(x.data[i] as number) + (beta.data[c] as number);
    }
  if (!training) return { y, used, running };
  const unbiased = count / (count - 1);
  return {
    y,
    used,
    running: {
      mean: blend(running.mean, used.mean, momentum, 1),
      variance: blend(running.variance, used.variance, momentum, unbiased),
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
  const [batch, channels, plane] = sizes(x.shape);
  checkShape(OP, 'dy', dy, x.shape);
  for (const [name, t] of Object.entries({ gamma, mean: used.mean, variance: used.variance }))
    checkShape(OP, name, t, [channels]);
  const m = batch * plane;
  const dx = zeros(x.shape, dy.dtype);
  const [dgamma, dbeta] = [zeros([channels], dy.dtype), zeros([channels], dy.dtype)];
  for (let c = 0; c < channels; c++) {
    const normal = normaliser(used, c, eps);
    let [sum, weighted] = [0, 0];
    for (const i of channelCells(batch, channels, plane, c)) {
      sum += dy.data[i] as number;
      weighted += (dy.data[i] as number) * normal(x.data[i] as number);
    }
    dbeta.data[c] = sum;
    dgamma.data[c] = weighted;
    const scale = (gamma.data[c] as number) / deviationOf(used, c, eps);
    const [shift, tilt] = [sum / m, weighted / m];
    for (const i of channelCells(batch, channels, plane, c)) {
      const own = dy.data[i] as number;
      dx.data[i] = scale * (training ? own - shift - tilt * normal(x.data[i] as number) : own);
    }
  }
  return { dx, dgamma, dbeta };
}

/** √(variance + eps) of a channel. */
export function deviationOf(used: ChannelStatistics, c: number, eps: number): number {
  return Math.sqrt((used.variance.data[c] as number) + eps);
}

/** x ↦ x̂ = (x − mean) / √(variance + eps), for one channel. */
function normaliser(used: ChannelStatistics, c: number, eps: number): (x: number) => number {
  const [mean, deviation] = [used.mean.data[c] as number, deviationOf(used, c, eps)];
  return (x) => (x - mean) / deviation;
}

/** Mean and biased variance of each channel, in double precision. */
export function channelStatistics(x: Tensor, dtype: DType = 'float64'): ChannelStatistics {
  const [batch, channels, plane] = sizes(x.shape);
  const mean = zeros([channels], dtype);
  const variance = zeros([channels], dtype);
  for (let c = 0; c < channels; c++) {
    let sum = 0;
    for (const i of channelCells(batch, channels, plane, c)) sum += x.data[i] as number;
    const middle = sum / (batch * plane);
    let squares = 0;
    for (const i of channelCells(batch, channels, plane, c)) {
      const distance = (x.data[i] as number) - middle;
      squares += distance * distance;
    }
    mean.data[c] = middle;
    variance.data[c] = squares / (batch * plane);
  }
  return { mean, variance };
}

/** The places in `data` of one channel, in the order n, y, x. */
function* channelCells(batch: number, channels: number, plane: number, c: number): Generator<number> {
  for (let n = 0; n < batch; n++)
    for (let i = (n * channels + c) * plane, end = i + plane; i < end; i++) yield i;
}

function blend(old: Tensor, now: Tensor, momentum: number, factor: number): Tensor {
  const mixed = zeros(old.shape, old.dtype);
  for (let c = 0; c < old.size; c++)
    mixed.data[c] = (1 - momentum) * (old.data[c] as number) + momentum * factor * (now.data[c] as number);
  return mixed;
}

function sizes(shape: Shape): [batch: number, channels: number, plane: number] {
  checkRank(OP, 'x', shape, 'n, c, height, width');
  const [batch, channels, height, width] = shape as [number, number, number, number];
  return [batch, channels, height * width];
}
