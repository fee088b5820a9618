import { type BatchNorm2dOptions, type ChannelStatistics, deviationOf } from '../tensor/batchNorm2d.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type {
  Explanation,
  Factor,
  FunctionExplanation,
  RatioExplanation,
  SumExplanation,
} from './explanation.ts';
import { checkIndex, factor, MINUS, number, product, ratioOf, resultOf, sumOf } from './terms.ts';

type Index4 = readonly [number, number, number, number];
type Inputs = { readonly x: Tensor; readonly gamma: Tensor; readonly used: ChannelStatistics };

/** One cell y = gamma · x̂ + beta; x̂, mean and variance are told in `via`. */
export function explainBatchNorm2d(
  { x, gamma, beta, used }: Inputs & { readonly beta: Tensor },
  options: BatchNorm2dOptions,
  index: readonly number[],
): SumExplanation {
  checkIndex('y', index, x.shape);
  const c = index[1] as number;
  const normal = normalised(x, used, options, index);
  const terms = [product(factor('gamma', gamma, c), resultOf(normal)), product(factor('beta', beta, c))];
  return sumOf('y', index, terms, x.dtype, [normal]);
}

/**
 * One cell dx = gamma/√(variance + eps) · (dy − Σdy/m − x̂·Σ(dy·x̂)/m), the sums over the channel; in
 * evaluation the two means are absent.
 */
export function explainBatchNorm2dInput(
  { x, gamma, dy, used }: Inputs & { readonly dy: Tensor },
  options: BatchNorm2dOptions,
  index: readonly number[],
): SumExplanation {
  checkIndex('dx', index, x.shape);
  const c = index[1] as number;
  const deviation = deviationAt(x, used, options, c);
  const scale = ratioOf(
    'gamma/deviation',
    [c],
    [product(factor('gamma', gamma, c))],
    [product(resultOf(deviation))],
    'float64',
    [deviation],
  );
  const own = product(factor('dy', dy, ...index));
  if (!options.training)
    return sumOf('dx', index, [product(resultOf(scale), ...own.factors)], dy.dtype, [scale]);

  const [dgamma, dbeta] = [gammaTerms(x, dy, used, options, c), betaTerms(dy, c)];
  const m = [product(number('count', dbeta.length))];
  const shift = ratioOf('mean dy', [c], dbeta, m);
  const tilt = ratioOf('mean dy·x̂', [c], dgamma, m);
  const normal = normalised(x, used, options, index);
  const terms = [own, product(MINUS, resultOf(shift)), product(MINUS, resultOf(tilt), resultOf(normal))];
  const centred = sumOf('centred dy', index, terms, 'float64', [shift, tilt, normal]);
  return sumOf('dx', index, [product(resultOf(scale), resultOf(centred))], dy.dtype, [scale, centred]);
}

/** One cell dgamma[c] = Σ dy · x̂ over the channel. */
export function explainBatchNorm2dGamma(
  { x, dy, used }: { x: Tensor; dy: Tensor; used: ChannelStatistics },
  options: BatchNorm2dOptions,
  index: readonly number[],
): SumExplanation {
  checkIndex('dgamma', index, used.mean.shape);
  return sumOf('dgamma', index, gammaTerms(x, dy, used, options, index[0] as number), dy.dtype);
}

/** One cell dbeta[c] = Σ dy over the channel. */
export function explainBatchNorm2dBeta({ dy }: { dy: Tensor }, index: readonly number[]): SumExplanation {
  checkIndex('dbeta', index, [dy.shape[1] as number]);
  return sumOf('dbeta', index, betaTerms(dy, index[0] as number), dy.dtype);
}

/** x̂ = (x − mean) / deviation. */
function normalised(
  x: Tensor,
  used: ChannelStatistics,
  options: BatchNorm2dOptions,
  index: readonly number[],
): RatioExplanation {
  const c = index[1] as number;
  const deviation = deviationAt(x, used, options, c);
  const numerator = [product(factor('x', x, ...index)), product(MINUS, factor('mean', used.mean, c))];
  const via: Explanation[] = options.training ? [meanOf(x, c), deviation] : [deviation];
  return ratioOf('x̂', index, numerator, [product(resultOf(deviation))], 'float64', via);
}

/** √(variance + eps), and in training how the variance came about. */
function deviationAt(
  x: Tensor,
  used: ChannelStatistics,
  { training, eps = 1e-5 }: BatchNorm2dOptions,
  c: number,
): FunctionExplanation {
  const value = deviationOf(used, c, eps);
  const terms = [product(factor('variance', used.variance, c)), product(number('eps', eps))];
  const under = sumOf(
    'variance + eps',
    [c],
    terms,
    'float64',
    training ? [varianceOf(x, used, c)] : undefined,
  );
  return {
    kind: 'function',
    tensor: 'deviation',
    index: [c],
    name: 'sqrt',
    argument: resultOf(under),
    result: value,
    value,
    via: [under],
  };
}

function meanOf(x: Tensor, c: number): RatioExplanation {
  const terms = channelCells(x, c).map((at) => product(factor('x', x, ...at)));
  return ratioOf('mean', [c], terms, [product(number('count', terms.length))]);
}

function varianceOf(x: Tensor, used: ChannelStatistics, c: number): RatioExplanation {
  const mean = used.mean.data[c] as number;
  const terms = channelCells(x, c).map((at) => {
    const distance: Factor = number('x − mean', x.at(...at) - mean, at);
    return product(distance, distance);
  });
  return ratioOf('variance', [c], terms, [product(number('count', terms.length))]);
}

function gammaTerms(x: Tensor, dy: Tensor, used: ChannelStatistics, options: BatchNorm2dOptions, c: number) {
  const deviation = deviationAt(x, used, options, c).value;
  const mean = used.mean.data[c] as number;
  return channelCells(x, c).map((at) =>
    product(factor('dy', dy, ...at), number('x̂', (x.at(...at) - mean) / deviation, at)),
  );
}

function betaTerms(dy: Tensor, c: number) {
  return channelCells(dy, c).map((at) => product(factor('dy', dy, ...at)));
}

/** The cells of one channel in the order n, y, x. */
function channelCells(x: Tensor, c: number): Index4[] {
  const [batch, , height, width] = x.shape as Index4;
  const cells: Index4[] = [];
  for (let n = 0; n < batch; n++)
    for (let y = 0; y < height; y++)
      for (let column = 0; column < width; column++) cells.push([n, c, y, column]);
  return cells;
}
