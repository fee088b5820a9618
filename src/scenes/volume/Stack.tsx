import { valueColor } from '../../figures/valueScale.ts';

/** One plane of a block, seen from the side. */
export interface Sheet {
  readonly rows: number;
  readonly cols: number;
  readonly values: ArrayLike<number>;
  /** Numbers that do not exist yet are not painted. */
  readonly known?: ((index: number) => boolean) | undefined;
  /** Not read by the filter in question. */
  readonly faint?: boolean;
  /** The cells that stand out: the window, or the number that is made. */
  readonly window?: { readonly row: number; readonly col: number; readonly size: number } | undefined;
}

interface StackProps {
  /** Rows of blocks: one for x and y, one a filter for w. */
  readonly blocks: readonly { readonly sheets: readonly Sheet[]; readonly current: boolean }[];
  readonly max: number;
  readonly of: 'input' | 'weight' | 'output';
  readonly connect?: 'window' | 'result';
  readonly label: string;
}

type Point = readonly [number, number];

/** The sheets are turned like the leaves of a book: a step along a row goes right and a little up. */
const RIGHT = 0.64;
const UP = 0.26;
const BETWEEN = 0.55;

const at = (offset: Point, row: number, col: number): Point => [
  offset[0] + col * RIGHT,
  offset[1] + row - col * UP,
];
const path = (...points: readonly Point[]): string =>
  `M${points.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')}Z`;

const outline = (offset: Point, row: number, col: number, rows: number, cols: number): readonly Point[] => [
  at(offset, row, col),
  at(offset, row, col + cols),
  at(offset, row + rows, col + cols),
  at(offset, row + rows, col),
];

interface Placed extends Sheet {
  readonly key: string;
  readonly offset: Point;
}

/** A block of planes as a picture: its depth is seen, and the window that goes through all of it. */
export function Stack({ blocks, max, of, connect, label }: StackProps) {
  // Up to two blocks stand below each other, more in two columns.
  const across = blocks.length > 2 ? 2 : 1;
  let top = 0;
  let width = 0;
  const placed = blocks.map(({ sheets, current }, block) => {
    const tallest = Math.max(...sheets.map(({ rows }) => rows));
    const widest = Math.max(...sheets.map(({ cols }) => cols));
    const blockWidth = sheets.length * (widest * RIGHT + BETWEEN) - BETWEEN;
    let left = (block % across) * (blockWidth + 3 * BETWEEN);
    if (block % across === 0) top += (block === 0 ? 0 : tallest + 0.7) + widest * UP;
    const leaves = sheets.map((sheet, i): Placed => {
      const offset: Point = [left, top];
      left += sheet.cols * RIGHT + BETWEEN;
      return { ...sheet, offset, key: `${block}.${i}` };
    });
    width = Math.max(width, left - BETWEEN);
    return { leaves, current, key: `b${block}`, bottom: top + tallest };
  });
  const height = Math.max(...placed.map(({ bottom }) => bottom));
  // A single small kernel is not blown up to the size of a picture.
  const [w, h] = [Math.max(width, 6), Math.max(height, 5)];
  const margin = 0.25;
  return (
    <svg
      className={`vl-stack role-${of}`}
      viewBox={`${(width - w) / 2 - margin} ${(height - h) / 2 - margin} ${w + 2 * margin} ${h + 2 * margin}`}
      role="img"
      aria-label={label}
    >
      {placed.map(({ leaves, current, key }) => (
        <g key={key} className={current ? 'vl-block' : 'vl-block other'}>
          {leaves.map((leaf) => (
            <Leaf key={leaf.key} leaf={leaf} max={max} />
          ))}
          <Prism leaves={leaves} connect={connect} />
        </g>
      ))}
    </svg>
  );
}

function Leaf({ leaf, max }: { readonly leaf: Placed; readonly max: number }) {
  const { rows, cols, values, known, faint, offset } = leaf;
  return (
    <g className={faint ? 'faint' : undefined}>
      <path className="vl-ground" d={path(...outline(offset, 0, 0, rows, cols))} />
      {Array.from({ length: rows * cols }, (_, i) => {
        const value = values[i] as number;
        const isKnown = known ? known(i) : true;
        const d = path(...outline(offset, Math.floor(i / cols), i % cols, 1, 1));
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
        return <path key={i} className="vl-cell" d={d} fill={isKnown ? valueColor(value, max) : undefined} />;
      })}
      <path className="vl-edge" d={path(...outline(offset, 0, 0, rows, cols))} />
    </g>
  );
}

/** The windows of all sheets, and the edges between them: one small block through all channels. */
function Prism({
  leaves,
  connect,
}: {
  readonly leaves: readonly Placed[];
  readonly connect?: string | undefined;
}) {
  const corners = leaves.flatMap(({ window, offset }) =>
    window ? [outline(offset, window.row, window.col, window.size, window.size)] : [],
  );
  if (corners.length === 0) return null;
  const edges = corners.slice(1).flatMap((points, i) =>
    points.map((point, corner) => {
      const before = corners[i]?.[corner] as Point;
      return `M${before[0]} ${before[1]}L${point[0]} ${point[1]}`;
    }),
  );
  return (
    <g className="vl-prism" data-connect={connect}>
      <path className="vl-through" d={edges.join('')} />
      {corners.map((points, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is its place
        <path key={i} d={path(...points)} />
      ))}
    </g>
  );
}
