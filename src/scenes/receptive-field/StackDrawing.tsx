import { type KeyboardEvent, type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import { useFigure, useSay } from '../../figures/figureContext.ts';
import { conePath, type Drawing, drawingOf, edgePath, HEIGHT, profilePath, sumPath } from './drawing.ts';
import type { FieldModel } from './model.ts';
import { Labels, PaddingHatch, Row } from './StackRows.tsx';
import type { FieldView, Unit } from './view.ts';
import { WORDS } from './words.ts';

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
