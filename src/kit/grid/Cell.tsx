import { memo } from 'react';
import { valueStyle } from '../colour/valueScale.ts';
import { Badge } from './Badge.tsx';

interface CellProps {
  readonly row: number;
  readonly col: number;
  /** undefined in a grid of one plane. */
  readonly plane: number | undefined;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Where it is not square. */
  readonly height: number;
  readonly radius: number | undefined;
  /** undefined while it is not computed. */
  readonly value: number | undefined;
  /** Shown instead of `value` while the number is still being added up. */
  readonly partial: number | undefined;
  readonly text: string;
  readonly label: string;
  readonly max: number;
  /** A note in the corner, such as the weight that multiplies the cell: ×−1. */
  readonly badge: string | undefined;
  readonly badgeSize: number;
  readonly mark: string | undefined;
  readonly tabbable: boolean;
  readonly selected: boolean;
  /** Its colour, where it is not that of its value. */
  readonly fill: string | undefined;
  /** A sum so far that looks like a number. */
  readonly running: boolean;
}

/** One cell. All properties are primitive, so that only the cells that changed are drawn again. */
export const Cell = memo(function Cell(props: CellProps) {
  const { row, col, plane, x, y, size, height, value, partial, text, max, badge, badgeSize, mark, fill } =
    props;
  const shown = value ?? partial;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a cell of an SVG grid
    <g
      role="gridcell"
      className={`cell${mark ? ` is-${mark}` : ''}${fill ? ' is-filled' : ''}${value === undefined && !props.running ? ' is-unknown' : ''}`}
      data-row={row}
      data-col={col}
      data-plane={plane}
      data-value={value === undefined ? undefined : String(value)}
      aria-colindex={col + 1}
      aria-label={props.label}
      aria-selected={props.selected || undefined}
      tabIndex={props.tabbable ? 0 : -1}
    >
      <rect
        x={x}
        y={y}
        width={size}
        height={height}
        rx={props.radius}
        style={fill ? { fill } : shown === undefined ? undefined : valueStyle(shown, max)}
      />
      {text && (
        <text x={x + size / 2} y={y + height / 2 - (badge && badgeSize ? size * 0.12 : 0)}>
          {text}
        </text>
      )}
      {badge && badgeSize > 0 && <Badge x={x + size} y={y + height} size={badgeSize} text={badge} />}
    </g>
  );
});
