import type { PadMode } from '../../tensor/geometry.ts';
import { sourceOf } from '../../tensor/taps.ts';

/** One cell of the row that the windows stand on. */
export interface StripCell {
  readonly text: string;
  /** `border`: padding; `odd`: the padding column that has no partner; `unread`: no window reads it. */
  readonly kind: 'input' | 'border' | 'odd' | 'unread';
  /** How many windows read it; undefined: not counted. */
  readonly reads?: number | undefined;
}

/** One row of an input with its border, and the windows that stand on it. */
export interface StripRow {
  readonly input: number;
  readonly before: number;
  readonly after: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  /** How many windows. */
  readonly windows: number;
  readonly mode?: PadMode;
  /** The padding column that has no partner; null: there is none. */
  readonly odd?: number | null;
  /** How many windows read a column of the input; default: not counted. */
  reads?(col: number): number;
}

/** Column 0 is a, column 1 is b …; a cell of the border has the letter of the cell that it copies. */
const letter = (source: number): string => (source < 0 ? '0' : String.fromCharCode(97 + source));

/** The cells of the row, border included. */
export function stripCells(row: StripRow): StripCell[] {
  const { input, before, after, mode = 'zeros', odd = null } = row;
  const read = new Set(stripWindows(row).flat());
  return Array.from({ length: before + input + after }, (_, place) => {
    const col = place - before;
    const inside = col >= 0 && col < input;
    const kind = inside ? (read.has(place) ? 'input' : 'unread') : place === odd ? 'odd' : 'border';
    const reads = inside ? row.reads?.(col) : undefined;
    return { text: letter(sourceOf(col, input, mode)), kind, ...(reads !== undefined && { reads }) };
  });
}

/** The places under the weights of every window, from the first to the last weight. */
export function stripWindows({ kernel, stride, dilation, windows }: StripRow): number[][] {
  return Array.from({ length: windows }, (_, o) =>
    Array.from({ length: kernel }, (_, k) => o * stride + k * dilation),
  );
}
