import { easeCubicInOut } from 'd3';
import type { Role } from '../../formula/symbols.ts';
import { cellText } from '../grid/digits.ts';
import { useFigureState } from '../scene/context.ts';
import { textWidth } from '../stage/textWidth.ts';
import { UNTRANSLATED } from '../stage/untranslated.ts';
import type { Point } from '../window/curve.ts';
import { useLessMotion } from './lessMotion.ts';
import { FAST } from './phases.ts';
import './motion.css';

/** A place on the way, and the number that is carried from there on. */
export interface Stop {
  readonly at: Point;
  readonly number: number;
}

interface JourneyProps {
  readonly stops: readonly Stop[];
  /** Progress through the step, 0 … 1; 0 and 1: nothing is under way, and only the way is drawn. */
  readonly fraction: number;
  readonly hue: Role;
}

const HEIGHT = 22;

/** Where a number on its way is, and which number it is there. Each leg takes the same time. Pure. */
export function journeyAt(stops: readonly Stop[], fraction: number): Stop {
  const legs = stops.length - 1;
  const leg = Math.min(legs - 1, Math.floor(fraction * legs));
  const t = easeCubicInOut(Math.min(1, fraction * legs - leg));
  const [from, to] = [stops[leg] as Stop, stops[leg + 1] as Stop];
  const between = (axis: 0 | 1): number => from.at[axis] + (to.at[axis] - from.at[axis]) * t;
  return { at: [between(0), between(1)], number: (t < 1 ? from : to).number };
}

/** A number that goes through a function: from its cell by way of the curve into the cell that it makes. */
export function Journey({ stops, fraction, hue }: JourneyProps) {
  const speed = useFigureState((state) => state.speed);
  const less = useLessMotion();
  if (stops.length < 2) return null;
  const way = stops.map(({ at: [x, y] }) => `${x} ${y}`).join('L');
  const moves = fraction > 0 && fraction < 1 && !less && speed < FAST;
  return (
    <g className={`journey role-${hue}`} aria-hidden="true" {...UNTRANSLATED}>
      <path d={`M${way}`} />
      {moves && <Traveller {...journeyAt(stops, fraction)} />}
    </g>
  );
}

function Traveller({ at: [x, y], number }: Stop) {
  const text = cellText(number);
  const width = Math.max(HEIGHT, textWidth(text, 13, true) + 14);
  return (
    <>
      <rect x={x - width / 2} y={y - HEIGHT / 2} width={width} height={HEIGHT} rx={HEIGHT / 2} />
      <text x={x} y={y}>
        {text}
      </text>
    </>
  );
}
