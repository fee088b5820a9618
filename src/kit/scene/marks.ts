import type { Factor, Term } from '../../explain/explanation.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { Place } from '../../playback/place.ts';
import { type CellMark, cellKey, type GridView } from './view.ts';

/** `×−2`: the number that multiplies a cell, for its corner. */
export const timesText = (value: number): string => `×${printNumber(value, { digits: 2 }).text}`;

/** Collects which cells stand out, grid by grid; a later mark of a cell is laid over an earlier one. */
export class MarkBook {
  private readonly grids = new Map<string, Map<string, CellMark>>();
  private readonly placeOf: (tensor: string, index: readonly number[]) => Place | null;

  constructor(placeOf: (tensor: string, index: readonly number[]) => Place | null) {
    this.placeOf = placeOf;
  }

  cell({ grid, plane, row, col }: Place, mark: CellMark): void {
    const marks = this.grids.get(grid) ?? new Map<string, CellMark>();
    const key = cellKey(row, col, plane);
    marks.set(key, { ...marks.get(key), ...mark });
    this.grids.set(grid, marks);
  }

  factor({ tensor, index }: Factor, mark: CellMark): void {
    const place = this.placeOf(tensor, index);
    if (place) this.cell(place, mark);
  }

  /** The first factor of each term, with the second in its corner. */
  sources(terms: readonly Term[], kind: CellMark['kind'] = 'source'): void {
    for (const { factors } of terms) {
      const [first, second] = factors;
      if (first) this.factor(first, { kind, ...(second && { badge: timesText(second.value) }) });
    }
  }

  /** All factors of one term: the product of this step. */
  active(term: Term | undefined): void {
    for (const factor of term?.factors ?? []) this.factor(factor, { kind: 'active' });
  }

  of(grid: string): GridView['marks'] {
    return this.grids.get(grid);
  }
}
