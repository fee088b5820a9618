import { windowCount } from '../../avgPool2d.ts';
import type { Site } from '../plan/layout.ts';
import type { Runner } from '../plan/plan.ts';
import type { PoolStage } from '../plan/stage.ts';
import { windowsOf } from './windows.ts';

/** Average pooling of any window, in boxes of either order. */
export function avgPoolRunner({ g, includePad }: PoolStage, site: Site): Runner {
  const { memory, x: from, y: to } = site;
  const { results, starts, cells } = windowsOf(g, from, to);
  const counts = Float64Array.from(results, (_, i) =>
    windowCount(g, Math.floor(i / g.outWidth), i % g.outWidth, includePad),
  );
  return {
    forward(n) {
      const a = memory.cells;
      for (let c = 0; c < g.cout; c++) {
        const x = site.xAt(n) + c * from.channel;
        const y = site.yAt(n) + c * to.channel;
        for (let i = 0; i < results.length; i++) {
          let sum = 0;
          for (let t = starts[i]!; t < starts[i + 1]!; t++) sum += a[x + cells[t]!]!;
          a[y + results[i]!] = sum / counts[i]!;
        }
      }
    },
    backward(n) {
      const a = memory.cells;
      a.fill(0, site.dxAt(n), site.dxAt(n) + from.words);
      for (let c = 0; c < g.cout; c++) {
        const dx = site.dxAt(n) + c * from.channel;
        const dy = site.dyAt(n) + c * to.channel;
        for (let i = 0; i < results.length; i++) {
          const share = a[dy + results[i]!]! * (1 / counts[i]!);
          for (let t = starts[i]!; t < starts[i + 1]!; t++) a[dx + cells[t]!]! += share;
        }
      }
    },
  };
}
