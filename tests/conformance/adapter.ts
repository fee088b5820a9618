import { createOptimizer } from '../../src/network/optimizers.ts';
import { type ActivationName, activation, activationBackward } from '../../src/tensor/activations.ts';
import { type AvgPool2dOptions, avgPool2d, avgPool2dBackward } from '../../src/tensor/avgPool2d.ts';
import { conv2d, conv2dBackward } from '../../src/tensor/conv2d.ts';
import { convTranspose2d, convTranspose2dBackward } from '../../src/tensor/convTranspose2d.ts';
import {
  type CrossEntropyTarget,
  crossEntropy,
  crossEntropyBackward,
} from '../../src/tensor/crossEntropy.ts';
import { reject } from '../../src/tensor/errors.ts';
import { linear, linearBackward } from '../../src/tensor/linear.ts';
import { maxPool2d, maxPool2dBackward } from '../../src/tensor/maxPool2d.ts';
import { logSoftmax, logSoftmaxBackward, softmax, softmaxBackward } from '../../src/tensor/softmax.ts';
import { Tensor } from '../../src/tensor/tensor.ts';
import type {
  Act,
  ActOpts,
  Adapter,
  AvgPoolOpts,
  ConvOpts,
  ConvTransposeOpts,
  MaxPoolOpts,
  ParameterGradients,
  PlainTensor,
  Target,
} from './adapter-api.ts';

/** The core's own tensors share the numbers of the case: a change in place would be caught. */
export const into = (t: PlainTensor) => new Tensor(t.shape, t.data);
export const maybe = (t: PlainTensor | null) => t && into(t);
export const out = (t: Tensor): PlainTensor => ({
  shape: [...t.shape],
  data: t.as('float32').data as Float32Array,
});

const gradients = (g: { dx: Tensor; dw: Tensor; db: Tensor }, b: PlainTensor | null): ParameterGradients => ({
  dx: out(g.dx),
  dw: out(g.dw),
  db: b && out(g.db),
});

export const conv = ({ stride, pads, dilation, groups }: ConvOpts) => ({
  stride,
  padding: pads,
  dilation,
  groups,
});
const convTranspose = (o: ConvTransposeOpts) => ({ ...conv(o), outputPadding: o.outputPadding });
export const maxPool = ({ kernel, stride, pads, dilation, ceilMode }: MaxPoolOpts) => ({
  kernel,
  stride,
  padding: pads,
  dilation,
  ceilMode,
});
export const avgPool = ({ kernel, stride, pads, dilation, ceilMode, countIncludePad }: AvgPoolOpts) => {
  const options: AvgPool2dOptions = { kernel, stride, padding: pads, ceilMode, countIncludePad };
  return dilation ? { ...options, dilation } : options;
};
export const named = (kind: Act, { approximate = 'none' }: ActOpts): ActivationName => {
  if (approximate !== 'none' && approximate !== 'tanh')
    reject(kind, 'approximate', approximate, "'none' or 'tanh'");
  return kind === 'gelu' && approximate === 'tanh' ? 'geluTanh' : kind;
};
const target = (t: Target): CrossEntropyTarget => ('prob' in t ? into(t.prob) : t.index);

const adapter: Adapter = {
  name: 'pixel-to-gradient, plain core',

  conv2dForward: (x, w, b, o) => out(conv2d(into(x), into(w), maybe(b), conv(o))),
  conv2dBackward: (x, w, b, dy, o) => gradients(conv2dBackward(into(x), into(w), into(dy), conv(o)), b),

  convTranspose2dForward: (x, w, b, o) => out(convTranspose2d(into(x), into(w), maybe(b), convTranspose(o))),
  convTranspose2dBackward: (x, w, b, dy, o) =>
    gradients(convTranspose2dBackward(into(x), into(w), into(dy), convTranspose(o)), b),

  maxPool2dForward: (x, o) => out(maxPool2d(into(x), maxPool(o)).y),
  maxPool2dBackward(x, dy, o) {
    const { argMax } = maxPool2d(into(x), maxPool(o));
    return { dx: out(maxPool2dBackward(into(dy), argMax, into(x).shape)) };
  },
  avgPool2dForward: (x, o) => out(avgPool2d(into(x), avgPool(o))),
  avgPool2dBackward: (x, dy, o) => ({ dx: out(avgPool2dBackward(into(dy), x.shape, avgPool(o))) }),

  activationForward: (kind, x, o) => out(activation(named(kind, o), into(x), o.alpha)),
  activationBackward: (kind, x, dy, o) => ({
    dx: out(activationBackward(named(kind, o), into(x), into(dy), o.alpha)),
  }),

  softmaxForward: (x, axis, log) => out((log ? logSoftmax : softmax)(into(x), axis)),
  softmaxBackward: (x, dy, axis, log) => {
    const y = (log ? logSoftmax : softmax)(into(x).as('float64'), axis);
    return { dx: out((log ? logSoftmaxBackward : softmaxBackward)(y, into(dy), axis)) };
  },

  denseForward: (x, w, b) => out(linear(into(x), into(w), maybe(b))),
  denseBackward: (x, w, b, dy) => gradients(linearBackward(into(x), into(w), into(dy)), b),

  softmaxCrossEntropyForward: (logits, t, r) => out(crossEntropy(into(logits), target(t), r)),
  softmaxCrossEntropyBackward: (logits, t, dy, r) => ({
    dx: out(crossEntropyBackward(into(logits), target(t), r, into(dy))),
  }),

  createOptimizer: (spec) => {
    const optimizer = createOptimizer(spec);
    return {
      step(params, grads) {
        const moved = params.map((p) => into(p).clone());
        optimizer.stepInPlace(moved, grads.map(into));
        return moved.map(out);
      },
    };
  },
};

export default adapter;
