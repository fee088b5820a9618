import type { Edge, Graph } from '../../explain/graph/graph.ts';
import type { StageSize } from '../scene/defineScene.ts';
import { type Box, type GridBox, NO_SIDES } from '../stage/boxes.ts';
import { type Curve, type Point, pointOn } from '../window/curve.ts';

/**
 * How large things are, in pixels: the circle of an operation, the cell of a number, a letter. On a phone the numbers stand
 * above and below their circle, elsewhere behind it; above and below the line in both.
 */
const SIZES = {
  wide: { radius: 18, cell: 56, height: 25, letter: 17, stacked: false },
  medium: { radius: 16, cell: 50, height: 23, letter: 17, stacked: false },
  phone: { radius: 12, cell: 40, height: 20, letter: 14, stacked: true },
} as const;
const SHARE = { cell: 40, height: 19 } as const;
/** Between a value and its gradient runs the line. */
const HALF_LINE = 2;
const LONGEST_GAP = 150;
/** The gap behind a column of forks is so many times the others. */
const FAN = 2.4;

/** Where everything stands: the circles (of a leaf: its letter), the edges, and beside each edge its local slope. */
export interface GraphLayout {
  readonly radius: number;
  /** The size of a letter. */
  readonly letter: number;
  /** Where the name of what an operation makes stands. */
  readonly names: readonly Point[];
  readonly circles: readonly Point[];
  /** From the numbers of a node to where the lines leave it. */
  readonly stubs: readonly (readonly [Point, Point])[];
  readonly curves: readonly Curve[];
  readonly locals: readonly Point[];
  readonly boxes: Readonly<Record<'leaf' | 'value' | 'dleaf' | 'dvalue' | 'share', GridBox>>;
}

/** What of a graph's drawing is set by hand. */
export interface GraphHints {
  /** By node: how far down in the height of the room, 0 … 1. */
  readonly down: readonly number[];
  /** The column behind which lines fan out: there the gap is widest. */
  readonly fans?: number;
  /** Edges that leave the straight way, by number: how far down they bow, and where on them their share stands, 0 … 1. */
  readonly bows?: Readonly<Record<number, { readonly bow?: number; readonly at?: number }>>;
}

/** The column of each node: one behind the last of its arguments; a leaf stands one before its first use. */
export function columnsOf({ nodes, edges }: Graph): number[] {
  const columns: number[] = [];
  for (const node of nodes)
    columns.push(node.op === 'leaf' ? 0 : 1 + Math.max(...node.from.map((at) => columns[at] as number)));
  return columns.map((column, at) =>
    nodes[at]?.op === 'leaf'
      ? Math.min(...edges.filter(({ from }) => from === at).map(({ to }) => columns[to] as number)) - 1
      : column,
  );
}

/**
 * Lays a graph out from left to right in a room. Pure.
 *
 * @param branches the edges that have a share of their own
 */
export function layOut(
  graph: Graph,
  hints: GraphHints,
  branches: readonly number[],
  room: Box,
  band: StageSize['band'],
): GraphLayout {
  const { radius, cell, height, letter, stacked } = SIZES[band];
  const slot = stacked ? cell : 2 * radius + 4 + cell;
  const cols = columnsOf(graph);
  const columns = Math.max(...cols) + 1;
  const gaps = Array.from({ length: columns - 1 }, (_, col) => (col === hints.fans ? FAN : 1));
  const shares = gaps.reduce((sum, gap) => sum + gap, 0);
  const unit = Math.min(LONGEST_GAP, (room.width - columns * slot) / Math.max(1, shares));
  const left = room.x + (room.width - columns * slot - unit * shares) / 2;
  const lefts = Array.from(
    { length: columns },
    (_, col) => left + col * slot + unit * gaps.slice(0, col).reduce((sum, gap) => sum + gap, 0),
  );
  const circles = cols.map(
    (col, at): Point => [
      Math.round((lefts[col] as number) + radius),
      Math.round(room.y + (hints.down[at] as number) * room.height),
    ],
  );
  const circle = (node: number): Point => circles[node] as Point;
  const stubs = circles.map(([x, y]): readonly [Point, Point] => [
    [x + radius, y],
    [x - radius + slot, y],
  ]);
  // Lines arrive in the order in which they come, from above to below.
  const arriving = (to: number) =>
    graph.edges
      .map((edge, i) => ({ ...edge, i }))
      .filter((edge) => edge.to === to)
      .sort((a, b) => circle(a.from)[1] - circle(b.from)[1] || a.slot - b.slot);
  const curves = graph.edges.map(({ from, to }, i): Curve => {
    const all = arriving(to);
    const place = all.findIndex((edge) => edge.i === i) - (all.length - 1) / 2;
    const dy = all.length > 1 ? (place / (all.length - 1)) * 1.3 * radius : 0;
    const [cx, cy] = circle(to);
    const [sx, sy] = (stubs[from] as readonly [Point, Point])[1];
    const end: Point = [cx - Math.sqrt(radius ** 2 - dy ** 2), cy + dy];
    const reach = (end[0] - sx) * 0.5;
    const bow = (hints.bows?.[i]?.bow ?? 0) * room.height;
    return [[sx, sy], [sx + reach, sy + bow], [end[0] - reach, end[1] + bow], end];
  });
  const corner = ([x, y]: Point, sign: 1 | -1, isLeaf: boolean): Point => {
    const half = stacked ? (isLeaf ? 9 : radius + 1) : HALF_LINE;
    return [stacked ? x - radius : x + radius + 4, sign < 0 ? y - height - half : y + half];
  };
  const corners = (from: number, to: number, sign: 1 | -1): Point[] =>
    circles.slice(from, to).map((at) => corner(at, sign, from === 0));
  // The shares of a fork stand one a little further than the other, as far as their lines have room.
  const shareCorners = branches.map((edge): Point => {
    const { from } = graph.edges[edge] as Edge;
    const uses = branches.filter((other) => graph.edges[other]?.from === from);
    const curve = curves[edge] as Curve;
    const first = (SHARE.cell / 2 + 4) / (curve[3][0] - curve[0][0]);
    const wanted = hints.bows?.[edge]?.at ?? 0.45 + (0.3 * uses.indexOf(edge)) / (uses.length - 1);
    const [x, y] = pointOn(
      curve,
      first > 0.5 ? (hints.bows?.[edge]?.at ?? 0.5) : Math.min(1 - first, Math.max(first, wanted)),
    );
    return [x - SHARE.cell / 2, y - SHARE.height / 2];
  });
  const grid = (id: string, corners: readonly Point[], size: { cell: number; height: number }): GridBox => ({
    ...{ id, cell: size.cell, cellHeight: size.height, rows: 1, cols: corners.length, planes: 1 },
    ...{ padding: NO_SIDES, spread: 1, turned: false, offsets: [[0, 0]], layers: [0], open: new Set([0]) },
    ...{ corners, radius: 4, title: 'none', titleWidth: 0, note: null, was: null },
    ...{ x: 0, y: 0, width: room.width, height: room.height },
  });
  const numbers = { cell, height };
  return {
    radius,
    letter,
    names: circles.map(([x, y]): Point => (stacked ? [x + radius + 9, y - 6] : [x, y - radius - 11])),
    circles,
    stubs,
    curves,
    // Above its share or its line.
    locals: graph.edges.map((_, i): Point => {
      const curve = curves[i] as Curve;
      const branch = branches.indexOf(i);
      const corner = shareCorners[branch];
      if (corner) return [corner[0] + SHARE.cell / 2, corner[1] - 9];
      const room = curve[3][0] - curve[0][0];
      const [mx, my] = pointOn(curve, 0.5);
      // On the side that a sloping line leaves free.
      const rise = curve[3][1] - curve[0][1];
      return [mx + (Math.abs(rise) < 8 ? 0 : Math.min(20, room / 4) * Math.sign(rise)), my - 11];
    }),
    boxes: {
      leaf: grid('leaf', corners(0, graph.leaves, -1), numbers),
      dleaf: grid('dleaf', corners(0, graph.leaves, 1), numbers),
      value: grid('value', corners(graph.leaves, graph.nodes.length, -1), numbers),
      dvalue: grid('dvalue', corners(graph.leaves, graph.nodes.length, 1), numbers),
      share: grid('share', shareCorners, SHARE),
    },
  };
}
