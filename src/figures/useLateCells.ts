import { useState } from 'react';
import { type CellsView, shownIn } from './GridCells.tsx';
import { REST, useLate } from './useLate.ts';

/** Grids of fewer cells are drawn at once, whatever changes. */
const FEW = 16;

/** As many cells may change at once. */
const SOME = 12;

/** How many cells stand out otherwise than before. */
function marksThatDiffer(before: CellsView['marks'], now: CellsView['marks']): number {
  if (before === now) return 0;
  let changes = 0;
  for (const [key, mark] of now ?? []) {
    const old = before?.get(key);
    if (old?.kind !== mark.kind || old?.badge !== mark.badge) changes++;
  }
  for (const key of before?.keys() ?? []) if (!now?.has(key)) changes++;
  return changes;
}

/** Whether so much is different that the cells take longer to draw than a frame has. */
function differsMuch(before: CellsView, now: CellsView): boolean {
  if (!now.alive) return false;
  if (now.rows * now.cols < FEW && before.rows * before.cols < FEW) return false;
  if (before.bare || now.bare || before.digits?.fontSize !== now.digits?.fontSize) return true;
  if (before.rows !== now.rows || before.cols !== now.cols || before.layout.cell !== now.layout.cell)
    return true;
  let changes = marksThatDiffer(before.marks, now.marks);
  for (let i = 0; i < now.rows * now.cols; i++) {
    const [old, shown] = [shownIn(before, i), shownIn(now, i)];
    if (!Object.is(old.value ?? old.part, shown.value ?? shown.part)) changes++;
  }
  return changes > SOME;
}

/**
 * The cells to draw in this frame. After a change of parameters that concerns many of them these are the cells of
 * before: the caller paints the new ones on a canvas, and they are drawn when the hand rests, for what a drag drew in
 * between would be laid out in the frame of its next change. Steps through a computation are drawn at once.
 */
export function useLateCells(now: CellsView): CellsView {
  // What has to be new for the cells to be late: the computation, or, for cells that nobody sees, anything.
  const cause = now.bare ? now : now.model;
  const [blank] = useState(now.alive ? { ...now, rows: 0, cols: 0 } : undefined);
  return useLate(now, cause, { much: differsMuch, blank, rest: REST }).shown;
}
