import type { CellMark, Sides } from '../../figures/gridGeometry.ts';
import { type LayerModel, SIDE } from './model.ts';
import type { Question } from './question.ts';

/** A few cells of a plane, large enough to be read. */
export interface CutOut {
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
  /** Padding that belongs to the cut. */
  readonly sides: Sides;
  /** Keys count from the cut's own corner. */
  readonly marks: ReadonlyMap<string, CellMark>;
}

/** The cells of a cut, row by row, out of a plane of `width` columns. */
export function cellsOf(cut: CutOut, plane: ArrayLike<number>, width: number): number[] {
  return Array.from({ length: cut.rows * cut.cols }, (_, i) => plane[indexIn(cut, i, width)] as number);
}

/** Where cell `i` of a cut stands in its plane. */
export const indexIn = (cut: CutOut, i: number, width: number): number =>
  (cut.row + Math.floor(i / cut.cols)) * width + cut.col + (i % cut.cols);

/** The pixels under the window, and the padding around them. */
export function sliceOf(
  { k, params }: LayerModel,
  place: { readonly row: number; readonly col: number },
  question: Question | null,
  current: number | null,
): CutOut {
  const top = place.row * params.stride - params.padding;
  const left = place.col * params.stride - params.padding;
  const [row, col] = [Math.max(0, top), Math.max(0, left)];
  const [bottom, right] = [Math.min(SIDE, top + k), Math.min(SIDE, left + k)];
  const marks = new Map<string, CellMark>();
  const tap = question?.kind === 'weight' ? question.row * k + question.col : question ? null : current;
  if (tap !== null && tap < k * k)
    marks.set(`${top + Math.floor(tap / k) - row},${left + (tap % k) - col}`, { kind: 'active' });
  if (question?.kind === 'pixel')
    marks.set(`${question.row - row},${question.col - col}`, { kind: 'target' });
  return {
    row,
    col,
    rows: bottom - row,
    cols: right - col,
    sides: [row - top, col - left, top + k - bottom, left + k - right],
    marks,
  };
}

/** Rows and columns of a map that are shown with their numbers. */
const NEAR = 5;

interface Place {
  readonly row: number;
  readonly col: number;
}

/** The sums around the first of the centres from which the place can be seen: the view does not jump without need. */
export function nearOf({ out }: LayerModel, centres: readonly Place[], place: Place): CutOut {
  const size = Math.min(NEAR, out);
  const start = (at: number): number => Math.min(out - size, Math.max(0, at - (size >> 1)));
  const inside = (from: number, at: number): boolean => at >= from && at < from + size;
  const centre =
    centres.find(({ row, col }) => inside(start(row), place.row) && inside(start(col), place.col)) ?? place;
  const [row, col] = [start(centre.row), start(centre.col)];
  return {
    row,
    col,
    rows: size,
    cols: size,
    sides: [0, 0, 0, 0],
    marks: new Map([[`${place.row - row},${place.col - col}`, { kind: 'target' }]]),
  };
}
