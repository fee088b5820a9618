import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { samePlace } from '../../playback/place.ts';
import { useFigure, useFigureState, useNow } from '../scene/context.ts';
import type { Box } from '../stage/boxes.ts';
import { UNTRANSLATED } from '../stage/untranslated.ts';
import { useStagePoint } from '../stage/useStagePoint.ts';
import { type CellLook, LooseCell, type Spot } from './LooseCell.tsx';
import { useGridPointer } from './useGridPointer.ts';
import './grid.css';

interface LooseGridProps {
  /** One of the scene's grids, with its `widths`. */
  readonly id: string;
  readonly labelledBy: string;
  /** What is pointed at between cells, too: the whole area. */
  readonly area: Box;
  /** Where the focus stands before it was ever moved. */
  readonly start: Spot;
  /** The rows from top to bottom, as drawn. */
  readonly order: readonly number[];
  cell(spot: Spot): CellLook;
  spotAt(x: number, y: number): Spot | null;
  /** The cell of another row that lies nearest. */
  nearest(from: Spot, row: number): Spot;
  /** Only the cell with the focus is an element; the scene draws the others in one stroke. */
  readonly dense?: boolean;
}

/**
 * A grid whose rows have as many cells as they like, each where the scene wants it: the units of a network, layer over
 * layer. Pointing, pinning and keys as in <Grid>; ↑ and ↓ go to the nearest cell of the row above or below.
 */
export function LooseGrid(props: LooseGridProps) {
  const { id, labelledBy, area, start, order, cell, spotAt, nearest, dense = false } = props;
  const { store } = useFigure();
  const { grids } = useNow();
  const pinned = useFigureState((state) => (state.pinned?.grid === id ? state.pinned : null));
  const [wanted, setFocus] = useState<Spot | null>(null);
  const element = useRef<SVGGElement>(null);
  const follows = useRef(false);
  const stagePoint = useStagePoint();
  const { actions } = store;
  const widths = grids.get(id)?.widths ?? [];
  const widthOf = (row: number): number => widths[row] ?? 1;
  const kept = ({ row, col }: Spot): Spot => {
    const r = Math.min(widths.length - 1, Math.max(0, row));
    return { row: r, col: Math.min(widthOf(r) - 1, Math.max(0, col)) };
  };
  const focus = kept(wanted ?? start);
  const place = (spot: Spot) => ({ grid: id, plane: 0, ...spot });
  const toggle = (spot: Spot): void =>
    actions.pin(samePlace(place(spot), store.getState().pinned) ? null : place(spot));
  const find = (x: number, y: number): Spot | null => {
    const at = stagePoint(x, y);
    return at && spotAt(at.x, at.y);
  };
  // The element of a cell that gets the focus may come with this very render.
  useLayoutEffect(() => {
    if (!follows.current) return;
    follows.current = false;
    element.current?.querySelector<SVGElement>('[tabindex="0"]')?.focus();
  });
  const pointer = useGridPointer(element, {
    placeAt: (x, y) => {
      const spot = find(x, y);
      return spot && place(spot);
    },
    point: actions.point,
    press: (at) => {
      setFocus(at);
      toggle({ row: at.row, col: at.col });
    },
    drag: (at) => {
      setFocus(at);
      if (!samePlace(at, store.getState().pinned)) actions.pin(at);
    },
    open: () => {},
  });
  const moveTo = (spot: Spot): void => {
    const to = kept(spot);
    follows.current = true;
    setFocus(to);
    actions.point(place(to));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey) return;
    const { row, col } = focus;
    const beside = (by: number): void => {
      const next = order[order.indexOf(row) + by];
      if (next !== undefined) moveTo(nearest(focus, next));
    };
    const acts: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => moveTo({ row, col: col - 1 }),
      ArrowRight: () => moveTo({ row, col: col + 1 }),
      ArrowUp: () => beside(-1),
      ArrowDown: () => beside(1),
      Home: () => moveTo({ row, col: 0 }),
      End: () => moveTo({ row, col: widthOf(row) - 1 }),
      Enter: () => toggle(focus),
      ...(store.getState().pinned && { Escape: () => actions.pin(null) }),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const onFocus = ({ target }: FocusEvent<SVGElement>): void => {
    const { row, col } = target.dataset;
    if (row === undefined || !target.matches(':focus-visible')) return;
    const spot = { row: Number(row), col: Number(col) };
    setFocus(spot);
    actions.point(place(spot));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a grid of drawn cells
    <g
      ref={element}
      role="grid"
      aria-labelledby={labelledBy}
      aria-rowcount={widths.length}
      data-tensor={id}
      {...UNTRANSLATED}
      {...pointer}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={() => actions.point(null)}
    >
      <rect className="grid-ground" x={area.x} y={area.y} width={area.width} height={area.height} />
      {order.map((row) => (
        // biome-ignore lint/a11y/useSemanticElements: a row of drawn cells
        <g key={row} role="row" aria-rowindex={row + 1}>
          {Array.from({ length: widthOf(row) }, (_, col) => col)
            .filter((col) => !dense || (row === focus.row && col === focus.col))
            .map((col) => {
              const { box, ...look } = cell({ row, col });
              return (
                <LooseCell
                  key={col}
                  {...{ row, col }}
                  {...box}
                  {...look}
                  tabbable={row === focus.row && col === focus.col}
                  selected={pinned?.row === row && pinned.col === col}
                />
              );
            })}
        </g>
      ))}
    </g>
  );
}
