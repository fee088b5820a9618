import { reject } from '../errors.ts';
import { convRunner } from './conv/runner.ts';
import { denseRunner } from './dense.ts';
import { fastMemory } from './memory.ts';
import type { Site } from './plan/layout.ts';
import type { Engine, Runner } from './plan/plan.ts';
import type { Stage } from './plan/stage.ts';
import { activationRunner } from './stages/activation.ts';
import { avgPoolRunner } from './stages/avgPool.ts';
import { maxPoolRunner } from './stages/maxPool.ts';
import { normRunner } from './stages/norm.ts';
import { padRunner } from './stages/pad.ts';
import { residualRunners } from './stages/residual.ts';
import { tensorRunner } from './stages/tensors.ts';

/** Plain TypeScript, double precision inside: faster than single, which JavaScript can only round to. */
export function fastEngine(): Engine {
  const shared = sharedRunners();
  const memory = fastMemory();
  return {
    order: 'planes',
    memory,
    runner(stage, site) {
      if (stage.kind === 'conv') return convRunner(stage, site, memory);
      if (stage.kind === 'dense') return denseRunner(stage, site);
      return shared(stage, site);
    },
  };
}

/** What runs in the memory of any engine, in boxes of either order: all but convolutions and dense layers. */
export function sharedRunners(): (stage: Stage, site: Site) => Runner {
  const residual = residualRunners();
  return (stage, site) => {
    switch (stage.kind) {
      case 'activation':
        return activationRunner(stage, site);
      case 'maxPool':
        return maxPoolRunner(stage, site);
      case 'avgPool':
        return avgPoolRunner(stage, site);
      case 'norm':
        return normRunner(stage, site);
      case 'pad':
        return padRunner(stage, site);
      case 'fork':
        return residual.fork(stage, site);
      case 'join':
        return residual.join(stage, site);
      case 'tensors':
        return tensorRunner(stage, site);
      default:
        return reject('createPlan', 'the stage', stage.kind, 'one that all engines share');
    }
  };
}
