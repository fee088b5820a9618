import type { Role } from '../../formula/symbols.ts';
import type { Point } from './curve.ts';
import './window.css';

interface ArrowProps {
  readonly from: Point;
  readonly to: Point;
  readonly hue?: Role;
  /** A word above it. */
  readonly text?: string;
}

/** A chevron at the end of a line from one point to another. */
function headAt([x, y]: Point, angle: number, size = 9): string {
  const leg = (turn: number): string =>
    `${x - size * Math.cos(angle + turn)} ${y - size * Math.sin(angle + turn)}`;
  return `M${leg(0.6)}L${x} ${y}L${leg(-0.6)}`;
}

/** A straight arrow: the way that a pass takes. */
export function Arrow({ from, to, hue = 'plain', text }: ArrowProps) {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  return (
    <g className={`arrow role-${hue}`}>
      <path d={`M${from.join(' ')}L${to.join(' ')}${headAt(to, angle)}`} />
      {text && (
        <text x={(from[0] + to[0]) / 2} y={(from[1] + to[1]) / 2 - 10}>
          {text}
        </text>
      )}
    </g>
  );
}

/** The half turn from a kernel to the turned one: a bent arrow with 180° at its side. */
export function TurnArrow({ from, to, hue = 'weight', text = '180°' }: ArrowProps) {
  const bow = Math.max(24, Math.abs(to[1] - from[1]) * 0.36);
  const x = Math.max(from[0], to[0]) + bow;
  return (
    <g className={`arrow role-${hue}`}>
      <path d={`M${from.join(' ')}C${x} ${from[1]},${x} ${to[1]},${to.join(' ')}${headAt(to, Math.PI)}`} />
      <text x={x - bow * 0.25} y={from[1] + (to[1] - from[1]) * 0.25} className="arrow-side">
        {text}
      </text>
    </g>
  );
}
