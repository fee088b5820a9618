import { type Box, type GridBox, NO_SIDES, type TitleSide } from '../stage/boxes.ts';
import { TITLE_HEIGHT } from '../stage/title.ts';
import type { Point } from '../window/curve.ts';

/** The grids of a number that is taken apart: windows, kernels and sums of its maps, the bias, the number, what becomes of it. */
export type NumberGrid = 'patch' | 'w' | 's' | 'b' | 'number' | 'bent';

/** One input map's share: its window, its kernel, the sum of their products. */
export interface Tile {
  readonly box: Box;
  /** The middle of the × between window and kernel. */
  readonly times: Point;
  /** Where the name of the map stands, above its sum. */
  readonly label: Point;
}

export interface NumberLayout {
  readonly boxes: Readonly<Record<NumberGrid, GridBox>>;
  readonly tiles: readonly Tile[];
  /** From the number to what becomes of it. */
  readonly arrow: { readonly from: Point; readonly to: Point };
}

const INSET = 12;
const SIGN = 22;
const BEFORE_SUM = 14;
const LABEL = 16;
/** From the upper edge to the names of the grids. */
const EDGE = 4;
const LARGEST_CELL = 44;
/** Of a sum and of the bias; less where they stand over one another beside a small tile. */
const SUM_CELL = 48;
const SMALL_SUM = 40;
const HIGH_TILE = 140;
const BIAS_NAME = 24;
const FOOT_CELL = 48;
const FOOT_GAP = 14;
const TILE_GAP = 14;
/** Room for a name behind a cell of the foot, and for the function on the arrow. */
const NAME = 74;
const ARROW = 96;
const LAST_NAME = 100;

const whole = (cell: number): number => (cell > 12 ? Math.floor(cell) : Math.floor(cell * 4) / 4);

/** A grid of `side` × `side` cells at given corners, one for each plane. */
function gridAt(
  id: NumberGrid,
  side: number,
  cell: number,
  corners: readonly Point[],
  title: TitleSide,
  titleWidth: number,
): GridBox {
  const [first = [0, 0]] = corners;
  const far = (axis: 0 | 1): number => Math.max(...corners.map((corner) => corner[axis])) - first[axis];
  return {
    ...{ id, cell, rows: side, cols: side, planes: corners.length, title, titleWidth },
    ...{ spread: 1, turned: false, padding: NO_SIDES, note: null, was: null },
    x: first[0],
    y: first[1],
    width: far(0) + side * cell,
    height: far(1) + side * cell,
    offsets: corners.map(([x, y]) => [x - first[0], y - first[1]] as const),
    layers: corners.map((_, plane) => plane),
    open: new Set(corners.keys()),
  };
}

/** In how many columns the tiles have the largest cells. */
function bestTiling(
  count: number,
  side: number,
  width: number,
  height: number,
): { cols: number; cell: number } {
  const beside = SIGN + BEFORE_SUM + SUM_CELL;
  let best = { cols: 1, cell: 0 };
  for (let cols = 1; cols <= count; cols++) {
    const rows = Math.ceil(count / cols);
    const across = ((width - (cols - 1) * TILE_GAP) / cols - beside) / (2 * side);
    const high = (height - (rows - 1) * TILE_GAP) / rows;
    const cell = whole(Math.min(LARGEST_CELL, across, high / side));
    // A sum has to fit beside its tile.
    if (cell > best.cell && (count === 1 || high >= SUM_CELL)) best = { cols, cell };
  }
  return best;
}

/**
 * Lays out a number that is taken apart: one tile for each input map, window × kernel = sum, the last one is the bias; at
 * the foot the number and what the activation function makes of it. Pure; for one map and for up to about a dozen.
 *
 * @param room where it may stand
 * @param maps how many input maps the filter reads
 * @param side of its kernels
 */
export function layoutNumber(room: Box, maps: number, side: number): NumberLayout {
  const [left, top] = [room.x + INSET, room.y + TITLE_HEIGHT + EDGE];
  const width = room.width - 2 * INSET;
  const foot = room.y + room.height - FOOT_CELL - INSET / 2;
  const height = foot - FOOT_GAP - top;
  // Beside a single map the bias stands below its sum.
  const count = maps === 1 ? 1 : maps + 1;
  const { cols, cell } = bestTiling(count, side, width, height);
  const square = side * cell;
  const tileWidth = 2 * square + SIGN + BEFORE_SUM + SUM_CELL;
  const pitch = Math.min(tileWidth + 40, (width + TILE_GAP) / cols);
  const corner = (i: number): Point => [
    Math.round(left + (i % cols) * pitch),
    Math.round(top + Math.floor(i / cols) * (Math.max(square, SUM_CELL) + TILE_GAP)),
  ];
  const corners = Array.from({ length: maps }, (_, i) => corner(i));
  const sumX = (x: number): number => x + 2 * square + SIGN + BEFORE_SUM;
  const sumCell = maps === 1 && square < HIGH_TILE ? SMALL_SUM : SUM_CELL;
  const free = square - sumCell - LABEL;
  const sumY = (y: number): number => y + LABEL + (maps === 1 ? 0 : Math.max(-LABEL, free / 2));
  const [biasX, biasY] = corner(count - 1);
  const biasCell = maps === 1 ? sumCell : Math.min(SUM_CELL, Math.max(30, square));
  const bias: Point =
    maps === 1
      ? [sumX(biasX), biasY + Math.max(square - sumCell, LABEL + sumCell + BIAS_NAME)]
      : [biasX, biasY];
  const at = (x: number): Point => [x, foot];
  const arrowX = left + FOOT_CELL + NAME;
  const bentX = arrowX + Math.min(ARROW, width - 2 * FOOT_CELL - NAME - LAST_NAME);
  return {
    boxes: {
      patch: gridAt('patch', side, cell, corners, 'above', square + SIGN - 6),
      w: gridAt(
        'w',
        side,
        cell,
        corners.map(([x, y]) => [x + square + SIGN, y]),
        'above',
        square + BEFORE_SUM,
      ),
      s: gridAt(
        's',
        1,
        sumCell,
        corners.map(([x, y]) => [sumX(x), sumY(y)]),
        'none',
        SUM_CELL,
      ),
      b: gridAt('b', 1, biasCell, [bias], maps === 1 ? 'above' : 'right', SUM_CELL + INSET),
      number: gridAt('number', 1, FOOT_CELL, [at(left)], 'right', NAME),
      bent: gridAt('bent', 1, FOOT_CELL, [at(bentX)], 'right', NAME),
    },
    tiles: corners.map(([x, y]) => ({
      box: { x, y, width: tileWidth, height: square },
      times: [x + square + SIGN / 2, y + square / 2],
      label: [sumX(x), sumY(y) - 6],
    })),
    arrow: { from: [arrowX, foot + FOOT_CELL / 2], to: [bentX - 10, foot + FOOT_CELL / 2] },
  };
}
