import { readersOf } from '../../explain/readers.ts';
import type { Block } from '../../kit/scene/view.ts';
import type { Place } from '../../playback/place.ts';
import { conv2dGeometry } from '../../tensor/conv2dGeometry.ts';
import type { LayerModel } from './model.ts';

/** What a cell of the page asks. */
export type Question =
  | { readonly kind: 'number'; readonly place: Place }
  /** The share of one input map. */
  | { readonly kind: 'tile'; readonly place: Place; readonly map: number }
  /** The output places that read a pixel stand in one block. */
  | { readonly kind: 'pixel'; readonly place: Place; readonly block: Block | null }
  /** A weight is used once at every place; `block`: the part of the picture that it multiplies. */
  | { readonly kind: 'weight'; readonly place: Place; readonly block: Block | null }
  | { readonly kind: 'bias'; readonly place: Place };

/** The block from the first to the last of some rows and columns. */
function blockOf(rows: readonly number[], cols: readonly number[]): Block | null {
  const [top, left, bottom, right] = [rows[0], cols[0], rows.at(-1), cols.at(-1)];
  if (top === undefined || left === undefined || bottom === undefined || right === undefined) return null;
  return { row: top, col: left, rows: bottom - top + 1, cols: right - left + 1 };
}

/** The question of a cell. */
export function questionOf({ x, w, k, options }: LayerModel, place: Place): Question {
  const { row, col } = place;
  switch (place.grid) {
    case 'x': {
      const { rows, cols } = conv2dGeometry(x.shape, w.shape, options);
      const readers = (taps: Int32Array, i: number): number[] => [...readersOf(taps, k, i).keys()];
      return { kind: 'pixel', place, block: blockOf(readers(rows, row), readers(cols, col)) };
    }
    case 'w': {
      const { rows, cols } = conv2dGeometry(x.shape, w.shape, options);
      const read = (taps: Int32Array, tap: number): number[] =>
        [...taps].filter((source, i) => i % k === tap && source >= 0);
      return { kind: 'weight', place, block: blockOf(read(rows, row), read(cols, col)) };
    }
    case 's':
    case 'patch':
      return { kind: 'tile', place, map: place.plane };
    case 'b':
      return { kind: 'bias', place };
    default:
      return { kind: 'number', place };
  }
}
