import { startTransition, useEffect, useRef, useState } from 'react';
import { afterPaint } from '../formula/afterPaint.ts';
import { type CellsView, shownIn } from './GridCells.tsx';

/** Milliseconds without a change after which the hand is taken to rest. */
const REST = 60;

/** Grids of fewer cells are drawn at once, whatever changes: usually, and where the figure has few grids. */
const FEW = 16;
const FEW_PROMPT = 100;

/** As many cells may change at once. */
const SOME = 12;

/** Whether so much is different that the cells take longer to draw than a frame has. */
function differsMuch(before: CellsView, now: CellsView): boolean {
  const few = now.prompt ? FEW_PROMPT : FEW;
  if (now.rows * now.cols < few && before.rows * before.cols < few) return false;
  if (before.bare || now.bare || before.digits?.fontSize !== now.digits?.fontSize) return true;
  if (before.rows !== now.rows || before.cols !== now.cols || before.layout.cell !== now.layout.cell)
    return true;
  let changes = 0;
  for (let i = 0; i < now.rows * now.cols; i++) {
    const [old, shown] = [shownIn(before, i), shownIn(now, i)];
    if (!Object.is(old.value ?? old.part, shown.value ?? shown.part)) changes++;
  }
  return changes > SOME;
}

/**
 * The cells to draw in this frame. After a change of parameters that concerns many of them these are the cells of
 * before: the caller paints the new ones on a canvas, and they are drawn right after that frame. Steps through a
 * computation are drawn at once. Bare cells, which have their colours on a canvas anyhow, wait for the hand to rest.
 */
export function useLateCells(now: CellsView): CellsView {
  const shown = useRef(now);
  const due = dueFor(now);
  const [settled, settle] = useState(due);
  const late =
    now.alive && due !== settled && due !== dueFor(shown.current) && differsMuch(shown.current, now);
  const view = late ? shown.current : now;
  useEffect(() => {
    shown.current = view;
  });
  useEffect(() => {
    if (!late) return;
    return afterPaint(() => startTransition(() => settle(() => due)), now.bare ? REST : 0);
  }, [late, due, now.bare]);
  return view;
}

/** What has to be new for the cells to be late: the computation, or, for cells that nobody sees, anything. */
const dueFor = (view: CellsView): unknown => (view.bare ? view : view.model);
