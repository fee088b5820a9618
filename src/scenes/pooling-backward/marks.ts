import type { SumExplanation } from '../../explain/explanation.ts';
import { cellAt, oneCell } from '../../kit/convolution/windows.ts';
import { windowAt } from '../../kit/motion/glide.ts';
import { readersOfCell } from '../../kit/pooling/explain.ts';
import { markUnreadCells, poolWindow } from '../../kit/pooling/windows.ts';
import { MarkBook } from '../../kit/scene/marks.ts';
import type { GridWindow } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import type { Moment } from '../../playback/track.ts';
import type { PoolBackModel } from './model.ts';
import type { Payment } from './payments.ts';

export type GridId = 'x' | 'mask' | 'y' | 'dx' | 'products' | 'dy';

/** The pixel that is spoken of, how much of its sum is there, and the payment that adds to it. */
export interface Subject {
  readonly explanation: SumExplanation;
  readonly done: number;
  readonly current: Payment | undefined;
  readonly window: number | null;
  readonly cropped: boolean;
}

export function marksOf(
  model: PoolBackModel,
  { explanation, current, window }: Subject,
  asked: Place | null,
): MarkBook {
  const { kind, payments, out, side } = model;
  const marks = new MarkBook(() => null);
  markUnreadCells(model, marks, ['x', 'dx']);
  const cell = (grid: GridId, row: number, col: number, mark: Parameters<MarkBook['cell']>[1]): void => {
    const [rows, cols] = grid === 'x' || grid === 'dx' ? [side, side] : [out, out];
    if (row >= 0 && col >= 0 && row < rows && col < cols) marks.cell({ grid, plane: 0, row, col }, mark);
  };
  // The mask over the forward picture: whatever won some window.
  if (kind === 'max')
    for (const [taken] of payments) if (taken) cell('x', taken.row, taken.col, { kind: 'reached' });
  for (const paid of window === null ? [] : (payments[window] ?? []))
    cell('x', paid.row, paid.col, { kind: kind === 'max' ? 'target' : 'source' });
  if (asked?.grid === 'x' || asked?.grid === 'dx') {
    for (const reader of readersOfCell(model, [0, asked.row, asked.col])) {
      const takes = kind === 'average' || reader.takes;
      for (const grid of ['y', 'dy'] as const)
        cell(grid, reader.row, reader.col, { kind: takes ? 'target' : 'source' });
    }
    for (const grid of ['x', 'dx'] as const) cell(grid, asked.row, asked.col, { kind: 'target' });
    return marks;
  }
  const [row = 0, col = 0] = explanation.index.slice(-2);
  if (window !== null) cell('dy', ...cellAt(window, out), { kind: 'active' });
  if (asked) {
    cell('y', asked.row, asked.col, { kind: 'target' });
    for (const paid of payments[window ?? 0] ?? []) cell('dx', paid.row, paid.col, { kind: 'target' });
  } else if (current) cell('dx', row, col, { kind: 'target' });
  return marks;
}

type Windows = Partial<Record<'x' | 'dx' | 'dy', readonly GridWindow[]>>;

/** The window of the output that is asked for. */
export function windowsAsked(model: PoolBackModel, window: number | null): Windows {
  if (window === null) return {};
  const at = cellAt(window, model.out);
  return { x: [poolWindow(model, at)], dy: [oneCell(at, 'window')] };
}

/** Scattered: the window over both maps, and its output. Gathered: the pixel, and the window that pays it. */
export function windowsOf(model: PoolBackModel, moment: Moment, current: Payment | undefined): Windows {
  const { params, out, side } = model;
  if (params.method === 'scatter') {
    const over = windowAt(moment, (cell) => poolWindow(model, cellAt(cell, out)));
    return { x: [over], dx: [over], dy: [windowAt(moment, (cell) => oneCell(cellAt(cell, out), 'window'))] };
  }
  const pixel = oneCell(cellAt(moment.cell, side));
  if (!current) return { dx: [pixel] };
  const at: [number, number] = [current.oy, current.ox];
  return { x: [poolWindow(model, at)], dx: [pixel], dy: [oneCell(at, 'window')] };
}
