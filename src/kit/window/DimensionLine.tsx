import { useStage } from '../stage/stageContext.ts';
import type { Point } from './curve.ts';
import './window.css';

interface DimensionLineProps {
  /** Level or upright. */
  readonly from: Point;
  readonly to: Point;
  readonly text: string;
}

/** A measure with its number in a pill: what a slider that is held measures. */
export function DimensionLine({ text, ...ends }: DimensionLineProps) {
  const { width: wide, height: high } = useStage();
  const within = ([x, y]: Point): Point => [
    Math.min(wide - 2, Math.max(2, x)),
    Math.min(high - 12, Math.max(12, y)),
  ];
  const [from, to] = [within(ends.from), within(ends.to)];
  const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const level = Math.abs(to[0] - from[0]) >= Math.abs(to[1] - from[1]);
  const tick = ([tx, ty]: Point): string => (level ? `M${tx} ${ty - 7}v14` : `M${tx - 7} ${ty}h14`);
  const width = Math.max(22, text.length * 9 + 12);
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  // A measure that is shorter than its number has the number beside it.
  const beside = length < width + 4;
  const cx = beside && level ? Math.max(from[0], to[0]) + width / 2 + 6 : x;
  const cy = beside && !level ? Math.max(from[1], to[1]) + 16 : y;
  return (
    <g className="dimension">
      <path d={`M${from.join(' ')}L${to.join(' ')}${tick(from)}${tick(to)}`} />
      <rect x={cx - width / 2} y={cy - 11} width={width} height={22} rx={11} />
      <text x={cx} y={cy}>
        {text}
      </text>
    </g>
  );
}
