import type { ExpressionLine } from '../../formula/expression.ts';
import type { CellRef } from '../../playback/figureStore.ts';
import { placeOf } from './bars.ts';
import { affordLine, type CountRow, countRows, meanLine, PATHS, sizeLine } from './count.ts';
import type { ExplosionModel } from './model.ts';
import { type Box, boxOf, type Plane, sumOfBox } from './shrink.ts';

export interface Bar {
  /** What the count has come to; null before it begins. */
  readonly value: number | null;
  /** Its end, in per cent. */
  readonly end: number;
}

/** One pixel of the small picture, and where it comes from. */
export interface PixelView {
  readonly row: number;
  readonly col: number;
  readonly box: Box;
  readonly line: ExpressionLine | null;
}

/** What is on the screen at one position: plain data, no clock and no history. */
export interface ExplosionView {
  readonly rows: readonly CountRow[];
  /** How many of the rows have been counted. */
  readonly done: number;
  readonly current: CountRow | null;
  readonly dense: Bar;
  readonly conv: Bar;
  /** How many times as much the dense layer takes, in the measure chosen; null until both are counted. */
  readonly ratio: number | null;
  readonly afford: ExpressionLine;
  readonly size: ExpressionLine;
  readonly pixel: PixelView | null;
  /** The reader points at that pixel. */
  readonly asked: boolean;
}

/** The picture at a position. `photo` and `small` are null until the photograph has been fetched. */
export function viewAt(
  model: ExplosionModel,
  position: number,
  pictures: { readonly photo: Plane | null; readonly small: Plane | null } = { photo: null, small: null },
  asked: CellRef | null = null,
  full = false,
): ExplosionView {
  const rows = countRows(model);
  const done = Math.min(rows.length, Math.max(0, Math.floor(position)));
  const path = PATHS[model.params.measure];
  const barOf = (ids: readonly string[]): Bar => {
    const value = rows.slice(0, done).findLast(({ id }) => ids.includes(id))?.value ?? null;
    return { value, end: value === null ? 0 : placeOf(value) };
  };
  const dense = barOf(path.dense);
  const conv = barOf(path.conv);
  const finished = [path.dense, path.conv].every((ids) =>
    rows.slice(0, done).some(({ id }) => id === ids[ids.length - 1]),
  );
  const inside =
    asked !== null &&
    asked.tensor === 'x' &&
    model.shrunk !== null &&
    asked.row < model.shrunk.rows &&
    asked.col < model.shrunk.cols;
  return {
    rows,
    done,
    current: rows[done - 1] ?? null,
    dense,
    conv,
    ratio: finished ? (dense.value as number) / (conv.value as number) : null,
    afford: affordLine(model),
    size: sizeLine(model),
    pixel: pixelOf(model, pictures, inside ? asked : null, full),
    asked: inside,
  };
}

/** The pixel that the reader asks for, or the one in the middle. */
function pixelOf(
  { shrunk, photo }: ExplosionModel,
  pictures: { readonly photo: Plane | null; readonly small: Plane | null },
  asked: CellRef | null,
  full: boolean,
): PixelView | null {
  if (!shrunk) return null;
  const { row, col } = asked ?? { row: Math.floor(shrunk.rows / 2), col: Math.floor(shrunk.cols / 2) };
  const box = boxOf({ rows: photo.height, cols: photo.width }, shrunk, row, col);
  const { photo: large, small } = pictures;
  const line =
    large && small
      ? meanLine(
          sumOfBox(large, box),
          box.rows * box.cols,
          small.data[row * shrunk.cols + col] as number,
          full,
        )
      : null;
  return { row, col, box, line };
}
