import type { TypedArray } from '../../tensor.ts';
import type { Site } from '../plan/layout.ts';
import type { Runner } from '../plan/plan.ts';
import type { PoolStage } from '../plan/stage.ts';
import { windowsOf } from './windows.ts';

/** Max pooling of any window, in boxes of either order. Where each number was taken from is kept; −1: only padding was there. */
export function maxPoolRunner({ g }: PoolStage, site: Site): Runner {
  const { memory, x: from, y: to } = site;
  const { results, starts, cells } = windowsOf(g, from, to);
  const takenAt = site.reserveEach(g.cout * results.length);

  return {
    forward(n) {
      const a = memory.cells;
      let taken = takenAt(n);
      for (let c = 0; c < g.cout; c++) {
        const x = site.xAt(n) + c * from.channel;
        const y = site.yAt(n) + c * to.channel;
        for (let i = 0; i < results.length; i++) {
          const at = largest(a, x, cells, starts[i]!, starts[i + 1]!);
          a[y + results[i]!] = at < 0 ? Number.NEGATIVE_INFINITY : a[x + at]!;
          a[taken++] = at;
        }
      }
    },
    backward(n) {
      const a = memory.cells;
      a.fill(0, site.dxAt(n), site.dxAt(n) + from.words);
      let taken = takenAt(n);
      for (let c = 0; c < g.cout; c++) {
        const dx = site.dxAt(n) + c * from.channel;
        const dy = site.dyAt(n) + c * to.channel;
        for (let i = 0; i < results.length; i++) {
          const at = a[taken++]!;
          if (at >= 0) a[dx + at]! += a[dy + results[i]!]!;
        }
      }
    },
  };
}

/** Which of the cells from `start` to `end` holds the largest number: of equal ones the first, and NaN before all. */
function largest(a: TypedArray, x: number, cells: Int32Array, start: number, end: number): number {
  if (start === end) return -1;
  let at = cells[start]!;
  for (let t = start + 1; t < end; t++) {
    const cell = cells[t]!;
    const value = a[x + cell]!;
    // Comparisons that count as 0 or 1, without a branch: which number wins cannot be guessed.
    const wins = Number(value > a[x + at]!) | Number(Number.isNaN(value));
    at += (cell - at) & -wins;
  }
  return at;
}
