import { activationOf } from '../tensor/activations.ts';
import { wholePlane } from '../tensor/avgPool2d.ts';
import { conv2dGeometry } from '../tensor/conv2dGeometry.ts';
import { fastEngine } from '../tensor/kernels/engine.ts';
import { convStages } from '../tensor/kernels/plan/convStages.ts';
import { createPlan, type Plan } from '../tensor/kernels/plan/plan.ts';
import type { ForkStage, PassMode, Stage } from '../tensor/kernels/plan/stage.ts';
import { pool2dGeometry } from '../tensor/pool2dGeometry.ts';
import { compiledEngine } from '../tensor/wasm/engine.ts';
import type { Layer } from './layer.ts';
import { modeAt } from './passes.ts';

/**
 * How a network computes: layer by layer with the readable operations; in a plan of TypeScript kernels; or in one
 * whose kernels are compiled to WebAssembly for its shapes.
 */
export const ENGINES = ['plain', 'fast', 'compiled'] as const;
export type EngineName = (typeof ENGINES)[number];

export interface PlannedEngine {
  readonly name: EngineName;
  /** None: the layers compute. */
  readonly plan: Plan | null;
}

/**
 * The plan in which the layers run. Where WebAssembly is not to be had, `compiled` is `fast`; where the layers fit no
 * plan, in float64 or where they compute nothing, it is `plain`.
 */
export function planFor(layers: readonly Layer[], wanted: EngineName): PlannedEngine {
  const stages = stagesOf(layers);
  const wide = layers.some(({ params }) => params.some(({ dtype }) => dtype !== 'float32'));
  if (wanted === 'plain' || wide || stages.length < 1) return { name: 'plain', plan: null };
  const compiled = wanted === 'compiled' ? compiledEngine() : null;
  const plan = createPlan(stages, layers[0]!.inShape, layers.at(-1)!.outShape, compiled ?? fastEngine());
  return { name: compiled ? 'compiled' : 'fast', plan };
}

/** @param modeOf what layer `i` gets of the mode of the whole */
function stagesOf(
  layers: readonly Layer[],
  modeOf: (mode: PassMode, i: number) => PassMode = modeAt,
): Stage[] {
  const stages: Stage[] = [];
  layers.forEach((layer, i) => {
    const last = stages.at(-1);
    const { spec } = layer;
    // ReLU is written by the stage before it. Behind a block of layers there is a join, which does not write it.
    const joins =
      spec.type === 'activation' && spec.name === 'relu' && (last?.kind === 'conv' || last?.kind === 'dense');
    if (joins && !last.relu) stages[stages.length - 1] = { ...last, relu: true };
    else stages.push(...stagesFor(layer, (mode) => modeOf(mode, i)));
  });
  return stages;
}

function stagesFor(layer: Layer, modeOf: (mode: PassMode) => PassMode): Stage[] {
  const { spec, inShape, outShape, params, grads, buffers } = layer;
  const xShape = [1, ...inShape];
  switch (spec.type) {
    case 'conv2d':
      return convStages(conv2dGeometry(xShape, params[0]!.shape, spec), { params, grads });
    case 'linear':
      return [{ kind: 'dense', params, grads, relu: false, outShape }];
    case 'activation': {
      const { alpha } = activationOf(spec.name, spec.alpha);
      return [{ kind: 'activation', name: spec.name, alpha, outShape: inShape }];
    }
    case 'maxPool2d':
      return [{ kind: 'maxPool', g: pool2dGeometry(spec.type, xShape, spec), outShape }];
    case 'avgPool2d': {
      const includePad = spec.countIncludePad ?? true;
      return [{ kind: 'avgPool', g: pool2dGeometry(spec.type, xShape, spec), includePad, outShape }];
    }
    case 'globalAvgPool2d': {
      const g = pool2dGeometry(spec.type, xShape, { kernel: wholePlane(xShape) });
      return [{ kind: 'avgPool', g, includePad: true, outShape }];
    }
    // To flatten moves nothing: the cells of a sample stay [c, h, w].
    case 'flatten':
      return [];
    case 'batchNorm2d': {
      const { momentum = 0.1, eps = 1e-5 } = spec;
      return [{ kind: 'norm', params, grads, buffers, momentum, eps, outShape }];
    }
    case 'residual': {
      const fork: ForkStage & Stage = { kind: 'fork', outShape: inShape };
      const inner = stagesOf(layer.inner ?? [], (mode, i) => modeAt(modeOf(mode), i));
      return [fork, ...inner, { kind: 'join', fork, outShape }];
    }
    default:
      return [
        {
          kind: 'tensors',
          inShape,
          forward: (x, mode) => layer.forward(x, modeOf(mode)),
          backward: (dy) => layer.backward(dy),
          outShape,
        },
      ];
  }
}
