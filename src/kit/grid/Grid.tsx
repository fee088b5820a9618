import { type FocusEvent, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { printNumber } from '../../formula/numbers.ts';
import { type Place, samePlace } from '../../playback/place.ts';
import { useFigure, useFigureState, useNow } from '../scene/context.ts';
import type { GridView } from '../scene/view.ts';
import { isUpright, placeAt } from '../stage/boxes.ts';
import { useBox, useStage } from '../stage/stageContext.ts';
import { spokenName, symbolOfGrid } from '../stage/title.ts';
import { UNTRANSLATED } from '../stage/untranslated.ts';
import { useStagePoint } from '../stage/useStagePoint.ts';
import { BorderHatch } from './BorderHatch.tsx';
import { Cells } from './Cells.tsx';
import { digitsOf, type GridFace, MOST_SVG_CELLS, maxOf } from './face.ts';
import { GridTitle } from './GridTitle.tsx';
import { actionOf, type Focus } from './keys.ts';
import { Outlines } from './Outlines.tsx';
import { PaintedCells } from './PaintedCells.tsx';
import { useGridPointer } from './useGridPointer.ts';
import { VirtualCells } from './VirtualCells.tsx';
import { WasOutline } from './WasOutline.tsx';
import '../colour/hues.css';
import './grid.css';

interface GridProps {
  /** One of the scene's grids; its box comes from the stage's layout. */
  readonly id: string;
  /** A word or two behind the name; default: the plan's note, or the shape, “5 × 5”. */
  readonly note?: string | undefined;
  /** The scene paints the colours itself, with <Picture>. */
  readonly bare?: boolean;
}

const NOTHING: GridView = {};

/**
 * A grid of numbers: what a tensor holds, as a reader sees it, points at it, pins and edits it. SVG cells up to some
 * hundred and fifty, above that painted. One tab stop; arrows, Home and End move; Enter or a click pins, Escape unpins;
 * a digit, F2 or a double click edits.
 */
export function Grid({ id, note, bare = false }: GridProps) {
  const { store, language } = useFigure();
  const { grids, view: sceneView } = useNow();
  const { edit } = useStage();
  const box = useBox(id);
  const full = useFigureState((state) => state.fullPrecision);
  const pin = useFigureState((state) => (state.pinned?.grid === id ? state.pinned : null));
  const lit = useFigureState((state) => (state.lit?.grid === id ? state.lit : null));
  const [wanted, setFocus] = useState<Focus>({ plane: 0, row: 0, col: 0 });
  const element = useRef<SVGGElement>(null);
  const view = sceneView.grids[id] ?? NOTHING;
  const declared = grids.get(id);
  const spec = useMemo(
    () => declared && (view.name ? { ...declared, name: view.name } : declared),
    [declared, view.name],
  );
  const look = useMemo(
    () => spec && { max: maxOf(spec), digits: digitsOf(spec, box, view), role: symbolOfGrid(spec).role },
    [spec, box, view],
  );
  const face = useMemo<GridFace | undefined>(
    () => spec && look && { spec, view, box, full, ...look },
    [spec, view, box, full, look],
  );
  const stagePoint = useStagePoint();
  const stagePlace = (clientX: number, clientY: number): Place | null => {
    const at = stagePoint(clientX, clientY);
    const found = at && placeAt(box, at.x, at.y);
    return found && { grid: id, ...found };
  };
  const painted = bare || box.rows * box.cols * box.planes > MOST_SVG_CELLS;
  const { actions } = store;
  /** Another grid may hold the very number that stands here. */
  const meant = (place: Place): Place =>
    view.standsFor?.((place.plane * box.rows + place.row) * box.cols + place.col) ?? place;
  const togglePin = (place: Place): void => {
    const at = meant(place);
    actions.pin(samePlace(at, store.getState().pinned) ? null : at);
  };
  const open = (place: Place, text: string | null): void => {
    if (!spec?.edit) return;
    actions.pin(place);
    const old = spec.values[(place.plane * spec.rows + place.row) * spec.cols + place.col] as number;
    edit({ place, text: text ?? printNumber(old, { full: true }).text });
  };
  const pointer = useGridPointer(element, {
    placeAt: stagePlace,
    point: (place) => actions.point(place && meant(place)),
    press: (place) => {
      setFocus(place);
      togglePin(place);
      if (painted) element.current?.querySelector<SVGElement>('[role="gridcell"]')?.focus();
    },
    drag: (place) => {
      setFocus(place);
      const at = meant(place);
      if (!samePlace(at, store.getState().pinned)) actions.pin(at);
      actions.point(at);
    },
    open: (place) => open(place, null),
    pull: (place) => {
      const index = (place.plane * box.rows + place.row) * box.cols + place.col;
      const from = spec?.values[index];
      if (!spec?.edit || spec.pullStep === undefined || from === undefined) return null;
      return {
        from,
        step: spec.pullStep,
        take: (value) => actions.setParams(spec.edit?.(index, value) ?? {}),
      };
    },
  });
  if (!spec || !face) throw new Error(`the scene has no grid “${id}”`);
  const { rows, cols } = spec;
  const planes = spec.planes ?? 1;
  const focus: Focus = view.here ?? {
    plane: Math.min(wanted.plane, planes - 1),
    row: Math.min(wanted.row, rows - 1),
    col: Math.min(wanted.col, cols - 1),
  };
  const symbol = symbolOfGrid(spec);
  const name = spokenName(spec, language);

  const moveTo = (to: Focus): void => {
    setFocus(to);
    actions.point(meant({ grid: id, ...to }));
    if (painted) return;
    const plane = planes > 1 ? `[data-plane="${to.plane}"]` : '';
    element.current
      ?.querySelector<SVGElement>(`[data-row="${to.row}"][data-col="${to.col}"]${plane}`)
      ?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = actionOf(event, focus, {
      rows,
      cols,
      planes,
      turned: box.turned,
      upright: isUpright(box),
      editable: Boolean(spec.edit),
    });
    if (!action || (action.kind === 'unpin' && !store.getState().pinned)) return;
    event.preventDefault();
    event.stopPropagation();
    const place = { grid: id, ...focus };
    if (action.kind === 'move') moveTo(action.to);
    else if (action.kind === 'pin') togglePin(place);
    else if (action.kind === 'unpin') actions.pin(null);
    else open(place, action.text);
  };
  const onFocus = ({ target }: FocusEvent<SVGElement>): void => {
    // The one cell of a painted grid goes to where the focus is; among many, the focus goes to a cell.
    const { row, col, plane } = target.dataset;
    const to = painted ? focus : { plane: Number(plane ?? 0), row: Number(row), col: Number(col) };
    if (!painted) setFocus(to);
    if (target.matches(':focus-visible')) actions.point(meant({ grid: id, ...to }));
  };
  const selected = pin !== null && samePlace(pin, { grid: id, ...focus });
  const words = { name, language, focus };
  return (
    <g
      className={`grid role-${symbol.role}${face.digits ? '' : ' is-dense'}${spec.pullStep === undefined ? '' : ' is-pulled'}`}
      data-tensor={id}
    >
      <GridTitle
        {...{ spec, box, language }}
        note={note ?? box.note?.[language] ?? (rows * cols * planes === 1 ? undefined : `${rows} × ${cols}`)}
      />
      <WasOutline box={box} />
      <VirtualCells
        box={box}
        digits={face.digits}
        marks={view.marks}
        paddingValue={spec.paddingValue === undefined ? 0 : spec.paddingValue}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a grid of SVG cells */}
      <g
        ref={element}
        role="grid"
        aria-label={name}
        aria-rowcount={rows * planes}
        aria-colcount={cols}
        // Cells stand in the grid and the grid on the stage: it moves as one.
        transform={painted ? undefined : `translate(${box.x} ${box.y})`}
        fontSize={face.digits?.size}
        {...UNTRANSLATED}
        {...pointer}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onBlur={() => actions.point(null)}
      >
        {painted ? (
          <PaintedCells {...{ face, selected, bare }} {...words} />
        ) : (
          <Cells face={face} pinned={pin} {...words} />
        )}
      </g>
      {spec.border && <BorderHatch box={box} border={spec.border} />}
      <Outlines box={box} view={view} pinned={pin} lit={lit} />
    </g>
  );
}
