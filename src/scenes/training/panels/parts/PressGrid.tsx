import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Box } from '../../../../kit/stage/boxes.ts';
import { UNTRANSLATED } from '../../../../kit/stage/untranslated.ts';
import { useStagePoint } from '../../../../kit/stage/useStagePoint.ts';

export interface Spot {
  readonly row: number;
  readonly col: number;
}

interface PressGridProps {
  readonly label: string;
  readonly rows: number;
  readonly cols: number;
  /** What is pressed between cells does nothing. */
  readonly area: Box;
  boxOf(spot: Spot): Box;
  /** Where a point of the stage lies; null: in no cell. */
  spotAt(x: number, y: number): Spot | null;
  nameOf(spot: Spot): string;
  numberOf?(spot: Spot): number | undefined;
  /** What was pressed last, outlined. */
  readonly pressed: Spot | null;
  onPress(spot: Spot): void;
}

/**
 * Pressing and keys for cells that the panel draws itself: one tab stop, arrows, Home and End, Enter or Space. The one cell
 * that has the focus is an element.
 */
export function PressGrid(props: PressGridProps) {
  const { label, rows, cols, area, boxOf, spotAt, nameOf, numberOf, pressed, onPress } = props;
  const [wanted, setWanted] = useState<Spot | null>(null);
  const element = useRef<SVGGElement>(null);
  const follows = useRef(false);
  const stagePoint = useStagePoint();
  const within = ({ row, col }: Spot): Spot => ({
    row: Math.min(rows - 1, Math.max(0, row)),
    col: Math.min(cols - 1, Math.max(0, col)),
  });
  const focus = within(wanted ?? pressed ?? { row: 0, col: 0 });
  // Another cell is another element, so that its name is read out.
  useLayoutEffect(() => {
    if (!follows.current) return;
    follows.current = false;
    element.current?.querySelector<SVGElement>('[tabindex="0"]')?.focus();
  });
  const onClick = ({ clientX, clientY }: MouseEvent): void => {
    const at = stagePoint(clientX, clientY);
    const spot = at && spotAt(at.x, at.y);
    if (!spot) return;
    setWanted(spot);
    onPress(spot);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { row, col } = focus;
    const to: Readonly<Record<string, Spot>> = {
      ArrowLeft: { row, col: col - 1 },
      ArrowRight: { row, col: col + 1 },
      ArrowUp: { row: row - 1, col },
      ArrowDown: { row: row + 1, col },
      Home: { row, col: 0 },
      End: { row, col: cols - 1 },
    };
    const next = to[event.key];
    if (next) {
      follows.current = true;
      setWanted(within(next));
    } else if (event.key === 'Enter' || event.key === ' ') onPress(focus);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isPressed = pressed?.row === focus.row && pressed.col === focus.col;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a grid of drawn cells
    <g
      ref={element}
      role="grid"
      aria-label={label}
      aria-rowcount={rows}
      aria-colcount={cols}
      {...UNTRANSLATED}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <rect className="grid-ground" x={area.x} y={area.y} width={area.width} height={area.height} />
      {pressed && <rect className="panel-pressed" aria-hidden="true" {...boxOf(pressed)} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a row of drawn cells */}
      <g role="row" aria-rowindex={focus.row + 1}>
        {/* biome-ignore lint/a11y/useSemanticElements: the focused one of drawn cells */}
        <rect
          key={`${focus.row} ${focus.col}`}
          role="gridcell"
          tabIndex={0}
          className="panel-cell"
          aria-colindex={focus.col + 1}
          aria-selected={isPressed}
          aria-label={nameOf(focus)}
          data-row={focus.row}
          data-col={focus.col}
          data-value={numberOf?.(focus)}
          {...boxOf(focus)}
        />
      </g>
    </g>
  );
}
