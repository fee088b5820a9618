import { checkRank, checkShape, reject } from './errors.ts';
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
  if (b) checkShape('linear', 'b', b, [outs]);
  const y = zeros([batch, outs], x.dtype);
  for (let n = 0; n < batch; n++)
    for (let o = 0; o < outs; o++) {
      let sum = 0;
      for (let i = 0; i < ins; i++) sum += (x.data[n * ins + i] as number) * (w.data[o * ins + i] as number);
      y.data[n * outs + o] = b ? sum + (b.data[o] as number) : sum;
    }
  return y;
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
  const dx = zeros(x.shape, dy.dtype);
  const dw = zeros(w.shape, dy.dtype);
  const db = zeros([outs], dy.dtype);
  for (let n = 0; n < batch; n++)
    for (let i = 0; i < ins; i++) {
      let sum = 0;
      for (let o = 0; o < outs; o++)
        sum += (dy.data[n * outs + o] as number) * (w.data[o * ins + i] as number);
      dx.data[n * ins + i] = sum;
    }
  for (let o = 0; o < outs; o++) {
    for (let i = 0; i < ins; i++) {
      let sum = 0;
      for (let n = 0; n < batch; n++)
        sum += (dy.data[n * outs + o] as number) * (x.data[n * ins + i] as number);
      dw.data[o * ins + i] = sum;
    }
    let sum = 0;
    for (let n = 0; n < batch; n++) sum += dy.data[n * outs + o] as number;
    db.data[o] = sum;
  }
  return { dx, dw, db };
}

function sizes(x: Shape, w: Shape): [batch: number, ins: number, outs: number] {
  checkRank('linear', 'x', x, 'n, in');
  checkRank('linear', 'w', w, 'out, in');
  if (x[1] !== w[1]) reject('linear', 'the shape of w', w, `[out, ${x[1]}] for x [${x.join(', ')}]`);
  return [x[0] as number, x[1] as number, w[0] as number];
}
