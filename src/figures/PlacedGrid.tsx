import { memo, type ReactNode, useCallback, useRef, useState } from 'react';
import { printNumber } from '../formula/numbers.ts';
import { type Role, symbolOf } from '../formula/symbols.ts';
import type { Text } from '../language/language.ts';
import type { CellRef } from '../playback/figureStore.ts';
import { useFigure, useFigureState, useSay } from './figureContext.ts';
import { useGridKeys } from './useGridKeys.ts';
import { useHydrated } from './useHydrated.ts';
import { valueColor, valueStyle } from './valueScale.ts';

/** One cell of a grid that stands inside a larger drawing. */
export interface PlacedCell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** undefined while not yet computed. */
  readonly value: number | undefined;
  /** Shown while the number is still being added up. */
  readonly partial?: number | undefined;
  /** No digits where they would not fit. */
  readonly digits?: boolean;
  readonly className?: string | undefined;
  /** Less than a number that counts: a zero that is nowhere stored, padding, a cell of which nothing is said now. */
  readonly tone?: 'zero' | 'padding' | 'quiet' | undefined;
  /** A letter in the corner. */
  readonly badge?: string | undefined;
  readonly outline?: 'active' | 'target' | 'reached' | 'related' | undefined;
}

export interface PlacedGridProps {
  /** The tensor's id in the symbol table. */
  readonly tensor: string;
  readonly name: Text;
  readonly rows: number;
  readonly cols: number;
  /** The magnitude at which the colour is full. */
  readonly max: number;
  readonly role?: Role;
  readonly corner?: number;
  cell(row: number, col: number): PlacedCell;
  /** The cell that pointing here means, when it stands in another grid as well. */
  refOf?(row: number, col: number): CellRef;
}

const WORDS = {
  cell: {
    en: (row: number, col: number) => `row ${row}, column ${col}`,
    zh: (row: number, col: number) => `第 ${row} 行第 ${col} 列`,
  },
  empty: { en: 'not computed yet', zh: '尚未计算' },
  soFar: { en: 'so far', zh: '目前' },
} as const;

/**
 * A grid of numbers as a part of a drawing: its caller places each cell, so it may be a column of nodes, a
 * matrix with a vector beside it, or cells that are not square. Goes inside an `<svg class="grid-svg">`.
 * Pointing, pinning and keys are those of `NumberGrid`.
 */
export function PlacedGrid(props: PlacedGridProps) {
  const { tensor, rows, cols, max, corner = 2 } = props;
  const { store, language } = useFigure();
  const say = useSay();
  const full = useFigureState((state) => state.fullPrecision);
  const pinned = useFigureState((state) => state.pinned);
  const [focus, setFocus] = useState({ row: 0, col: 0 });
  const alive = useHydrated();
  const group = useRef<SVGGElement>(null);
  const name = say(props.name);
  const focusRow = Math.min(focus.row, rows - 1);
  const focusCol = Math.min(focus.col, cols - 1);
  const refOf = (row: number, col: number): CellRef => props.refOf?.(row, col) ?? { tensor, row, col };
  const isPinned = (row: number, col: number): boolean => {
    if (!pinned) return false;
    const ref = refOf(row, col);
    return ref.tensor === pinned.tensor && ref.row === pinned.row && ref.col === pinned.col;
  };
  const toggle = (row: number, col: number): void =>
    store.actions.pin(isPinned(row, col) ? null : refOf(row, col));
  const onKeyDown = useGridKeys({
    rows,
    cols,
    turned: false,
    editable: false,
    focus: { row: focusRow, col: focusCol },
    move: (row, col) => {
      setFocus({ row, col });
      group.current?.querySelector<SVGGElement>(`[data-row="${row}"][data-col="${col}"]`)?.focus();
    },
    edit: () => {},
    pin: () => toggle(focusRow, focusCol),
  });
  const placeOf = (target: EventTarget): { row: number; col: number } | undefined => {
    const cell = (target as Element).closest<SVGGElement>('[data-row]');
    return cell ? { row: Number(cell.dataset['row']), col: Number(cell.dataset['col']) } : undefined;
  };
  const describe = useCallback(
    (row: number, col: number, shown: number | undefined, done: boolean): string => {
      const number = shown === undefined ? WORDS.empty[language] : printNumber(shown, { full }).text;
      const soFar = shown === undefined || done ? '' : ` ${WORDS.soFar[language]}`;
      return `${name} ${WORDS.cell[language](row, col)}: ${number}${soFar}`;
    },
    [name, language, full],
  );
  const outlines: ReactNode[] = [];
  const cellNode = (row: number, col: number): ReactNode => {
    const cell = props.cell(row, col);
    const { x, y, width, height } = cell;
    const outline = isPinned(row, col) ? 'pin' : cell.outline;
    if (outline)
      outlines.push(
        <rect key={`${row},${col}`} className={outline} {...{ x, y, width, height }} rx={corner} />,
      );
    return (
      <CellNode
        key={col}
        {...{ row, col, x, y, width, height, corner, max }}
        value={cell.value}
        shown={cell.value ?? cell.partial}
        digits={cell.digits !== false}
        describe={describe}
        className={cell.tone ? `tone-${cell.tone}` : cell.className}
        badge={cell.badge}
        tabbable={row === focusRow && col === focusCol}
        alive={alive}
      />
    );
  };
  const rowNodes = Array.from({ length: rows }, (_, row) => (
    // biome-ignore lint/a11y/useSemanticElements: a row of an SVG grid
    // biome-ignore lint/suspicious/noArrayIndexKey: a row is its number
    <g role="row" key={row} aria-rowindex={row + 1}>
      {Array.from({ length: cols }, (_, col) => cellNode(row, col))}
    </g>
  ));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a grid of SVG cells
    <g
      ref={group}
      role="grid"
      aria-label={name}
      aria-rowcount={rows}
      aria-colcount={cols}
      data-tensor={tensor}
      className={`role-${props.role ?? symbolOf(tensor).role}`}
      onPointerOver={(event) => {
        const place = placeOf(event.target);
        if (event.pointerType !== 'touch') store.actions.point(place ? refOf(place.row, place.col) : null);
      }}
      onPointerLeave={() => store.actions.point(null)}
      onClick={(event) => {
        const place = placeOf(event.target);
        if (!place) return;
        setFocus(place);
        toggle(place.row, place.col);
      }}
      onFocus={(event) => {
        const place = placeOf(event.target);
        if (!place) return;
        setFocus(place);
        if (event.target.matches(':focus-visible')) store.actions.point(refOf(place.row, place.col));
      }}
      onBlur={() => store.actions.point(null)}
      onKeyDown={onKeyDown}
    >
      {rowNodes}
      <g className="windows" aria-hidden="true">
        {outlines}
      </g>
    </g>
  );
}

interface CellNodeProps {
  readonly row: number;
  readonly col: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly corner: number;
  readonly max: number;
  readonly value: number | undefined;
  readonly shown: number | undefined;
  readonly digits: boolean;
  describe(row: number, col: number, shown: number | undefined, done: boolean): string;
  readonly className: string | undefined;
  readonly badge: string | undefined;
  readonly tabbable: boolean;
  /** False in the pre-rendered page: names and full numbers come with the living figure. */
  readonly alive: boolean;
}

/**
 * All properties are primitive or keep their identity, so that only the cells that changed are drawn again.
 * A large matrix has more than a thousand of them: a cell without digits is one element.
 */
const CellNode = memo(function CellNode(props: CellNodeProps) {
  const { row, col, x, y, width, height, value, shown, className, badge } = props;
  const box = { x, y, width, height, rx: props.corner };
  const cell = {
    role: 'gridcell',
    'data-row': row,
    'data-col': col,
    ...(props.alive && {
      'data-value': value,
      'aria-colindex': col + 1,
      'aria-label': props.describe(row, col, shown, value !== undefined),
      tabIndex: props.tabbable ? 0 : -1,
    }),
  } as const;
  const classes = `${className ? ` ${className}` : ''}${value === undefined ? ' unknown' : ''}`;
  if ((!props.digits || shown === undefined) && !badge)
    return (
      <rect
        {...cell}
        {...box}
        className={`bare-cell${classes}`}
        fill={shown === undefined ? 'var(--ground)' : valueColor(shown, props.max)}
      />
    );
  return (
    <g {...cell} className={`cell${classes}`} style={shown ? valueStyle(shown, props.max) : undefined}>
      <rect {...box} />
      {shown !== undefined && props.digits && (
        <text x={x + width / 2} y={y + height / 2}>
          {printNumber(shown, { digits: 2 }).text}
        </text>
      )}
      {badge && (
        <text className="badge" x={x + width - 3} y={y + height - 3}>
          {badge}
        </text>
      )}
    </g>
  );
});
