import { memo } from 'react';
import type { Box } from '../stage/boxes.ts';

/** A cell by its row and its place in it. */
export interface Spot {
  readonly row: number;
  readonly col: number;
}

/** How one cell is drawn and read out. */
export interface CellLook {
  readonly box: Box;
  /** undefined while it is not computed. */
  readonly value: number | undefined;
  readonly label: string;
  readonly className?: string;
  /** Written in its middle. */
  readonly text?: string | undefined;
  readonly fill?: string | undefined;
}

interface LooseCellProps extends Omit<CellLook, 'box'>, Spot, Box {
  readonly tabbable: boolean;
  readonly selected: boolean;
}

/** One cell. All properties are primitive, so that only the cells that changed are drawn again. */
export const LooseCell = memo(function LooseCell(props: LooseCellProps) {
  const { row, col, x, y, width, height, value, label, className, text, fill, tabbable, selected } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawn cell
    <g
      role="gridcell"
      className={`cell loose-cell ${className ?? ''}`}
      data-row={row}
      data-col={col}
      data-value={value}
      aria-colindex={col + 1}
      aria-label={label}
      aria-selected={selected || undefined}
      tabIndex={tabbable ? 0 : -1}
    >
      <rect {...{ x, y, width, height }} style={fill === undefined ? undefined : { fill }} />
      {text !== undefined && (
        <text x={x + width / 2} y={y + height / 2}>
          {text}
        </text>
      )}
    </g>
  );
});
