import { useMemo } from 'react';
import type { Role } from '../../formula/symbols.ts';
import { curvePath } from './curvePath.ts';
import type { PlotFrame } from './frame.ts';

interface CurveProps {
  readonly frame: PlotFrame;
  /** Another function is another curve: keep it while it is the same. */
  readonly of: (at: number) => number;
  readonly hue?: Role;
  /** Default: a full line. */
  readonly look?: 'dashed' | 'faint';
  /** Where it may jump or bend; the same list while nothing changes. */
  readonly breaks?: readonly number[];
}

const NONE: readonly number[] = [];

/** The graph of a function. */
export function Curve({ frame, of, hue = 'plain', look, breaks = NONE }: CurveProps) {
  const path = useMemo(() => curvePath(frame, of, breaks), [frame, of, breaks]);
  return <path className={`plot-curve role-${hue}${look ? ` is-${look}` : ''}`} d={path} />;
}

interface TangentProps {
  readonly frame: PlotFrame;
  readonly at: number;
  readonly value: number;
  readonly slope: number;
  /** To either side, in units of the argument. */
  readonly reach?: number;
}

/** A piece of the tangent to a curve. */
export function Tangent({ frame, at, value, slope, reach = 1.6 }: TangentProps) {
  const { x, y } = frame;
  const end = (by: number): string => `${x(at + by)} ${y(value + by * slope)}`;
  return <path className="plot-tangent" d={`M${end(-reach)}L${end(reach)}`} />;
}
