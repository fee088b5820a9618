import { type PlotFrame, within } from '../../kit/plot/frame.ts';

/** Far outside of any window, and still a length that an SVG can have. */
const FAR = [-1e5, 1e5] as const;
/** Where the ball is now, on a path that is not spoken of. */
const NOW = 5;

interface TrailProps {
  readonly frame: PlotFrame;
  /** On the axes of the plot. */
  readonly places: readonly (readonly [x: number, y: number])[];
  readonly look: string;
  /** Each place is marked, with a dot of this size; null: only the last. */
  readonly dot: number | null;
}

/** The places where a ball has been, joined by its jumps. */
export function Trail({ frame, places, look, dot }: TrailProps) {
  if (places.length === 0) return null;
  const points = places.map(([x, y]) => [within(FAR, frame.x(x)), within(FAR, frame.y(y))] as const);
  return (
    <g className={`descent-trail ${look}`}>
      <path d={`M${points.map((point) => point.join(' ')).join('L')}`} />
      {(dot === null ? points.slice(-1) : points).map(([cx, cy], i) => (
        <circle key={String(i)} cx={cx} cy={cy} r={dot ?? NOW} />
      ))}
    </g>
  );
}
