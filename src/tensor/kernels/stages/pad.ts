import type { Site } from '../plan/layout.ts';
import type { Runner } from '../plan/plan.ts';
import type { PadStage } from '../plan/stage.ts';

/** Padding that repeats cells of x; backwards each copy gives its gradient to the cell that it repeats. */
export function padRunner({ rows, cols }: PadStage, site: Site): Runner {
  const { memory, x: from, y: to } = site;
  const eachCopy = (x: number, y: number, visit: (i: number, o: number) => void) => {
    for (let c = 0; c < from.channels; c++)
      rows.forEach((iy, oy) => {
        const i = x + from.first + c * from.channel + iy * from.row;
        const o = y + to.first + c * to.channel + oy * to.row;
        for (let ox = 0; ox < cols.length; ox++) visit(i + cols[ox]! * from.col, o + ox * to.col);
      });
  };
  return {
    forward(n) {
      const a = memory.cells;
      eachCopy(site.xAt(n), site.yAt(n), (i, o) => {
        a[o] = a[i]!;
      });
    },
    backward(n) {
      const a = memory.cells;
      const dx = site.dxAt(n);
      a.fill(0, dx, dx + from.words);
      eachCopy(dx, site.dyAt(n), (i, o) => {
        a[i]! += a[o]!;
      });
    },
  };
}
