import { type Box, type GridBox, NO_SIDES, type TitleSide } from '../stage/boxes.ts';

/** One column of nodes: a grid of the scene, whose cells are drawn apart. A row of cells stands upright here. */
export interface NodeColumn<Id extends string = string> {
  readonly id: Id;
  readonly rows: number;
  readonly cols: number;
  /** Circles, as neurons are drawn; default: squares, as given numbers are. */
  readonly round?: boolean;
  /** Where it stands between the left edge of the room (0) and the right one (1); default: evenly spread. */
  readonly at?: number;
  /** Default: over the column. */
  readonly title?: TitleSide;
}

export interface NodeOptions {
  /** Nodes grow no larger than this, in pixels. */
  readonly largest: number;
  /** The least distance between two nodes of a column. */
  readonly gap: number;
  /** The largest distance between the middles of two nodes. */
  readonly widest?: number;
  /** Room above the nodes for the names of the columns. */
  readonly head: number;
}

const SQUARE_RADIUS = 6;

/**
 * The boxes of a network's nodes in a room of the stage: columns side by side, the nodes of each in the middle of the
 * height, all of one size. Pure.
 */
export function nodeColumns<Id extends string>(
  room: Box,
  columns: readonly NodeColumn<Id>[],
  { largest, gap, widest = 84, head }: NodeOptions,
): Record<Id, GridBox> {
  const most = Math.max(1, ...columns.map(({ rows, cols }) => rows * cols));
  const height = room.height - head;
  const cell = Math.floor(Math.min(largest, (height + gap) / most - gap));
  const pitch = Math.min(widest, most > 1 ? (height - cell) / (most - 1) : widest);
  const boxes: Record<string, GridBox> = {};
  columns.forEach((column, i) => {
    const { id, rows, cols, round = false, title = 'over' } = column;
    const at = column.at ?? (columns.length > 1 ? i / (columns.length - 1) : 0.5);
    const count = rows * cols;
    const first = (height - (count - 1) * pitch - cell) / 2;
    boxes[id] = {
      ...{ id, cell, rows, cols, planes: 1, padding: NO_SIDES, spread: 1, turned: false },
      ...{ offsets: [[0, 0]], layers: [0], open: new Set([0]) },
      corners: Array.from({ length: count }, (_, n) => [0, Math.round(first + n * pitch)] as const),
      radius: round ? cell / 2 : SQUARE_RADIUS,
      ...{ title, titleWidth: room.width, note: null, was: null },
      x: Math.round(room.x + at * (room.width - cell)),
      y: room.y + head,
      width: cell,
      height,
    };
  });
  return boxes as Record<Id, GridBox>;
}
