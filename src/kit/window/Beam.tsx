import type { Role } from '../../formula/symbols.ts';
import type { Box } from '../stage/boxes.ts';
import './window.css';

interface BeamProps {
  readonly from: Box;
  readonly to: Box;
  /** Its colour; default: grey. */
  readonly hue?: Role | undefined;
}

/** The corners of the area between two boxes that stand side by side or one below the other. */
export function beamCorners(from: Box, to: Box): readonly (readonly [number, number])[] {
  const right = (box: Box): number => box.x + box.width;
  const bottom = (box: Box): number => box.y + box.height;
  const [left, other] = from.x <= to.x ? [from, to] : [to, from];
  if (right(left) <= other.x)
    return [
      [right(left), left.y],
      [other.x, other.y],
      [other.x, bottom(other)],
      [right(left), bottom(left)],
    ];
  const [upper, lower] = from.y <= to.y ? [from, to] : [to, from];
  return [
    [upper.x, bottom(upper)],
    [lower.x, lower.y],
    [right(lower), lower.y],
    [right(upper), bottom(upper)],
  ];
}

/** What leads from a window to what it makes: a pale beam between the two boxes. */
export function Beam({ from, to, hue }: BeamProps) {
  const [a, b, c, d] = beamCorners(from, to).map(([x, y]) => `${x} ${y}`) as [string, string, string, string];
  return (
    <g className={`beam${hue ? ` role-${hue}` : ''}`} aria-hidden="true">
      <path className="beam-area" d={`M${a}L${b}L${c}L${d}z`} />
      <path className="beam-edge" d={`M${a}L${b}M${d}L${c}`} />
    </g>
  );
}
