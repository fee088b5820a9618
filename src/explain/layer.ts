import { type AvgPool2dOptions, wholePlane } from '../tensor/avgPool2d.ts';
import type { ChannelStatistics } from '../tensor/batchNorm2d.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { explainActivation, explainActivationInput } from './activations.ts';
import { explainAdd } from './add.ts';
import { explainAvgPool2d, explainAvgPool2dInput } from './avgPool2d.ts';
import {
  explainBatchNorm2d,
  explainBatchNorm2dBeta,
  explainBatchNorm2dGamma,
  explainBatchNorm2dInput,
} from './batchNorm2d.ts';
import { explainConv2d, explainConv2dBias, explainConv2dInput, explainConv2dWeight } from './conv2d.ts';
import { explainDropout, explainDropoutInput } from './dropout.ts';
import type { Explanation } from './explanation.ts';
import { explainFlatten, explainFlattenInput } from './flatten.ts';
import { explainLinear, explainLinearBias, explainLinearInput, explainLinearWeight } from './linear.ts';
import { explainMaxPool2d, explainMaxPool2dInput } from './maxPool2d.ts';
import type { PassLayer } from './networkPass.ts';
import { factor, product, sumOf } from './terms.ts';

type Index = readonly number[];

/** The names under which a layer's parameters stand in its explanations, in the order of `params`. */
export function parameterNames({ spec }: PassLayer): readonly string[] {
  return spec.type === 'batchNorm2d' ? ['gamma', 'beta'] : ['w', 'b'];
}

/** One cell of a layer's output. */
export function explainOutput(layer: PassLayer, training: boolean, index: Index): Explanation {
  const { spec, x, mask } = layer;
  const [w, b = null] = layer.params as [Tensor, Tensor?];
  switch (spec.type) {
    case 'conv2d':
      return explainConv2d({ x, w, b }, spec, index);
    case 'linear':
      return explainLinear({ x, w, b }, index);
    case 'activation':
      return explainActivation(spec.name, { x }, index, spec.alpha);
    case 'maxPool2d':
      return explainMaxPool2d({ x }, spec, index);
    case 'avgPool2d':
    case 'globalAvgPool2d':
      return explainAvgPool2d({ x }, averaging(layer), index);
    case 'flatten':
      return explainFlatten({ x }, index);
    case 'batchNorm2d': {
      const [gamma, beta] = layer.params as [Tensor, Tensor];
      return explainBatchNorm2d({ x, gamma, beta, used: statistics(layer) }, { ...spec, training }, index);
    }
    case 'dropout':
      return mask
        ? explainDropout({ x, mask }, index)
        : sumOf('y', index, [product(factor('x', x, ...index))], x.dtype);
    case 'residual':
      return explainAdd({ a: x, b: layer.inner?.at(-1)?.y ?? x }, index);
  }
}

/** One cell of what a layer hands back, ∂loss/∂x. @throws Error when no pass came back */
export function explainInputGradient(layer: PassLayer, training: boolean, index: Index): Explanation {
  const { spec, x, mask } = layer;
  const dy = gradientOf(layer);
  const inputShape = x.shape;
  const w = layer.params[0] as Tensor;
  switch (spec.type) {
    case 'conv2d':
      return explainConv2dInput({ w, dy, inputShape }, spec, index);
    case 'linear':
      return explainLinearInput({ w, dy }, index);
    case 'activation':
      return explainActivationInput(spec.name, { x, dy }, index, spec.alpha);
    case 'maxPool2d':
      return explainMaxPool2dInput({ x, dy }, spec, index);
    case 'avgPool2d':
    case 'globalAvgPool2d':
      return explainAvgPool2dInput({ dy, inputShape }, averaging(layer), index);
    case 'flatten':
      return explainFlattenInput({ dy, inputShape }, index);
    case 'batchNorm2d':
      return explainBatchNorm2dInput(
        { x, gamma: w, dy, used: statistics(layer) },
        { ...spec, training },
        index,
      );
    case 'dropout':
      return mask
        ? explainDropoutInput({ dy, mask }, index)
        : sumOf('dx', index, [product(factor('dy', dy, ...index))], dy.dtype);
    case 'residual':
      return { ...explainAdd({ a: dy, b: layer.inner?.[0]?.dx ?? dy }, index), tensor: 'dx' };
  }
}

/** One cell of ∂loss/∂params[parameter]. @throws Error when the layer has none, or no pass came back */
export function explainParameterGradient(
  layer: PassLayer,
  training: boolean,
  parameter: number,
  index: Index,
): Explanation {
  const { spec, x } = layer;
  const dy = gradientOf(layer);
  const first = parameter === 0;
  switch (spec.type) {
    case 'conv2d': {
      const wShape = (layer.params[0] as Tensor).shape;
      return first ? explainConv2dWeight({ x, dy, wShape }, spec, index) : explainConv2dBias({ dy }, index);
    }
    case 'linear':
      return first ? explainLinearWeight({ x, dy }, index) : explainLinearBias({ dy }, index);
    case 'batchNorm2d':
      return first
        ? explainBatchNorm2dGamma({ x, dy, used: statistics(layer) }, { ...spec, training }, index)
        : explainBatchNorm2dBeta({ dy }, index);
    default:
      throw new Error(`explain: a layer of type ${spec.type} has no parameter ${parameter} of its own`);
  }
}

function gradientOf({ spec, dy }: PassLayer): Tensor {
  if (!dy) throw new Error(`explain: no gradient has come back to the ${spec.type} layer`);
  return dy;
}

function statistics({ used }: PassLayer): ChannelStatistics {
  if (!used) throw new Error('explain: a batchNorm2d layer needs the statistics that it used');
  return used;
}

function averaging({ spec, x }: PassLayer): AvgPool2dOptions {
  return spec.type === 'avgPool2d' ? spec : { kernel: wholePlane(x.shape) };
}
