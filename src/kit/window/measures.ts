import type { GridWindow } from '../scene/view.ts';
import { cellBox, type GridBox, windowBox } from '../stage/boxes.ts';
import type { Point } from './curve.ts';

interface Measure {
  readonly from: Point;
  readonly to: Point;
}

/** Below the lower edge of a window: from its left edge to that of the next one, `stride` cells on. */
export function strideMeasure(box: GridBox, window: Omit<GridWindow, 'role'>, stride: number): Measure {
  const at = windowBox(box, window);
  const y = at.y + at.height + 13;
  return { from: [at.x, y], to: [at.x + stride * box.cell, y] };
}

/** On the padding at the left: from the outer edge to the first cell. */
export function paddingMeasure(box: GridBox): Measure {
  const first = cellBox(box, 0, 0);
  const y = first.y + box.cell / 2;
  return { from: [first.x - box.padding[1] * box.cell, y], to: [first.x, y] };
}

/** Between the middles of two taps of a window that stand `dilation` cells apart. */
export function dilationMeasure(box: GridBox, window: Omit<GridWindow, 'role'>, dilation: number): Measure {
  const at = windowBox(box, window);
  const y = at.y + box.cell / 2;
  const x = at.x + box.cell / 2;
  return { from: [x, y], to: [x + dilation * box.cell, y] };
}
