import { type CSSProperties, type ReactNode, startTransition, useEffect, useRef, useState } from 'react';
import { afterPaint } from '../formula/afterPaint.ts';
import type { Text } from '../language/language.ts';
import { useFigureState, useSay } from './figureContext.ts';
import { PaintedGrids } from './PaintedGrids.tsx';
import { PlacedGrid, type PlacedGridProps } from './PlacedGrid.tsx';
import { useDisplayScale } from './useDisplayScale.ts';
import { useHydrated } from './useHydrated.ts';

/** Drawings of fewer cells are drawn at once, whatever changes. */
const FEW = 60;

interface PlacedDrawingProps {
  readonly name: Text;
  readonly viewBox: readonly [x: number, y: number, width: number, height: number];
  readonly grids: readonly PlacedGridProps[];
  readonly className: string;
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
  const model = useFigureState((state) => state.model);
  const alive = useHydrated();
  const [x, y, width, height] = viewBox;
  const scale = useDisplayScale(svg, width);
  const [settled, settle] = useState<unknown>(model);
  const cells = grids.reduce((sum, { rows, cols }) => sum + rows * cols, 0);
  const drawing = (
    <>
      {grids.map((grid) => (
        <PlacedGrid key={grid.tensor} {...grid} />
      ))}
      {children}
    </>
  );
  const { style } = props;
  const shown = useRef({ model, drawing, cells, style });
  const many = Math.max(cells, shown.current.cells) >= FEW;
  const late = alive && many && model !== settled && model !== shown.current.model;
  const present = late ? shown.current : { model, drawing, cells, style };
  useEffect(() => {
    shown.current = present;
  });
  useEffect(() => {
    if (late) return afterPaint(() => startTransition(() => settle(() => model)));
  }, [late, model]);
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
      {late && (
        <foreignObject className="placed" {...{ x, y, width, height, style }} aria-hidden="true">
          <PaintedGrids {...{ grids, viewBox, scale }} />
        </foreignObject>
      )}
      <g className="placed" style={present.style} display={late ? 'none' : undefined}>
        {present.drawing}
      </g>
      {late && children}
    </svg>
  );
}
