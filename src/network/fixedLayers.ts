import { activation, activationBackward, activationOf } from '../tensor/activations.ts';
import {
  avgPool2d,
  avgPool2dBackward,
  globalAvgPool2d,
  globalAvgPool2dBackward,
} from '../tensor/avgPool2d.ts';
import { dropout, dropoutBackward } from '../tensor/dropout.ts';
import { reject } from '../tensor/errors.ts';
import { flatten, flattenBackward } from '../tensor/flatten.ts';
import { type MaxPool2dResult, maxPool2d, maxPool2dBackward } from '../tensor/maxPool2d.ts';
import { pool2dGeometry } from '../tensor/pool2dGeometry.ts';
import { type Shape, sizeOf, type Tensor } from '../tensor/tensor.ts';
import { fixedLayer, type Layer, remembered } from './layer.ts';
import type { LayerSpec } from './spec.ts';

type SpecOf<Type extends LayerSpec['type']> = LayerSpec & { readonly type: Type };

export function activationLayer(spec: SpecOf<'activation'>, inShape: Shape): Layer {
  activationOf(spec.name, spec.alpha);
  let seen: Tensor | undefined;
  const forward = (x: Tensor) => {
    seen = x;
    return activation(spec.name, x, spec.alpha);
  };
  const backward = (dy: Tensor) => activationBackward(spec.name, remembered(seen, spec.name), dy, spec.alpha);
  return fixedLayer(spec, inShape, inShape, forward, backward);
}

export function maxPool2dLayer(spec: SpecOf<'maxPool2d'>, inShape: Shape): Layer {
  let seen: { x: Shape; argMax: MaxPool2dResult['argMax'] } | undefined;
  const forward = (x: Tensor) => {
    const { y, argMax } = maxPool2d(x, spec);
    seen = { x: x.shape, argMax };
    return y;
  };
  const backward = (dy: Tensor) => {
    const { x, argMax } = remembered(seen, 'maxPool2d');
    return maxPool2dBackward(dy, argMax, x);
  };
  return fixedLayer(spec, inShape, pooledShape(spec, inShape), forward, backward);
}

export function avgPool2dLayer(spec: SpecOf<'avgPool2d'>, inShape: Shape): Layer {
  let seen: Shape | undefined;
  const forward = (x: Tensor) => {
    seen = x.shape;
    return avgPool2d(x, spec);
  };
  const backward = (dy: Tensor) => avgPool2dBackward(dy, remembered(seen, 'avgPool2d'), spec);
  return fixedLayer(spec, inShape, pooledShape(spec, inShape), forward, backward);
}

export function globalAvgPool2dLayer(spec: SpecOf<'globalAvgPool2d'>, inShape: Shape): Layer {
  if (inShape.length !== 3) reject('globalAvgPool2d', 'the shape of a sample', inShape, '[c, h, w]');
  let seen: Shape | undefined;
  const forward = (x: Tensor) => {
    seen = x.shape;
    return globalAvgPool2d(x);
  };
  const backward = (dy: Tensor) => globalAvgPool2dBackward(dy, remembered(seen, 'globalAvgPool2d'));
  return fixedLayer(spec, inShape, [inShape[0] as number, 1, 1], forward, backward);
}

export function flattenLayer(spec: SpecOf<'flatten'>, inShape: Shape): Layer {
  let seen: Shape | undefined;
  const forward = (x: Tensor) => {
    seen = x.shape;
    return flatten(x);
  };
  const backward = (dy: Tensor) => flattenBackward(dy, remembered(seen, 'flatten'));
  return fixedLayer(spec, inShape, [sizeOf(inShape)], forward, backward);
}

/** Drops in training only. */
export function dropoutLayer(spec: SpecOf<'dropout'>, inShape: Shape): Layer {
  if (!(spec.p >= 0 && spec.p <= 1)) reject('dropout', 'p', spec.p, 'from 0 to 1');
  let seen: { mask: Tensor | null } | undefined;
  const forward: Layer['forward'] = (x, { training, seed }) => {
    if (!training) {
      seen = { mask: null };
      return x;
    }
    const { y, mask } = dropout(x, spec.p, seed);
    seen = { mask };
    return y;
  };
  const backward = (dy: Tensor) => {
    const { mask } = remembered(seen, 'dropout');
    return mask ? dropoutBackward(dy, mask) : dy;
  };
  return fixedLayer(spec, inShape, inShape, forward, backward);
}

function pooledShape(spec: SpecOf<'maxPool2d'> | SpecOf<'avgPool2d'>, inShape: Shape): Shape {
  const g = pool2dGeometry(spec.type, [1, ...inShape], spec);
  return g.yShape.slice(1);
}
