import { magnitude } from '../colour/valueScale.ts';
import type { GridSpec } from '../scene/defineScene.ts';
import { type CellMark, cellKey, type GridView } from '../scene/view.ts';
import type { GridBox } from '../stage/boxes.ts';
import { cellBox, drawnCount } from '../stage/boxes.ts';
import { cellText, digitsFor, type GridDigits, longestText, SMALLEST_CELL } from './digits.ts';

/** Above this many cells a grid is painted on the canvas. */
export const MOST_SVG_CELLS = 150;

/** Everything that the drawing of a grid depends on. */
export interface GridFace {
  // biome-ignore lint/suspicious/noExplicitAny: the kit does not know the scene's parameters
  readonly spec: GridSpec<any>;
  readonly view: GridView;
  readonly box: GridBox;
  readonly max: number;
  readonly digits: GridDigits | null;
  readonly full: boolean;
  /** `data-tensor` and the colour of sums. */
  readonly role: string;
}

/** The magnitude at which a grid's colour is full. */
export const maxOf = (spec: Pick<GridSpec, 'max' | 'values'>): number => spec.max ?? magnitude(spec.values);

export function digitsOf(
  { values }: Pick<GridSpec, 'values'>,
  box: GridBox,
  view: GridView,
): GridDigits | null {
  const shown = view.values ?? values;
  const { textOf } = view;
  if (textOf && box.cell >= SMALLEST_CELL)
    return digitsFor(
      box.cell,
      Math.max(1, ...Array.from(shown, (_, index) => textOf(index).length)),
      box.cellHeight,
    );
  if (box.cell < SMALLEST_CELL) return null;
  // Decimals give way before the digits do: in a node all of them, elsewhere as long as two digits are left of the largest.
  const largest = magnitude(shown);
  for (const decimals of box.corners || largest >= 10 ? [2, 1, 0] : largest >= 1 ? [2, 1] : [2]) {
    const digits = digitsFor(box.cell, longestText(shown, decimals), box.cellHeight);
    if (digits) return { ...digits, decimals };
  }
  return null;
}

/** What is written in a cell that shows a number. */
export const textAt = (view: GridView, index: number, number: number, decimals?: number): string =>
  view.textOf?.(index) ?? cellText(number, decimals);

/** The number that a cell shows, and the sum so far where it is still being added up. */
export function shownAt(
  { spec, view }: Pick<GridFace, 'spec' | 'view'>,
  index: number,
): { readonly value: number | undefined; readonly partial: number | undefined } {
  return (view.known?.(index) ?? true)
    ? { value: (view.values ?? spec.values)[index], partial: undefined }
    : { value: undefined, partial: view.partial?.(index) };
}

/** A padding cell or an inserted zero. */
export interface VirtualCell {
  /** Its plane, row and column: see `cellKey`. */
  readonly place: string;
  readonly x: number;
  readonly y: number;
  readonly inserted: boolean;
  readonly mark: CellMark | undefined;
}

/** All cells that are drawn and are none of the tensor's: padding and inserted zeros. */
export function virtualCells(box: GridBox, marks: GridView['marks']): VirtualCell[] {
  const { rows, cols, padding, spread } = box;
  const [top, left, bottom, right] = padding;
  const [tall, wide] = [drawnCount(rows, spread, 0, 0), drawnCount(cols, spread, 0, 0)];
  const found: VirtualCell[] = [];
  if (spread === 1 && top + left + bottom + right === 0) return found;
  for (let plane = 0; plane < box.planes; plane++)
    for (let r = -top; r < tall + bottom; r++)
      for (let c = -left; c < wide + right; c++) {
        const inside = r >= 0 && r < tall && c >= 0 && c < wide;
        if (inside && r % spread === 0 && c % spread === 0) continue;
        const [row, col] = [r / spread, c / spread];
        const { x, y } = cellBox(box, row, col, plane);
        const place = cellKey(row, col, plane);
        found.push({ place, x, y, inserted: inside, mark: marks?.get(place) });
      }
  return found;
}
