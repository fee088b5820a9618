import type { Role } from '../../formula/symbols.ts';
import { type PlotFrame, within } from './frame.ts';
import { PlotLabel } from './PlotLabel.tsx';

/** A point on one of the curves over the same place. */
export interface PlotPoint {
  readonly value: number;
  readonly hue: Role;
  /** Default: round. */
  readonly shape?: 'round' | 'square';
  /** Beside it, in its colour. */
  readonly text?: string;
}

interface PlotPointsProps {
  readonly frame: PlotFrame;
  readonly at: number;
  readonly points: readonly PlotPoint[];
}

const RADIUS = 7.5;
const [BESIDE, OVER] = [12, 15];
/** Room for a label between a point and the edge. */
const ROOM = 76;

/** Points over one place, each with its number beside it: the highest one has it above, the others below. */
export function PlotPoints({ frame, at, points }: PlotPointsProps) {
  const { area, yDomain, xDomain } = frame;
  const x = frame.x(within(xDomain, at));
  const placed = points.map((point) => ({ ...point, y: frame.y(within(yDomain, point.value)) }));
  const highest = Math.min(...placed.map(({ y }) => y));
  const upper = placed.findIndex(({ y }) => y === highest);
  const anchorOf = (isUpper: boolean): 'start' | 'end' => {
    if (x - area.x < ROOM) return 'start';
    if (area.x + area.width - x < ROOM) return 'end';
    // What lies above goes to the left, what lies below to the right: most curves rise.
    return isUpper ? 'end' : 'start';
  };
  return (
    <g className="plot-points" aria-hidden="true">
      {placed.map(({ y, hue, shape, text = '' }, i) => {
        const anchor = anchorOf(i === upper);
        const wanted = y + (i === upper ? -OVER : OVER);
        return (
          <g key={`${hue} ${text}`} className={`role-${hue}`}>
            {shape === 'square' ? (
              <rect x={x - RADIUS + 2} y={y - RADIUS + 2} width={2 * RADIUS - 4} height={2 * RADIUS - 4} />
            ) : (
              <circle cx={x} cy={y} r={RADIUS} />
            )}
            <PlotLabel
              hue={hue}
              anchor={anchor}
              x={x + (anchor === 'end' ? -BESIDE : BESIDE)}
              y={Math.min(area.y + area.height - 8, Math.max(area.y + 8, wanted))}
              text={text}
            />
          </g>
        );
      })}
    </g>
  );
}
