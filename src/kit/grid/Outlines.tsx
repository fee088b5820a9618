import { memo } from 'react';
import type { CellMark, GridView, GridWindow } from '../scene/view.ts';
import { type Box, cellBox, type GridBox, windowBox } from '../stage/boxes.ts';

/** Marks that are drawn as an outline, the strongest last. A source among cells that touch one another has none. */
const OUTLINED = ['reached', 'source', 'active', 'target'] as const satisfies readonly CellMark['kind'][];

interface OutlinesProps {
  readonly box: GridBox;
  readonly view: GridView;
  readonly pinned: Cell | null;
  /** The cell whose number is pointed at in the equation. */
  readonly lit: Cell | null;
}

interface Cell {
  readonly plane: number;
  readonly row: number;
  readonly col: number;
}

/** The cell of a mark, by its key. */
function markedBox(box: GridBox, key: string): Box {
  const [plane = 0, row = 0, col = 0] = key.split(',').map(Number);
  return cellBox(box, row, col, plane);
}

const rectOf = ({ x, y, width, height }: Box) => ({ x, y, width, height });

/** The outlines of marked cells, of windows and of the pinned cell. They lie above all cells, so that no neighbour covers an edge. */
export const Outlines = memo(function Outlines({ box, view, pinned, lit }: OutlinesProps) {
  const strength = ([, { kind }]: readonly [string, CellMark]): number =>
    OUTLINED.indexOf(kind as (typeof OUTLINED)[number]);
  const marked = [...(view.marks ?? [])].filter(
    (mark) => strength(mark) >= 0 && (mark[1].kind !== 'source' || box.corners),
  );
  const round = box.radius === undefined ? undefined : { rx: box.radius };
  marked.sort((a, b) => strength(a) - strength(b));
  return (
    <g className="grid-outlines" aria-hidden="true">
      {[...(view.marks ?? [])].map(([key, { hue }]) => {
        if (hue === undefined) return null;
        const { x, y, width, height } = markedBox(box, key);
        const inside = { x: x + 1.5, y: y + 1.5, width: width - 3, height: height - 3 };
        return <rect key={`hue ${key}`} className={`outline-hue hue-${hue}`} {...inside} />;
      })}
      {marked.map(([key, { kind }]) => (
        <rect key={key} className={`outline-${kind}`} style={round} {...rectOf(markedBox(box, key))} />
      ))}
      {view.windows?.map((window: GridWindow, i) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a window is its role and its number
          key={`${window.role} ${i}`}
          className={`outline-${window.role}`}
          {...rectOf(windowBox(box, window))}
        />
      ))}
      {lit && <rect className="outline-lit" {...rectOf(cellBox(box, lit.row, lit.col, lit.plane))} />}
      {pinned && (
        <rect
          className="outline-pin"
          style={round}
          {...rectOf(cellBox(box, pinned.row, pinned.col, pinned.plane))}
        />
      )}
    </g>
  );
});
