import { useMemo } from 'react';
import { contourPaths } from './contours.ts';
import type { PlotFrame } from './frame.ts';

interface ContoursProps {
  readonly frame: PlotFrame;
  /** Another function is another map: keep it while it is the same. */
  readonly of: (across: number, up: number) => number;
  /** The same list while nothing changes. */
  readonly levels: readonly number[];
  /** A single line that stands out, such as the one through a point. */
  readonly strong?: boolean;
}

/** A map of heights: a line for each level, and the ground the darker the lower it lies. */
export function Contours({ frame, of, levels, strong = false }: ContoursProps) {
  const paths = useMemo(() => contourPaths(frame, of, levels), [frame, of, levels]);
  return (
    <g className={strong ? 'plot-contours is-strong' : 'plot-contours'}>
      {paths.map((path, i) => (
        <path key={String(i)} d={path} />
      ))}
    </g>
  );
}
