import { linesOf } from '../plan/box.ts';
import type { Place, Site } from '../plan/layout.ts';
import type { Runner } from '../plan/plan.ts';
import type { ForkStage, JoinStage } from '../plan/stage.ts';

/** What the ends of a residual block know of each other. */
interface Skip {
  /** The x of the fork. */
  readonly site: Site;
  /** What the join gives back past the layers, line by line without a border. */
  readonly dyAt: Place;
}

/** The two ends of residual blocks: y = x + layers(x), dx = dy + layersᵀ(dy). A fork has to be made before its join. */
export function residualRunners(): {
  fork(stage: ForkStage, site: Site): Runner;
  join(stage: JoinStage, site: Site): Runner;
} {
  const skips = new Map<ForkStage, Skip>();
  return {
    fork(stage, site) {
      const { memory } = site;
      const [from, to] = [linesOf(site.x), linesOf(site.y)];
      const dyAt = site.reserveEach(from.count * from.length);
      skips.set(stage, { site, dyAt });
      return {
        forward(n) {
          const a = memory.cells;
          for (let l = 0; l < from.count; l++) {
            const x = site.xAt(n) + from.starts[l]!;
            a.copyWithin(site.yAt(n) + to.starts[l]!, x, x + from.length);
          }
        },
        backward(n) {
          const a = memory.cells;
          for (let l = 0; l < from.count; l++) {
            const dx = site.dxAt(n) + from.starts[l]!;
            const dy = site.dyAt(n) + to.starts[l]!;
            const past = dyAt(n) + l * from.length;
            for (let i = 0; i < from.length; i++) a[dx + i] = a[past + i]! + a[dy + i]!;
          }
        },
      };
    },

    join({ fork }, site) {
      const { memory } = site;
      const skip = skips.get(fork)!;
      const [skipped, from, to] = [linesOf(skip.site.x), linesOf(site.x), linesOf(site.y)];
      return {
        forward(n) {
          const a = memory.cells;
          for (let l = 0; l < from.count; l++) {
            const before = skip.site.xAt(n) + skipped.starts[l]!;
            const x = site.xAt(n) + from.starts[l]!;
            const y = site.yAt(n) + to.starts[l]!;
            for (let i = 0; i < from.length; i++) a[y + i] = a[before + i]! + a[x + i]!;
          }
        },
        backward(n) {
          const a = memory.cells;
          for (let l = 0; l < from.count; l++) {
            const dy = site.dyAt(n) + to.starts[l]!;
            a.copyWithin(site.dxAt(n) + from.starts[l]!, dy, dy + from.length);
            a.copyWithin(skip.dyAt(n) + l * from.length, dy, dy + from.length);
          }
        },
      };
    },
  };
}
