import { activation, activationBackward, activationOf } from '../tensor/activations.ts';
import {
  avgPool2d,
  avgPool2dBackward,
  globalAvgPool2d,
  globalAvgPool2dBackward,
} from '../tensor/avgPool2d.ts';
import { checkProbability, dropout, dropoutBackward } from '../tensor/dropout.ts';
import { checkRank } from '../tensor/errors.ts';
import { flatten, flattenBackward } from '../tensor/flatten.ts';
import { maxPool2d, maxPool2dBackward } from '../tensor/maxPool2d.ts';
import { type Pool2dOptions, pool2dGeometry } from '../tensor/pool2dGeometry.ts';
import { type Shape, sizeOf } from '../tensor/tensor.ts';
import { layerOf, type Makers } from './layer.ts';

/** The layers that learn nothing. */
export const fixedLayers: Makers<
  'activation' | 'maxPool2d' | 'avgPool2d' | 'globalAvgPool2d' | 'flatten' | 'dropout'
> = {
  activation(spec, { inShape }) {
    const { name, alpha } = spec;
    activationOf(name, alpha);
    return layerOf(spec, inShape, inShape, (x) => [
      activation(name, x, alpha),
      (dy) => [activationBackward(name, x, dy, alpha)],
    ]);
  },

  maxPool2d: (spec, { inShape }) =>
    layerOf(spec, inShape, pooledShape(spec, inShape), (x) => {
      const { y, argMax } = maxPool2d(x, spec);
      return [y, (dy) => [maxPool2dBackward(dy, argMax, x.shape)]];
    }),

  avgPool2d: (spec, { inShape }) =>
    layerOf(spec, inShape, pooledShape(spec, inShape), (x) => [
      avgPool2d(x, spec),
      (dy) => [avgPool2dBackward(dy, x.shape, spec)],
    ]),

  globalAvgPool2d(spec, { inShape }) {
    checkRank(spec.type, 'a sample', inShape, 'c, h, w');
    return layerOf(spec, inShape, [inShape[0] as number, 1, 1], (x) => [
      globalAvgPool2d(x),
      (dy) => [globalAvgPool2dBackward(dy, x.shape)],
    ]);
  },

  flatten: (spec, { inShape }) =>
    layerOf(spec, inShape, [sizeOf(inShape)], (x) => [flatten(x), (dy) => [flattenBackward(dy, x.shape)]]),

  /** Drops in training only. */
  dropout(spec, { inShape }) {
    checkProbability(spec.p);
    return layerOf(spec, inShape, inShape, (x, { training, seed }) => {
      if (!training) return [x, (dy) => [dy]];
      const { y, mask } = dropout(x, spec.p, seed);
      return [y, (dy) => [dropoutBackward(dy, mask)]];
    });
  },
};

function pooledShape(spec: Pool2dOptions & { readonly type: string }, inShape: Shape): Shape {
  return pool2dGeometry(spec.type, [1, ...inShape], spec).yShape.slice(1);
}
