/** Rows or columns before and after: [top, left, bottom, right]. */
export type Sides = readonly [number, number, number, number];

export const NO_SIDES: Sides = [0, 0, 0, 0];

export interface GridShape {
  readonly rows: number;
  readonly cols: number;
  /** Cells drawn around the real ones. */
  readonly padding?: Sides;
  /** Real cells stand this far apart (1: side by side); zeros are drawn between them. */
  readonly spread?: number;
}

/** Where things stand in the drawing of a grid: a square box of `slot` units, centred across. */
export interface GridLayout {
  readonly cell: number;
  /** The corner of the cell in row 0, column 0. */
  readonly x0: number;
  readonly y0: number;
  /** All cells drawn, padding and inserted ones included. */
  readonly allRows: number;
  readonly allCols: number;
  readonly width: number;
  readonly height: number;
}

/** Cells never grow beyond this many units, so that small grids do not look like toys. */
const LARGEST_CELL = 54;

/** Lays a grid into a box of `slot` × `slot` units. */
export function layoutGrid(shape: GridShape, slot: number, largest: number = LARGEST_CELL): GridLayout {
  const { rows, cols, padding = NO_SIDES, spread = 1 } = shape;
  const allRows = (rows - 1) * spread + 1 + padding[0] + padding[2];
  const allCols = (cols - 1) * spread + 1 + padding[1] + padding[3];
  const cell = Math.min(largest, Math.floor(((slot - 2) / Math.max(allRows, allCols)) * 4) / 4);
  const width = cell * allCols;
  const height = cell * allRows;
  const left = Math.round((slot - width) / 2);
  return {
    cell,
    x0: left + padding[1] * cell,
    y0: 1 + padding[0] * cell,
    allRows,
    allCols,
    width,
    height,
  };
}

/** How one cell stands out. */
export interface CellMark {
  /** A class of `grid.css`: `source` (goes into the sum), `active` (this very product), `target`. */
  readonly kind?: 'source' | 'active' | 'target' | 'reached' | 'unread';
  readonly badge?: string;
}

/** A rectangle around cells, in rows and columns; fractions while it moves. */
export interface GridWindow {
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
  readonly role: 'window' | 'result';
}
