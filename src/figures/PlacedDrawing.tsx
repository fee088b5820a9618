import { type CSSProperties, type ReactNode, useRef } from 'react';
import type { Text } from '../language/language.ts';
import { useSay } from './figureContext.ts';
import { PaintedGrids } from './PaintedGrids.tsx';
import { PlacedGrid, type PlacedGridProps } from './PlacedGrid.tsx';
import { useDisplayScale } from './useDisplayScale.ts';
import { useHydrated } from './useHydrated.ts';
import { useLate } from './useLate.ts';

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
  /** Lines over the cells. */
  readonly children?: ReactNode;
}

/**
 * A drawing that holds several grids. When a change of parameters gives it other cells, they are painted in the frame
 * of the change and drawn right after it, as those of a `NumberGrid` are.
 */
export function PlacedDrawing({ name, viewBox, grids, className, children, ...props }: PlacedDrawingProps) {
  const say = useSay();
  const svg = useRef<SVGSVGElement>(null);
  const alive = useHydrated();
  const [x, y, width, height] = viewBox;
  const scale = useDisplayScale(svg, width);
  const cells = grids.reduce((sum, { rows, cols }) => sum + rows * cols, 0);
  const drawing = (
    <>
      {grids.map((grid) => (
        <PlacedGrid key={grid.tensor} {...grid} />
      ))}
      {children}
    </>
  );
  const { shown, late } = useLate({ drawing, cells, style: props.style }, props.cause, {
    much: (before, now) => alive && Math.max(before.cells, now.cells) >= FEW,
  });
  const paints = useRef(false);
  if (late) paints.current = true;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing that holds grids
    <svg
      ref={svg}
      role="group"
      aria-label={say(name)}
      aria-busy={late || undefined}
      className={`grid-svg ${className}`}
      viewBox={viewBox.join(' ')}
      style={{ maxWidth: props.maxWidth }}
    >
      {paints.current && (
        <foreignObject className="placed" {...{ x, y, width, height }} style={props.style} aria-hidden="true">
          <PaintedGrids {...{ viewBox, scale }} grids={late ? grids : null} />
        </foreignObject>
      )}
      <g className="placed" style={shown.style} display={late ? 'none' : undefined}>
        {shown.drawing}
      </g>
      {late && children}
    </svg>
  );
}
