import { type PlotFrame, within } from '../../kit/plot/frame.ts';
import { PlotLabel } from '../../kit/plot/PlotLabel.tsx';

interface BallProps {
  readonly frame: PlotFrame;
  readonly x: number;
  readonly y: number;
  /** Where it is, in words: shown once it has left the picture. */
  readonly where: string;
}

/** The ball; at the edge of the picture, with an arrow and its place, where it has left it. */
export function Ball({ frame, x, y, where }: BallProps) {
  const { xDomain, yDomain, area } = frame;
  const [cx, cy] = [frame.x(within(xDomain, x)), frame.y(within(yDomain, y))];
  const inside = within(xDomain, x) === x && within(yDomain, y) === y;
  if (inside) return <circle className="descent-ball" cx={cx} cy={cy} r={8.5} />;
  const [dx, dy] = [Math.sign(x - within(xDomain, x)), -Math.sign(y - within(yDomain, y))];
  const angle = (Math.atan2(dy, dx) * 180) / Math.PI;
  const low = cy < area.y + 30;
  return (
    <g className="descent-left">
      <path d="M0 0L-16 -9V9Z" transform={`translate(${cx} ${cy}) rotate(${angle})`} />
      <PlotLabel
        hue="weight"
        x={within([area.x + 60, area.x + area.width - 60], cx)}
        y={low ? cy + 32 : cy - 22}
        text={where}
      />
    </g>
  );
}
