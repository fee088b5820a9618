import { activationOf } from '../../activations.ts';
import { linesOf } from '../plan/box.ts';
import type { Site } from '../plan/layout.ts';
import type { Runner } from '../plan/plan.ts';
import type { ActivationStage } from '../plan/stage.ts';

/** Any activation, cell by cell, in boxes of either order. */
export function activationRunner({ name, alpha }: ActivationStage, site: Site): Runner {
  const { memory } = site;
  const f = activationOf(name, alpha);
  const [from, to] = [linesOf(site.x), linesOf(site.y)];
  // A relu that is shut passes nothing on, not even NaN.
  const shuts = name === 'relu';
  return {
    forward(n) {
      const a = memory.cells;
      for (let l = 0; l < from.count; l++) {
        const x = site.xAt(n) + from.starts[l]!;
        const y = site.yAt(n) + to.starts[l]!;
        for (let i = 0; i < from.length; i++) a[y + i] = f.forward(a[x + i]!, f.alpha);
      }
    },
    backward(n) {
      const a = memory.cells;
      for (let l = 0; l < from.count; l++) {
        const x = site.xAt(n) + from.starts[l]!;
        const dx = site.dxAt(n) + from.starts[l]!;
        const dy = site.dyAt(n) + to.starts[l]!;
        for (let i = 0; i < from.length; i++) {
          const slope = f.derivative(a[x + i]!, f.alpha);
          a[dx + i] = shuts && slope === 0 ? 0 : a[dy + i]! * slope;
        }
      }
    },
  };
}
