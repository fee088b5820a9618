import { batchNorm2d, batchNorm2dBackward } from '../tensor/batchNorm2d.ts';
import * as loops from '../tensor/conv2d.ts';
import { conv2dGeometry } from '../tensor/conv2dGeometry.ts';
import { checkRank, checkWhole, reject } from '../tensor/errors.ts';
import { resolvePair } from '../tensor/geometry.ts';
import { glorotUniform, heNormal } from '../tensor/init.ts';
import * as kernels from '../tensor/kernels/conv2d.ts';
import { linear, linearBackward } from '../tensor/linear.ts';
import { full, type Shape, type Tensor, zeros } from '../tensor/tensor.ts';
import { type Layer, layerOf, type Makers, overwrite, type Pass } from './layer.ts';
import type { Conv2dSpec, LinearSpec } from './spec.ts';

/** The layers that learn. */
export const weightLayers: Makers<'conv2d' | 'linear' | 'batchNorm2d'> = {
  /** Weights from He's normal distribution, for the ReLU that follows; biases 0. */
  conv2d(spec, { inShape, random, dtype, plain }) {
    checkRank(spec.type, 'a sample', inShape, 'c, h, w');
    checkWhole(spec.type, 'out', spec.out, 1);
    const kernel = resolvePair(spec.type, 'kernel', spec.kernel, 1);
    const wShape = [spec.out, Math.floor((inShape[0] as number) / (spec.groups ?? 1)), ...kernel];
    const { yShape } = conv2dGeometry([1, ...inShape], wShape, spec);
    const w = heNormal(wShape, random, dtype);
    const { conv2d, conv2dBackward } = plain ? loops : kernels;
    return weighted(
      spec,
      inShape,
      yShape.slice(1),
      w,
      (x, b) => conv2d(x, w, b, spec),
      (x, dy) => conv2dBackward(x, w, dy, spec),
      plain ? (x, dy) => loops.conv2dBackwardInput(w, dy, x.shape, spec) : undefined,
    );
  },

  /** Weights from Glorot's uniform distribution, for logits come straight out of it; biases 0. */
  linear(spec, { inShape, random, dtype }) {
    if (inShape.length !== 1)
      reject(spec.type, 'the shape of a sample', inShape, '[features]; flatten first');
    checkWhole(spec.type, 'out', spec.out, 1);
    const w = glorotUniform([spec.out, inShape[0] as number], random, dtype);
    return weighted(
      spec,
      inShape,
      [spec.out],
      w,
      (x, b) => linear(x, w, b),
      (x, dy) => linearBackward(x, w, dy),
    );
  },

  /** gamma 1, beta 0; running mean 0 and variance 1. */
  batchNorm2d(spec, { inShape, dtype }) {
    checkRank(spec.type, 'a sample', inShape, 'c, h, w');
    const shape = inShape.slice(0, 1);
    const gamma = full(shape, 1, dtype);
    const beta = zeros(shape, dtype);
    const mean = zeros(shape, dtype);
    const variance = full(shape, 1, dtype);
    const owned = { params: [gamma, beta], buffers: [mean, variance] };
    const pass: Pass = (x, { training }) => {
      const options = { ...spec, training };
      const { y, used, running } = batchNorm2d(x, gamma, beta, { mean, variance }, options);
      overwrite(owned.buffers, [running.mean, running.variance]);
      const back = (dy: Tensor) => {
        const { dx, dgamma, dbeta } = batchNorm2dBackward(x, gamma, dy, used, options);
        return [dx, dgamma, dbeta] as const;
      };
      return [y, back];
    };
    return layerOf(spec, inShape, inShape, pass, owned);
  },
};

/** A layer that learns w and, unless its description says otherwise, a bias that starts from 0. */
function weighted(
  spec: Conv2dSpec | LinearSpec,
  inShape: Shape,
  outShape: Shape,
  w: Tensor,
  forward: (x: Tensor, b: Tensor | null) => Tensor,
  backward: (x: Tensor, dy: Tensor) => loops.Conv2dGradients,
  backwardInput: (x: Tensor, dy: Tensor) => Tensor = (x, dy) => backward(x, dy).dx,
): Layer {
  const b = spec.bias === false ? null : zeros([spec.out], w.dtype);
  const back = (x: Tensor) => (dy: Tensor) => {
    const { dx, dw, db } = backward(x, dy);
    return [dx, dw, db] as const;
  };
  const pass: Pass = (x) => [forward(x, b), back(x), (dy) => backwardInput(x, dy)];
  return layerOf(spec, inShape, outShape, pass, { params: b ? [w, b] : [w] });
}
