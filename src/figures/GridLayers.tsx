import { type ReactElement, type SVGProps, useMemo, useRef } from 'react';
import { type CellsView, GridCells } from './GridCells.tsx';
import { GridMarks } from './GridMarks.tsx';
import type { GridWindow } from './gridGeometry.ts';
import { PaintedCells } from './PaintedCells.tsx';
import { useLateCells } from './useLateCells.ts';
import { emptyCells, ValueCanvas } from './ValueCanvas.tsx';

interface GridLayersProps {
  readonly view: CellsView;
  readonly slot: number;
  /** Pixels of the page to one unit of the drawing. */
  readonly scale: number;
  readonly windows: readonly GridWindow[] | undefined;
  /** Name, sizes and handlers of the drawing that has the cells. */
  readonly grid: SVGProps<SVGSVGElement>;
}

/**
 * What a grid is drawn in, from the bottom up: its colours, if it has no digits; the cells; what stands around and over
 * them; and the canvas with the present cells, as long as the drawing still shows those of before.
 */
export function GridLayers({ view, slot, scale, windows, grid }: GridLayersProps) {
  const { rows, cols, values, max, layout, known, marks, bare } = view;
  const empty = useMemo(() => emptyCells(known, marks, cols), [known, marks, cols]);
  const cells = useLateCells(view);
  const covered = cells !== view && !bare;
  const paints = useRef(false);
  if (covered) paints.current = true;
  // Kept out of sight as well: the browser lays out all cells again when a neighbour of theirs comes or goes.
  const colours = useRef<ReactElement | null>(null);
  if (bare) colours.current = <ValueCanvas {...{ rows, cols, values, empty, max, layout, slot }} />;
  return (
    <>
      {colours.current && (
        <div className={`value-box${cells.bare ? '' : ' is-over'}`} hidden={!bare}>
          {colours.current}
        </div>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a grid of SVG cells */}
      <svg {...grid} role="grid" viewBox={`0 0 ${slot} ${slot}`} className="grid-svg">
        <GridCells cells={cells} />
      </svg>
      <GridMarks cells={covered ? cells : view} slot={slot} layout={layout} windows={windows} />
      {paints.current && (
        <PaintedCells view={covered ? view : null} windows={windows} slot={slot} scale={scale} />
      )}
    </>
  );
}
