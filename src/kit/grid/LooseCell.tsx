import type { ReactNode } from 'react';
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
  /** Above its rectangle. */
  readonly content?: ReactNode;
  readonly fill?: string | undefined;
}

interface LooseCellProps extends CellLook, Spot {
  readonly tabbable: boolean;
  readonly selected: boolean;
}

export function LooseCell({
  row,
  col,
  box,
  value,
  label,
  className,
  content,
  fill,
  tabbable,
  selected,
}: LooseCellProps) {
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
      <rect {...box} style={fill === undefined ? undefined : { fill }} />
      {content}
    </g>
  );
}
