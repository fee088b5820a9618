import { type KeyboardEvent, type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import { useFigure, useSay } from '../../figures/figureContext.ts';
import { valueColor } from '../../figures/valueScale.ts';
import { printNumber } from '../../formula/numbers.ts';
import {
  conePath,
  type Drawing,
  drawingOf,
  edgePath,
  HEIGHT,
  PROFILE,
  profilePath,
  sumPath,
} from './drawing.ts';
import type { Range } from './facts.ts';
import type { FieldModel } from './model.ts';
import type { FieldView, Unit } from './view.ts';
import { layerName, unitLabel, WORDS } from './words.ts';

interface StackDrawingProps {
  readonly model: FieldModel;
  readonly view: FieldView;
}

const TENSOR = 'paths';

/**
 * The stack from the side: one row of units a layer, the pixels at the bottom. A grid with one tab stop;
 * arrows move, Enter or a click pins.
 */
export function StackDrawing({ model, view }: StackDrawingProps) {
  const { store } = useFigure();
  const say = useSay();
  const titleId = useId();
  const svg = useRef<SVGSVGElement>(null);
  const drawing = useMemo(() => drawingOf(model), [model]);
  const top = model.layers.length;
  const [focus, setFocus] = useState<Unit>({ layer: top, unit: model.params.unit });
  const layer = Math.min(focus.layer, top);
  const unit = Math.min(focus.unit, (model.counts[layer] as number) - 1);

  const moveTo = (toLayer: number, toUnit: number): void => {
    const l = Math.min(top, Math.max(0, toLayer));
    const u = Math.min((model.counts[l] as number) - 1, Math.max(0, toUnit));
    setFocus({ layer: l, unit: u });
    // In a dense drawing the cell with the focus is drawn for it; it exists after the next paint.
    const find = (): void =>
      svg.current?.querySelector<SVGGElement>(`[data-row="${l}"][data-col="${u}"]`)?.focus();
    find();
    requestAnimationFrame(find);
  };
  const pin = (at: Unit): void => {
    const { pinned } = store.getState();
    const same = pinned?.tensor === TENSOR && pinned.row === at.layer && pinned.col === at.unit;
    store.actions.pin(same ? null : { tensor: TENSOR, row: at.layer, col: at.unit });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey) return;
    const above = (to: number): number => nearest(model, drawing, { layer, unit }, to);
    const moves: Record<string, () => void> = {
      ArrowLeft: () => moveTo(layer, unit - 1),
      ArrowRight: () => moveTo(layer, unit + 1),
      ArrowUp: () => moveTo(layer + 1, above(layer + 1)),
      ArrowDown: () => moveTo(layer - 1, above(layer - 1)),
      Home: () => moveTo(layer, 0),
      End: () => moveTo(layer, Number.POSITIVE_INFINITY),
      Enter: () => pin({ layer, unit }),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };
  const unitAt = (event: PointerEvent | React.MouseEvent): Unit | null => {
    const box = svg.current?.getBoundingClientRect();
    if (!box) return null;
    const place = drawing.left + ((event.clientX - box.left) / box.width) * drawing.width;
    const y = event.clientY - box.top;
    for (let l = 0; l <= top; l++) {
      if (y < drawing.topOf(l) - 4 || y > drawing.topOf(l) + drawing.tall + 4) continue;
      const u = Math.round((place - drawing.centre(l, 0)) / drawing.wide(l));
      return u >= 0 && u < (model.counts[l] as number) ? { layer: l, unit: u } : null;
    }
    return null;
  };
  const edges = useMemo(() => edgePath(model, drawing, view.cone), [model, drawing, view.cone]);
  return (
    <div className={`rf-stack rf-digits-${drawing.digits}`} data-tensor={TENSOR}>
      <div className="grid-title">
        <span className="grid-name">
          <span id={titleId}>{say(WORDS.units)}</span>
        </span>
        <span className="grid-note">{say(WORDS.unitsNote)}</span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a grid of drawn units */}
      <svg
        ref={svg}
        role="grid"
        aria-labelledby={titleId}
        aria-rowcount={top + 1}
        className="rf-svg"
        width="100%"
        height={HEIGHT}
        onPointerMove={(event) => {
          if (event.pointerType === 'touch') return;
          const at = unitAt(event);
          store.actions.point(at ? { tensor: TENSOR, row: at.layer, col: at.unit } : null);
        }}
        onPointerLeave={() => store.actions.point(null)}
        onClick={(event) => {
          const at = unitAt(event);
          if (!at) return;
          setFocus(at);
          pin(at);
        }}
        onFocus={(event) => {
          const cell = event.target.closest<SVGGElement>('[data-row]');
          if (!cell?.matches(':focus-visible')) return;
          store.actions.point({
            tensor: TENSOR,
            row: Number(cell.dataset['row']),
            col: Number(cell.dataset['col']),
          });
        }}
        onBlur={() => store.actions.point(null)}
        onKeyDown={onKeyDown}
      >
        <Stretched drawing={drawing}>
          <path className="rf-cone" d={conePath(drawing, view.cone)} />
          <path className="rf-edges" d={edges} />
          <path className="rf-profile" d={profilePath(model, view.known)} />
        </Stretched>
        <PaddingHatch model={model} drawing={drawing} />
        {Array.from({ length: top + 1 }, (_, i) => top - i).map((l) => (
          <Row key={l} {...{ model, view, drawing }} layer={l} focused={l === layer ? unit : null} />
        ))}
        <Stretched drawing={drawing}>
          <path className="rf-sum" d={sumPath(drawing, view)} />
        </Stretched>
        <Labels {...{ model, view, drawing }} />
      </svg>
    </div>
  );
}

/** The unit of another layer whose field has the nearest centre. */
function nearest(model: FieldModel, drawing: Drawing, from: Unit, to: number): number {
  if (to < 0 || to > model.layers.length) return from.unit;
  return Math.round((drawing.centre(from.layer, from.unit) - drawing.centre(to, 0)) / drawing.wide(to));
}

/** Lines and areas whose places across are pixels of the picture. */
function Stretched({ drawing, children }: { readonly drawing: Drawing; readonly children: React.ReactNode }) {
  return (
    <svg
      width="100%"
      height={HEIGHT}
      viewBox={`${drawing.left} 0 ${drawing.width} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="rf-stretched"
    >
      {children}
    </svg>
  );
}

/** Fields may hang over the edge of the picture: there is only padding. */
function PaddingHatch({ model, drawing }: { readonly model: FieldModel; readonly drawing: Drawing }) {
  const pixels = model.counts[0] as number;
  const end = drawing.left + drawing.width;
  const bands: Range[] = [
    [drawing.left, -0.5],
    [pixels - 0.5, end],
  ];
  return (
    <g aria-hidden="true">
      {bands
        .filter(([from, to]) => to > from)
        .map(([from, to]) => (
          <rect
            key={from}
            className="rf-hatch"
            x={`${drawing.percent(from)}%`}
            width={`${drawing.percent(to) - drawing.percent(from)}%`}
            y={drawing.topOf(0)}
            height={drawing.tall}
          />
        ))}
    </g>
  );
}

interface RowProps extends StackDrawingProps {
  readonly drawing: Drawing;
  readonly layer: number;
  /** The unit that has the tab stop, where it is in this row. */
  readonly focused: number | null;
}

function Row({ model, view, drawing, layer, focused }: RowProps) {
  const count = model.counts[layer] as number;
  const { dense } = drawing;
  const shown = dense ? (focused === null ? [] : [focused]) : Array.from({ length: count }, (_, i) => i);
  const half = drawing.wide(layer) / 2;
  const [from, to] = [
    drawing.percent(drawing.centre(layer, 0) - half),
    drawing.percent(drawing.centre(layer, count - 1) + half),
  ];
  const [first, last] = view.cone[layer] ?? [0, -1];
  const seen: Range = [Math.max(0, first), Math.min(count - 1, last)];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of drawn units
    <g role="row" aria-rowindex={layer + 1}>
      {dense && (
        <g aria-hidden="true">
          <rect
            className="rf-band"
            x={`${from}%`}
            width={`${to - from}%`}
            y={drawing.topOf(layer)}
            height={drawing.tall}
          />
          {seen[1] >= seen[0] && (
            <rect
              className="rf-band seen"
              x={`${drawing.percent(drawing.centre(layer, seen[0]) - half)}%`}
              width={`${((seen[1] - seen[0] + 1) * drawing.wide(layer) * 100) / drawing.width}%`}
              y={drawing.topOf(layer)}
              height={drawing.tall}
            />
          )}
        </g>
      )}
      {shown.map((unit) => (
        <UnitCell key={unit} {...{ model, view, drawing, layer, unit }} tabbable={unit === focused} />
      ))}
    </g>
  );
}

interface UnitCellProps extends StackDrawingProps, Unit {
  readonly drawing: Drawing;
  readonly tabbable: boolean;
}

function UnitCell({ model, view, drawing, layer, unit, tabbable }: UnitCellProps) {
  const { language } = useFigure();
  const { data } = model.paths[layer] as { data: Float64Array };
  const value = data[unit] as number;
  const known = view.known(layer, unit);
  const range = view.cone[layer];
  const inCone = range !== undefined && unit >= range[0] && unit <= range[1];
  const reads = view.readers[layer]?.includes(unit) ?? false;
  const isFocus = view.focus.layer === layer && view.focus.unit === unit && !view.pixel;
  const isSum =
    !view.pixel && view.sum?.explanation.index[0] === layer && view.sum.explanation.index[1] === unit;
  const width = (drawing.wide(layer) / drawing.width) * 100;
  const centre = drawing.percent(drawing.centre(layer, unit));
  const y = drawing.topOf(layer);
  const marks = `${inCone ? ' in-cone' : ''}${reads ? ' reads' : ''}${isFocus ? ' focus' : ''}${isSum ? ' sum' : ''}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawn unit
    <g
      role="gridcell"
      className={`rf-unit${marks}`}
      data-row={layer}
      data-col={unit}
      data-value={known ? value : undefined}
      tabIndex={tabbable ? 0 : -1}
      aria-colindex={unit + 1}
      aria-label={unitLabel(model, layer, unit, known ? value : undefined, language)}
    >
      <rect
        x={`${centre - width / 2}%`}
        width={`${width}%`}
        y={y}
        height={drawing.tall}
        fill={known && value > 0 ? valueColor(value, Math.max(...data)) : undefined}
      />
      {known && value > 0 && (
        <text x={`${centre}%`} y={y + drawing.tall / 2} aria-hidden="true">
          {printNumber(value).text}
        </text>
      )}
    </g>
  );
}

/** The name of every row at its left, and what is known of its sizes at its right. */
function Labels({ model, view, drawing }: StackDrawingProps & { readonly drawing: Drawing }) {
  const { language } = useFigure();
  return (
    <g aria-hidden="true" className="rf-labels">
      {model.fields.map(({ size, jump }, layer) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its number
        <g key={layer}>
          <text x={0} y={drawing.topOf(layer) - 5}>
            {layerName(model, layer, language)}
          </text>
          {layer <= view.written && layer > 0 && (
            <text className="end" x="100%" y={drawing.topOf(layer) - 5}>
              {WORDS.rowSizes[language](size, jump)}
            </text>
          )}
        </g>
      ))}
      {view.known(0, 0) && (
        <text x={0} y={PROFILE.top + PROFILE.height - 2}>
          {WORDS.profile[language]}
        </text>
      )}
    </g>
  );
}
