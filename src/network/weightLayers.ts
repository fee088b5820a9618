import { batchNorm2d, batchNorm2dBackward, type ChannelStatistics } from '../tensor/batchNorm2d.ts';
import { conv2dGeometry } from '../tensor/conv2dGeometry.ts';
import { checkWhole, reject } from '../tensor/errors.ts';
import { resolvePair } from '../tensor/geometry.ts';
import { glorotUniform, heNormal } from '../tensor/init.ts';
import { conv2d, conv2dBackward } from '../tensor/kernels/conv2d.ts';
import { linear, linearBackward } from '../tensor/linear.ts';
import { full, type Tensor, zeros } from '../tensor/tensor.ts';
import { type Layer, type LayerSite, remembered } from './layer.ts';
import type { Conv2dSpec, LayerSpec, LinearSpec } from './spec.ts';

/** Weights from He's normal distribution, for the ReLU that follows; biases 0. */
export function conv2dLayer(spec: Conv2dSpec, { inShape, random, dtype }: LayerSite): Layer {
  if (inShape.length !== 3) reject('conv2d', 'the shape of a sample', inShape, '[c, h, w]');
  checkWhole('conv2d', 'out', spec.out, 1);
  const [kh, kw] = resolvePair('conv2d', 'kernel', spec.kernel, 1);
  const wShape = [spec.out, Math.floor((inShape[0] as number) / (spec.groups ?? 1)), kh, kw];
  const g = conv2dGeometry([1, ...inShape], wShape, spec);
  const w = heNormal(wShape, random, dtype);
  const params = spec.bias === false ? [w] : [w, zeros([spec.out], dtype)];
  const grads = params.map((p) => zeros(p.shape, dtype));
  let seen: Tensor | undefined;
  return {
    ...{ spec, inShape, outShape: [spec.out, g.outHeight, g.outWidth], params, grads, buffers: [] },
    forward(x) {
      seen = x;
      return conv2d(x, w, params[1] ?? null, spec);
    },
    backward(dy) {
      const { dx, dw, db } = conv2dBackward(remembered(seen, 'conv2d'), w, dy, spec);
      keep(grads, [dw, db]);
      return dx;
    },
  };
}

/** Weights from Glorot's uniform distribution, for logits come straight out of it; biases 0. */
export function linearLayer(spec: LinearSpec, { inShape, random, dtype }: LayerSite): Layer {
  if (inShape.length !== 1) reject('linear', 'the shape of a sample', inShape, '[features]; flatten first');
  checkWhole('linear', 'out', spec.out, 1);
  const w = glorotUniform([spec.out, inShape[0] as number], random, dtype);
  const params = spec.bias === false ? [w] : [w, zeros([spec.out], dtype)];
  const grads = params.map((p) => zeros(p.shape, dtype));
  let seen: Tensor | undefined;
  return {
    ...{ spec, inShape, outShape: [spec.out], params, grads, buffers: [] },
    forward(x) {
      seen = x;
      return linear(x, w, params[1] ?? null);
    },
    backward(dy) {
      const { dx, dw, db } = linearBackward(remembered(seen, 'linear'), w, dy);
      keep(grads, [dw, db]);
      return dx;
    },
  };
}

/** gamma 1, beta 0; running mean 0 and variance 1. */
export function batchNorm2dLayer(
  spec: LayerSpec & { readonly type: 'batchNorm2d' },
  { inShape, dtype }: LayerSite,
): Layer {
  if (inShape.length !== 3) reject('batchNorm2d', 'the shape of a sample', inShape, '[c, h, w]');
  const shape = [inShape[0] as number];
  const [gamma, beta] = [full(shape, 1, dtype), zeros(shape, dtype)];
  const running: ChannelStatistics = { mean: zeros(shape, dtype), variance: full(shape, 1, dtype) };
  const grads = [zeros(shape, dtype), zeros(shape, dtype)];
  let seen: { x: Tensor; used: ChannelStatistics; training: boolean } | undefined;
  const buffers = [running.mean, running.variance];
  return {
    ...{ spec, inShape, outShape: inShape, params: [gamma, beta], grads, buffers },
    forward(x, { training }) {
      const result = batchNorm2d(x, gamma, beta, running, { ...spec, training });
      seen = { x, used: result.used, training };
      keep(buffers, [result.running.mean, result.running.variance]);
      return result.y;
    },
    backward(dy) {
      const { x, used, training } = remembered(seen, 'batchNorm2d');
      const { dx, dgamma, dbeta } = batchNorm2dBackward(x, gamma, dy, used, { ...spec, training });
      keep(grads, [dgamma, dbeta]);
      return dx;
    },
  };
}

/** Copies into tensors that others hold on to. */
function keep(into: readonly Tensor[], from: readonly Tensor[]): void {
  into.forEach((t, i) => {
    t.data.set((from[i] as Tensor).data);
  });
}
