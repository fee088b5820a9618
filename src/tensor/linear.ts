import { channelSums, withBias } from './channels.ts';
import { checkRank, checkShape } from './errors.ts';
import { type Shape, type Tensor, zeros } from './tensor.ts';

/**
 * y = x wᵀ + b, the dense layer; the bias is added last.
 *
 * @param x [n, in]
 * @param w [out, in], as PyTorch stores it
 * @param b [out], or null
 * @returns y [n, out]
 * @throws Error when a shape does not fit
 */
export function linear(x: Tensor, w: Tensor, b: Tensor | null = null): Tensor {
  const [batch, ins, outs] = sizes(x.shape, w.shape);
  const y = zeros([batch, outs], 'float64');
  for (let n = 0; n < batch; n++)
    for (let o = 0; o < outs; o++)
      for (let i = 0; i < ins; i++) y.data[n * outs + o]! += x.data[n * ins + i]! * w.data[o * ins + i]!;
  return withBias('linear', y, b).as(x.dtype);
}

export interface LinearGradients {
  /** [n, in] */
  readonly dx: Tensor;
  /** [out, in] */
  readonly dw: Tensor;
  /** [out] */
  readonly db: Tensor;
}

/**
 * dx = dy w, dw = dyᵀ x, db = Σₙ dy.
 *
 * @param dy [n, out]
 * @throws Error when a shape does not fit
 */
export function linearBackward(x: Tensor, w: Tensor, dy: Tensor): LinearGradients {
  const [batch, ins, outs] = sizes(x.shape, w.shape);
  checkShape('linear', 'dy', dy, [batch, outs]);
  const dx = zeros(x.shape, 'float64');
  const dw = zeros(w.shape, 'float64');
  for (let n = 0; n < batch; n++)
    for (let o = 0; o < outs; o++)
      for (let i = 0; i < ins; i++) {
        dx.data[n * ins + i]! += dy.data[n * outs + o]! * w.data[o * ins + i]!;
        dw.data[o * ins + i]! += dy.data[n * outs + o]! * x.data[n * ins + i]!;
      }
  const db = channelSums(dy);
  return { dx: dx.as(dy.dtype), dw: dw.as(dy.dtype), db: db.as(dy.dtype) };
}

function sizes(x: Shape, w: Shape): [batch: number, ins: number, outs: number] {
  checkRank('linear', 'x', x, 'n, in');
  const [batch, ins] = x as [number, number];
  checkShape('linear', 'w', { shape: w }, ['out', ins]);
  return [batch, ins, w[0] as number];
}
