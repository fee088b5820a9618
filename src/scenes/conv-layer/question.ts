import { readersOf } from '../../explain/readers.ts';
import type { GridWindow } from '../../figures/gridGeometry.ts';
import type { CellRef } from '../../playback/figureStore.ts';
import { conv2dGeometry } from '../../tensor/conv2dGeometry.ts';
import { type LayerModel, SIDE } from './model.ts';

/** What a cell of the page asks. */
export type Question =
  | { readonly kind: 'number'; readonly row: number; readonly col: number; readonly bent: boolean }
  /** The output places that read a pixel stand in one block, the same in every map. */
  | { readonly kind: 'pixel'; readonly row: number; readonly col: number; readonly reached: Block | null }
  /** A weight is used once at every place; `read`: the part of the picture that it multiplies. */
  | { readonly kind: 'weight'; readonly row: number; readonly col: number; readonly read: Block | null }
  | { readonly kind: 'bias' };

export type Block = Omit<GridWindow, 'role'>;

/** The block from the first to the last of some rows and columns. */
function blockOf(rows: readonly number[], cols: readonly number[]): Block | null {
  const [top, left, bottom, right] = [rows[0], cols[0], rows.at(-1), cols.at(-1)];
  if (top === undefined || left === undefined || bottom === undefined || right === undefined) return null;
  return { row: top, col: left, rows: bottom - top + 1, cols: right - left + 1 };
}

/** The question of a cell, null when it is no cell of this model or of the filter on the screen. */
export function questionOf(model: LayerModel, asked: CellRef | null): Question | null {
  if (!asked) return null;
  const { row, col } = asked;
  const { k, out, params } = model;
  const within = (side: number): boolean => row < side && col < side;
  const geometry = () => conv2dGeometry(model.x.shape, model.w.shape, model.options);
  switch (asked.tensor) {
    case `pre_${params.filter}`:
    case `act_${params.filter}`:
      return within(out) ? { kind: 'number', row, col, bent: asked.tensor.startsWith('act') } : null;
    case 'x': {
      if (!within(SIDE)) return null;
      const g = geometry();
      const places = (taps: Int32Array, i: number): number[] => [...readersOf(taps, k, i).keys()];
      return { kind: 'pixel', row, col, reached: blockOf(places(g.rows, row), places(g.cols, col)) };
    }
    case `w_${params.filter}_0`: {
      if (!within(k)) return null;
      const g = geometry();
      const read = (taps: Int32Array, tap: number): number[] =>
        [...taps].filter((source, i) => i % k === tap && source >= 0);
      return { kind: 'weight', row, col, read: blockOf(read(g.rows, row), read(g.cols, col)) };
    }
    case 'b':
      return row === 0 && col === 0 ? { kind: 'bias' } : null;
    default:
      return null;
  }
}
