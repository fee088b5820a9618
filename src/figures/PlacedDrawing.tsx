import { type CSSProperties, useRef } from 'react';
import type { Text } from '../language/language.ts';
import { useSay } from './figureContext.ts';
import { PaintedGrids } from './PaintedGrids.tsx';
import { PlacedGrid, type PlacedGridProps } from './PlacedGrid.tsx';
import { useDisplayScale } from './useDisplayScale.ts';
import { useHydrated } from './useHydrated.ts';
import { REST, useLate } from './useLate.ts';

/** Drawings of fewer cells are drawn at once, whatever changes. */
const FEW = 60;

interface PlacedDrawingProps {
  readonly name: Text;
  readonly viewBox: readonly [x: number, y: number, width: number, height: number];
  readonly grids: readonly PlacedGridProps[];
  readonly className: string;
  /** With each new one the cells may come late; without it they never do. */
  readonly cause?: unknown;
  /** What the cells inherit, their font size above all: it changes when they do. */
  readonly style?: CSSProperties;
  /** The width that it is drawn at, at most. */
  readonly maxWidth?: number;
  /** Lines over the cells, as a path. */
  readonly lines?: string;
}

/**
 * A drawing that holds several grids. When a change of parameters gives it other cells, they are painted in the frame
 * of the change and drawn right after it, as those of a `NumberGrid` are.
 */
export function PlacedDrawing({ name, grids, cause, ...now }: PlacedDrawingProps) {
  const say = useSay();
  const svg = useRef<SVGSVGElement>(null);
  const alive = useHydrated();
  const scale = useDisplayScale(svg, now.viewBox[2]);
  const cells = grids.reduce((sum, { rows, cols }) => sum + rows * cols, 0);
  const drawing = grids.map((grid) => <PlacedGrid key={grid.tensor} {...grid} />);
  const { shown, late } = useLate({ ...now, drawing, cells }, cause, {
    much: (before, { cells }) => alive && Math.max(before.cells, cells) >= FEW,
    rest: REST,
  });
  const paints = useRef(false);
  if (late) paints.current = true;
  return (
    <div className="placed-box">
      {/* The box changes its place, not the drawing: that would be laid out anew, cell by cell. */}
      <div className={late ? 'is-late' : undefined}>
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing that holds grids */}
        <svg
          ref={svg}
          role="group"
          aria-label={say(name)}
          className={`grid-svg ${shown.className}`}
          viewBox={shown.viewBox.join(' ')}
          style={{ maxWidth: shown.maxWidth, ...shown.style }}
        >
          {shown.drawing}
          {shown.lines && <path className="placed-lines" d={shown.lines} aria-hidden="true" />}
        </svg>
      </div>
      {paints.current && <PaintedGrids {...now} scale={scale} grids={late ? grids : null} />}
    </div>
  );
}
