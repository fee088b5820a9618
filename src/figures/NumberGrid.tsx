import { type KeyboardEvent, type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { prefillText, printNumber, readNumber } from '../formula/numbers.ts';
import { symbolOf } from '../formula/symbols.ts';
import type { Text } from '../language/language.ts';
import type { CellRef } from '../playback/figureStore.ts';
import { CanvasGrid } from './CanvasGrid.tsx';
import { CellEditor } from './CellEditor.tsx';
import { useFigure, useFigureState, useSay } from './figureContext.ts';
import { type CellsView, cornerOf, placeName } from './GridCells.tsx';
import { GridFrame } from './GridFrame.tsx';
import { GridLayers } from './GridLayers.tsx';
import { type CellMark, type GridWindow, layoutGrid, NO_SIDES, type Sides } from './gridGeometry.ts';
import { TakenNote } from './TakenNote.tsx';
import { useDisplayScale } from './useDisplayScale.ts';
import { useGridDigits } from './useGridDigits.ts';
import { useGridKeys } from './useGridKeys.ts';
import { useHydrated } from './useHydrated.ts';

export interface NumberGridProps {
  /** The tensor's id in the symbol table: gives name, letter and colour. */
  readonly tensor: string;
  /** Instead of the symbol table's name. */
  readonly name?: Text;
  readonly rows: number;
  readonly cols: number;
  readonly values: ArrayLike<number>;
  /** Cells that are not yet computed are empty; default: all are known. */
  readonly known?: ((index: number) => boolean) | undefined;
  /** Numbers still being added up, for cells that are not known yet. */
  readonly partial?: ((index: number) => number | undefined) | undefined;
  /** The magnitude at which the colour is full. */
  readonly max: number;
  readonly slot: number;
  readonly padding?: Sides | undefined;
  readonly spread?: number | undefined;
  /** The place of the first cell, when the grid is cut out of a larger plane: pins and names count from there. */
  readonly origin?: readonly [row: number, col: number] | undefined;
  /** Painted on a canvas without digits, however few the cells are. */
  readonly painted?: boolean | undefined;
  /** Drawn turned by 180°; rows and columns keep their numbers. */
  readonly turned?: boolean | undefined;
  /** Keys are `row,col`; padding cells have theirs too. */
  readonly marks?: ReadonlyMap<string, CellMark> | undefined;
  readonly windows?: readonly GridWindow[] | undefined;
  /** A word or two behind the name: the shape. */
  readonly note?: ReactNode;
  /** Typed numbers; without it the grid cannot be edited. */
  readonly onEdit?: ((index: number, value: number) => void) | undefined;
  /** Take every number while it is being typed; Escape brings the old one back. */
  readonly live?: boolean;
  readonly largestCell?: number;
}

const NO_ORIGIN = [0, 0] as const;

/** From this many cells on, a grid without digits has its colours on a canvas. */
const BARE_FROM = 200;

/** Above this many cells a grid is painted on a canvas. */
const SVG_LIMIT = 1000;

/**
 * A grid of numbers: a tensor's plane as a reader sees it, points at it, pins and edits it.
 * One tab stop; arrows, Home and End move; Enter or a click pins; a digit, F2 or a double click edits.
 */
export function NumberGrid(props: NumberGridProps) {
  const { tensor, rows, cols, values, known, partial, max, slot, marks, onEdit } = props;
  const { turned = false } = props;
  const { store, language } = useFigure();
  const say = useSay();
  const full = useFigureState((state) => state.fullPrecision);
  const [row0, col0] = props.origin ?? NO_ORIGIN;
  const pin = useFigureState((state) => (state.pinned?.tensor === tensor ? state.pinned : null));
  const pinned =
    pin && pin.row >= row0 && pin.col >= col0 ? { row: pin.row - row0, col: pin.col - col0 } : null;
  const refOf = (row: number, col: number): CellRef => ({ tensor, row: row + row0, col: col + col0 });
  const [focus, setFocus] = useState({ row: 0, col: 0 });
  const [editing, setEditing] = useState<{ row: number; col: number; text?: string; old: number } | null>(
    null,
  );
  const [typed, setTyped] = useState<{
    row: number;
    col: number;
    index: number;
    value: number;
    before: ArrayLike<number>;
  } | null>(null);
  const alive = useHydrated();
  const model = useFigureState((state) => state.model);
  const svg = useRef<SVGSVGElement>(null);
  const padding = props.padding ?? NO_SIDES;
  const [top, left, bottom, right] = padding;
  const spread = props.spread ?? 1;
  const layout = useMemo(
    () => layoutGrid({ rows, cols, padding, spread }, slot, props.largestCell),
    [rows, cols, padding, spread, slot, props.largestCell],
  );
  const focusRow = Math.min(focus.row, rows - 1);
  const focusCol = Math.min(focus.col, cols - 1);
  const symbol = symbolOf(tensor);
  const name = say(props.name ?? symbol.words);
  const titleId = useId();

  const painted = props.painted || rows * cols > SVG_LIMIT;
  const scale = useDisplayScale(svg, slot);
  const digits = useGridDigits(values, painted ? 0 : rows * cols, layout.cell, scale);
  const moveFocus = (row: number, col: number): void => {
    setFocus({ row, col });
    svg.current?.querySelector<SVGGElement>(`[data-row="${row}"][data-col="${col}"]`)?.focus();
  };
  const startOf = (row: number, col: number) => ({ row, col, old: values[row * cols + col] as number });
  const onKeyDown = useGridKeys({
    rows,
    cols,
    turned,
    editable: Boolean(onEdit),
    focus: { row: focusRow, col: focusCol },
    move: moveFocus,
    edit: (text) => {
      setEditing({ ...startOf(focusRow, focusCol), ...(text ? { text } : {}) });
      const typed = props.live && text ? readNumber(text) : undefined;
      if (typed !== undefined) onEdit?.(focusRow * cols + focusCol, typed);
    },
    pin: () => togglePin(focusRow, focusCol),
  });
  const togglePin = (row: number, col: number): void => {
    const same = pinned?.row === row && pinned.col === col;
    store.actions.pin(same ? null : refOf(row, col));
  };
  const cellOf = (target: EventTarget): { row: number; col: number } | undefined => {
    const cell = (target as Element).closest<SVGGElement>('[data-row]');
    return cell ? { row: Number(cell.dataset['row']), col: Number(cell.dataset['col']) } : undefined;
  };
  const common = { tensor, name, titleId, note: props.note, symbol, slot };

  // A large grid without digits has its colours on a canvas, and its cells are only places to point at.
  const bare = alive && !digits && !painted && rows * cols >= BARE_FROM && spread === 1 && !turned;
  const pinnedRow = pinned?.row;
  const pinnedCol = pinned?.col;
  const now = useMemo<CellsView>(
    () => ({
      ...{
        rows,
        cols,
        values,
        known,
        partial,
        marks,
        layout,
        padding: [top, left, bottom, right],
        spread,
        turned,
        max,
        digits,
        full,
        name,
        language,
      },
      origin: [row0, col0],
      focus: { row: focusRow, col: focusCol },
      pinned: pinnedRow === undefined || pinnedCol === undefined ? null : { row: pinnedRow, col: pinnedCol },
      ...{ alive, bare, model },
    }),
    // biome-ignore format: one line says it
    [rows, cols, values, known, partial, marks, layout, top, left, bottom, right, spread, turned, max, digits, full, name, language, row0, col0, focusRow, focusCol, pinnedRow, pinnedCol, alive, bare, model],
  );

  const centreOf = (row: number, col: number): [number, number] => {
    const [x, y] = cornerOf(now, row, col);
    return [((x + layout.cell / 2) / slot) * 100, ((y + layout.cell / 2) / slot) * 100];
  };

  if (painted)
    return (
      <GridFrame {...common} dense>
        <CanvasGrid
          {...{ rows, cols, values, max, layout, slot, tensor, focusRow, focusCol, titleId }}
          known={known}
          windows={props.windows}
          label={(row, col) =>
            `${placeName(name, language, row, col)}: ${printNumber(values[row * cols + col] as number, { full }).text}`
          }
          onFocusCell={(row, col) => setFocus({ row, col })}
          onKeyDown={onKeyDown}
          onPin={togglePin}
        />
      </GridFrame>
    );

  return (
    <GridFrame {...common} dense={!digits}>
      <GridLayers
        view={now}
        {...{ slot, scale, windows: props.windows }}
        grid={{
          ref: svg,
          'aria-labelledby': titleId,
          'aria-rowcount': rows,
          'aria-colcount': cols,
          onPointerOver: (event) => {
            const cell = cellOf(event.target);
            if (event.pointerType !== 'touch') store.actions.point(cell ? refOf(cell.row, cell.col) : null);
          },
          onPointerLeave: () => store.actions.point(null),
          onClick: (event) => {
            const cell = cellOf(event.target);
            if (!cell) return;
            setFocus(cell);
            togglePin(cell.row, cell.col);
          },
          onDoubleClick: (event) => {
            const cell = cellOf(event.target);
            if (!cell || !onEdit) return;
            store.actions.pin(refOf(cell.row, cell.col));
            setEditing(startOf(cell.row, cell.col));
          },
          onFocus: (event) => {
            const cell = cellOf(event.target);
            if (!cell) return;
            setFocus(cell);
            if (event.target.matches(':focus-visible')) store.actions.point(refOf(cell.row, cell.col));
          },
          onBlur: () => store.actions.point(null),
          onKeyDown: onKeyDown as (event: KeyboardEvent) => void,
        }}
      />
      {editing && onEdit && (
        <CellEditor
          key={`${editing.row},${editing.col}`}
          box={[...cornerOf(now, editing.row, editing.col), layout.cell, slot]}
          text={editing.text ?? prefillText(editing.old)}
          label={placeName(name, language, editing.row, editing.col)}
          onLive={props.live ? (value) => onEdit(editing.row * cols + editing.col, value) : undefined}
          onDone={(value) => {
            const { row, col } = editing;
            const index = row * cols + col;
            const taken = value ?? (props.live ? editing.old : undefined);
            if (taken !== undefined) onEdit(index, taken);
            if (value !== undefined) setTyped({ row, col, index, value, before: values });
            setEditing(null);
            moveFocus(row, col);
          }}
        />
      )}
      <TakenNote typed={typed} values={values} at={centreOf(typed?.row ?? 0, typed?.col ?? 0)} />
    </GridFrame>
  );
}
