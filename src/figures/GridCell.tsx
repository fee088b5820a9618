import { memo } from 'react';
import { valueStyle } from './valueScale.ts';

export interface GridCellProps {
  readonly row: number;
  readonly col: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** undefined while not yet computed. */
  readonly value: number | undefined;
  /** Shown instead of `value` while the number is still being added up. */
  readonly partial: number | undefined;
  readonly text: string;
  /** undefined in the pre-rendered page: names and full numbers come with the living figure. */
  readonly label: string | undefined;
  readonly max: number;
  readonly fontSize: number;
  /** A small note in the corner, such as the weight that multiplies the cell: ×−1. */
  readonly badge: string | undefined;
  readonly badgeSize: number;
  /** How the cell stands out; one of the classes of the sheet `grid.css`. */
  readonly mark: string | undefined;
  readonly tabbable: boolean;
  readonly selected: boolean;
  /** Only a place to point at: the colour lies on a canvas behind it. */
  readonly bare: boolean;
}

/** One cell. All properties are primitive, so that only the cells that changed are drawn again. */
export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { row, col, x, y, size, value, partial, text, label, max, fontSize, badge, mark } = props;
  const shown = value ?? partial;
  const cell = {
    role: 'gridcell',
    'data-row': row,
    'data-col': col,
    ...(label !== undefined && {
      'data-value': value,
      'aria-colindex': col + 1,
      'aria-label': label,
      'aria-selected': props.selected || undefined,
      tabIndex: props.tabbable ? 0 : -1,
    }),
  } as const;
  if (props.bare) return <rect {...cell} className="flat-cell" x={x} y={y} width={size} height={size} />;
  return (
    <g {...cell} className={`cell${mark ? ` ${mark}` : ''}${value === undefined ? ' unknown' : ''}`}>
      <rect
        x={x}
        y={y}
        width={size}
        height={size}
        style={shown === undefined ? undefined : valueStyle(shown, max)}
      />
      {text && (
        <text x={x + size / 2} y={y + size / 2 - (badge ? size * 0.08 : 0)} fontSize={fontSize}>
          {text}
        </text>
      )}
      {badge && (
        <text className="badge" x={x + size - 3} y={y + size - 4} fontSize={props.badgeSize}>
          {badge}
        </text>
      )}
    </g>
  );
});
