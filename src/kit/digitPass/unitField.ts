import type { Block } from '../scene/view.ts';
import { FACTS } from './nodes.ts';
import { quickWeights } from './quick.ts';
import { receptiveField, regionOf } from './regions.ts';
import { middleOf, type Unit } from './walk.ts';

/** The pixels on which a unit depends: 5 × 5, 14 × 14, or all; those of an even square reach one farther to the left. */
export function unitField(unit: Unit): Block {
  const { top, left, bottom, right } = receptiveField(unit.layer, regionOf(middleOf(unit)));
  return { row: top, col: left, rows: bottom - top + 1, cols: right - left + 1 };
}

/** The pixels that a unit sees, less a ground. @param x 28 × 28 numbers */
export function seenBy(unit: Unit, x: ArrayLike<number>, ground: number): Float64Array {
  const { row, col, rows, cols } = unitField(unit);
  return Float64Array.from(
    { length: rows * cols },
    (_, i) => (x[(row + Math.floor(i / cols)) * FACTS.image.cols + col + (i % cols)] as number) - ground,
  );
}

/** The cosine between kernel k of the first convolution and what a change holds under it; null: nothing has changed there. */
export function likeness(k: number, change: ArrayLike<number>): number | null {
  const seen = seenBy({ layer: 'conv1', k }, change, 0);
  const kernel = quickWeights()[0].subarray(k * seen.length, (k + 1) * seen.length);
  let [dot, ww, cc] = [0, 0, 0];
  seen.forEach((d, i) => {
    const w = kernel[i] as number;
    dot += w * d;
    ww += w * w;
    cc += d * d;
  });
  return cc === 0 ? null : dot / Math.sqrt(ww * cc);
}
