import { reject } from '../errors.ts';
import { convRunner } from './conv/runner.ts';
import { denseRunner } from './dense.ts';
import type { Memory, Site } from './plan/layout.ts';
import type { Engine, Runner } from './plan/plan.ts';
import type { Stage } from './plan/stage.ts';
import { activationRunner } from './stages/activation.ts';
import { avgPoolRunner } from './stages/avgPool.ts';
import { maxPoolRunner } from './stages/maxPool.ts';
import { normRunner } from './stages/norm.ts';
import { padRunner } from './stages/pad.ts';
import { residualRunners } from './stages/residual.ts';
import { tensorRunner } from './stages/tensors.ts';

/** One GiB of doubles: more is asked for by mistake, and no browser gives it. */
const MOST_WORDS = 2 ** 27;

/** Plain TypeScript, double precision inside: faster than single, which JavaScript can only round to. */
export function fastEngine(): Engine {
  const shared = sharedRunners();
  return {
    order: 'planes',
    memory: growingMemory(),
    runner(stage, site) {
      if (stage.kind === 'conv') return convRunner(stage, site);
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

function growingMemory(): Memory {
  let cells = new Float64Array(0);
  return {
    get cells() {
      return cells;
    },
    hold(words) {
      if (words > cells.length) cells = new Float64Array(words);
    },
    most: MOST_WORDS,
  };
}
