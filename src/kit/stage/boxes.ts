import type { Text } from '../../language/language.ts';
import type { Sides } from '../../tensor/geometry.ts';
import type { GridWindow } from '../scene/view.ts';

/** A rectangle on the stage, in CSS pixels from its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const NO_SIDES: Sides = [0, 0, 0, 0];

/** Where a grid's name stands: above its left edge, over its middle, at a side. */
export type TitleSide = 'above' | 'over' | 'right' | 'left' | 'none';

/** A grid's place on the stage. `x`, `y`, `width` and `height` are those of its cells, padding and all planes included. */
export interface GridBox extends Box {
  readonly id: string;
  /** The side of a cell. */
  readonly cell: number;
  readonly rows: number;
  readonly cols: number;
  readonly planes: number;
  readonly padding: Sides;
  /** Cells stand this many places apart, with zeros between them. */
  readonly spread: number;
  /** Drawn turned by 180°. */
  readonly turned: boolean;
  /** The upper left corner of each plane, padding included, from the corner of the box. */
  readonly offsets: readonly (readonly [x: number, y: number])[];
  /** The planes from the one behind to the one in front. */
  readonly layers: readonly number[];
  /** The planes that no other plane lies before; a covered one has tints and no digits. */
  readonly open: ReadonlySet<number>;
  /**
   * Cells that stand apart, as the nodes of a network do: the upper left corner of each, by plane, row and column, from
   * the corner of the box.
   */
  readonly corners?: readonly (readonly [x: number, y: number])[] | undefined;
  /** The height of cells that stand apart, where they are wider than high; default: `cell`. */
  readonly cellHeight?: number | undefined;
  /** How round the corners of the cells are; default: square. */
  readonly radius?: number | undefined;
  readonly title: TitleSide;
  /** The room that the title has. */
  readonly titleWidth: number;
  /** Whether the title is the letter alone, for want of room. */
  readonly letters?: boolean;
  /** What the plan says under or behind the name. */
  readonly note: Text | null;
  /** While a slider is held: the shape of before. */
  readonly was: {
    readonly rows: number;
    readonly cols: number;
    readonly width: number;
    readonly height: number;
  } | null;
}

/** All boxes of a stage: grids by their ids, and the rooms that a scene set aside. */
export type Boxes<Id extends string = string> = Readonly<Record<Id, GridBox>>;

/** Rows or columns that are drawn, padding and inserted zeros included. */
export const drawnCount = (count: number, spread: number, before: number, after: number): number =>
  (count - 1) * spread + 1 + before + after;

/** From the corner of a plane to a row or column of it. Rows between two cells are fractions; padding is negative. */
function along(count: number, spread: number, before: number, turned: boolean, at: number): number {
  return before + (turned ? count - 1 - at : at) * spread;
}

/** The rectangle of one cell. Padding and inserted zeros have places too: row −1, row ½ between rows 0 and 1. */
export function cellBox(box: GridBox, row: number, col: number, plane = 0): Box {
  const { cell, rows, cols, spread, padding, turned, corners, cellHeight = cell } = box;
  if (corners) {
    const [x, y] = corners[(plane * rows + row) * cols + col] ?? [0, 0];
    return { x: box.x + x, y: box.y + y, width: cell, height: cellHeight };
  }
  const [dx, dy] = box.offsets[plane] ?? [0, 0];
  return {
    x: box.x + dx + along(cols, spread, padding[1], turned, col) * cell,
    y: box.y + dy + along(rows, spread, padding[0], turned, row) * cell,
    width: cell,
    height: cell,
  };
}

/** The rectangle of a place. */
export const placeBox = (
  box: GridBox,
  { row, col, plane }: { readonly row: number; readonly col: number; readonly plane: number },
): Box => cellBox(box, row, col, plane);

/** The rectangle of a window: its first place in rows and columns of the grid, its size in cells as they are drawn. */
export function windowBox(box: GridBox, window: Omit<GridWindow, 'role'>): Box {
  const { row, col, rows, cols, plane = 0 } = window;
  const first = cellBox(box, row, col, plane);
  const last = cellBox(box, row + (rows - 1) / box.spread, col + (cols - 1) / box.spread, plane);
  return {
    x: Math.min(first.x, last.x),
    y: Math.min(first.y, last.y),
    width: cols * box.cell,
    height: rows * box.cell,
  };
}

/** One plane with its padding. */
export function planeBox(box: GridBox, plane = 0): Box {
  const { cell, rows, cols, spread, padding } = box;
  const [dx, dy] = box.offsets[plane] ?? [0, 0];
  return {
    x: box.x + dx,
    y: box.y + dy,
    width: drawnCount(cols, spread, padding[1], padding[3]) * cell,
    height: drawnCount(rows, spread, padding[0], padding[2]) * cell,
  };
}

/** The cell at a point of the stage; null beside the grid, on padding and on inserted zeros. */
export function placeAt(
  box: GridBox,
  x: number,
  y: number,
): { readonly plane: number; readonly row: number; readonly col: number } | null {
  const { cell, rows, cols, spread, padding, turned, corners, cellHeight = cell } = box;
  if (corners) {
    const within = (n: number, side: number): boolean => n >= 0 && n < side;
    const at = corners.findIndex(
      ([cx, cy]) => within(x - box.x - cx, cell) && within(y - box.y - cy, cellHeight),
    );
    const inPlane = at % (rows * cols);
    return at < 0
      ? null
      : { plane: Math.floor(at / (rows * cols)), row: Math.floor(inPlane / cols), col: inPlane % cols };
  }
  for (const plane of box.layers.toReversed()) {
    const [dx, dy] = box.offsets[plane] ?? [0, 0];
    const across = Math.floor((x - box.x - dx) / cell) - padding[1];
    const down = Math.floor((y - box.y - dy) / cell) - padding[0];
    if (across % spread !== 0 || down % spread !== 0) continue;
    const [c, r] = [across / spread, down / spread];
    if (r < 0 || r >= rows || c < 0 || c >= cols) continue;
    return { plane, row: turned ? rows - 1 - r : r, col: turned ? cols - 1 - c : c };
  }
  return null;
}

export const middleOf = ({ x, y, width, height }: Box): readonly [x: number, y: number] => [
  x + width / 2,
  y + height / 2,
];

/** A row whose cells stand one below the other. */
export const isUpright = ({ corners, rows, cols }: GridBox): boolean =>
  rows === 1 && cols > 1 && (corners?.every(([x]) => x === corners[0]?.[0]) ?? false);
