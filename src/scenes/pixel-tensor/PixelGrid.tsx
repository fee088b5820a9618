import { type CSSProperties, type KeyboardEvent, useId, useRef, useState } from 'react';
import { useFigure, useFigureState, useSay } from '../../figures/figureContext.ts';
import { GridFrame } from '../../figures/GridFrame.tsx';
import { layoutGrid } from '../../figures/gridGeometry.ts';
import { useGridKeys } from '../../figures/useGridKeys.ts';
import { printNumber } from '../../formula/numbers.ts';
import { symbolOf } from '../../formula/symbols.ts';
import type { PixelModel } from './model.ts';
import type { PixelView } from './view.ts';
import { PIXEL_LABEL, WORDS } from './words.ts';

/** As wide as a plane is on a wide page, so that its digits are drawn in their own size. */
export const SLOT = 188;

/** A square of cells drawn to the edge of its box. */
export const layoutOf = (size: number) => layoutGrid({ rows: size, cols: size }, SLOT, SLOT);

interface PixelGridProps {
  readonly model: PixelModel;
  readonly view: PixelView;
}

/** The patch in its colours: each cell is a pixel, three numbers that belong together. */
export function PixelGrid({ model, view }: PixelGridProps) {
  const { store, language } = useFigure();
  const say = useSay();
  const pinned = useFigureState((state) => (state.pinned?.tensor === 'pixel' ? state.pinned : null));
  const [focus, setFocus] = useState({ row: 0, col: 0 });
  const svg = useRef<SVGSVGElement>(null);
  const titleId = useId();
  const { size } = model.params;
  const { place } = view;
  const { cell, x0, y0 } = layoutOf(size);
  const at = { row: Math.min(focus.row, size - 1), col: Math.min(focus.col, size - 1) };
  const togglePin = (r: number, c: number): void => {
    const same = pinned?.row === r && pinned.col === c;
    store.actions.pin(same ? null : { tensor: 'pixel', row: r, col: c });
  };
  const onKeyDown = useGridKeys({
    rows: size,
    cols: size,
    turned: false,
    editable: false,
    focus: at,
    move: (r, c) => {
      setFocus({ row: r, col: c });
      svg.current?.querySelector<SVGGElement>(`[data-row="${r}"][data-col="${c}"]`)?.focus();
    },
    edit: () => undefined,
    pin: () => togglePin(at.row, at.col),
  });
  const cellOf = (target: EventTarget): { row: number; col: number } | null => {
    const found = (target as Element).closest<SVGGElement>('[data-row]');
    return found ? { row: Number(found.dataset['row']), col: Number(found.dataset['col']) } : null;
  };
  const point = (target: EventTarget): void => {
    const found = cellOf(target);
    store.actions.point(found ? { tensor: 'pixel', ...found } : null);
  };
  const sides = Array.from({ length: size }, (_, i) => i);
  return (
    <div className="pt-pixels">
      <GridFrame
        tensor="pixel"
        name={say(WORDS.pixels)}
        titleId={titleId}
        symbol={symbolOf('pixel')}
        note={`${size} × ${size}`}
        slot={SLOT}
        dense={false}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: a grid of SVG cells */}
        <svg
          ref={svg}
          role="grid"
          aria-labelledby={titleId}
          aria-rowcount={size}
          aria-colcount={size}
          viewBox={`0 0 ${SLOT} ${SLOT}`}
          data-connect="result"
          className="grid-svg"
          onPointerOver={(event) => event.pointerType !== 'touch' && point(event.target)}
          onPointerLeave={() => store.actions.point(null)}
          onClick={(event) => {
            const found = cellOf(event.target);
            if (!found) return;
            setFocus(found);
            togglePin(found.row, found.col);
          }}
          onFocus={(event) => event.target.matches(':focus-visible') && point(event.target)}
          onBlur={() => store.actions.point(null)}
          onKeyDown={onKeyDown as (event: KeyboardEvent) => void}
        >
          {sides.map((r) => (
            // biome-ignore lint/a11y/useSemanticElements: a row of an SVG grid
            <g role="row" key={r} aria-rowindex={r + 1}>
              {sides.map((c) => {
                const rgb = [0, 1, 2].map((k) => model.x.at(place.n, k, r, c));
                const numbers = [0, 1, 2].map((k) => printNumber(view.shown.at(place.n, k, r, c)).text);
                return (
                  // biome-ignore lint/a11y/useSemanticElements: a cell of an SVG grid
                  <g
                    key={c}
                    role="gridcell"
                    className="cell pt-pixel"
                    data-row={r}
                    data-col={c}
                    aria-colindex={c + 1}
                    aria-label={PIXEL_LABEL[language](r, c, numbers)}
                    aria-selected={(pinned?.row === r && pinned.col === c) || undefined}
                    tabIndex={r === at.row && c === at.col ? 0 : -1}
                    style={{ '--value': `rgb(${rgb.join(' ')})` } as CSSProperties}
                  >
                    <rect x={x0 + c * cell} y={y0 + r * cell} width={cell} height={cell} />
                  </g>
                );
              })}
            </g>
          ))}
        </svg>
      </GridFrame>
    </div>
  );
}

/** At most two decimals, also below a tenth. */
export const shortText = (value: number): string => printNumber(value, { digits: value < 0.1 ? 1 : 2 }).text;

/** The three numbers of every pixel, in the light of their channels, above everything else. */
export function PixelNumbers({ model, view }: PixelGridProps) {
  const { size } = model.params;
  const { n, h, w } = view.place;
  const { cell, x0, y0 } = layoutOf(size);
  const sides = Array.from({ length: size }, (_, i) => i);
  const line = Math.min(20, cell / 3.15);
  return (
    <svg className="pt-numbers" viewBox={`0 0 ${SLOT} ${SLOT}`} aria-hidden="true">
      {sides.flatMap((r) =>
        sides.flatMap((c) =>
          [0, 1, 2].map((k) => (
            <text
              key={`${r},${c},${k}`}
              className={`pt-number-${k}`}
              x={x0 + (c + 0.5) * cell}
              y={y0 + (r + 0.5) * cell + (k - 1) * line}
              fontSize={Math.min(15, Math.max(12, line * 0.85))}
            >
              {shortText(view.shown.at(n, k, r, c))}
            </text>
          )),
        ),
      )}
      <rect className="pt-here" x={x0 + w * cell} y={y0 + h * cell} width={cell} height={cell} />
    </svg>
  );
}
