import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { useFigure, useSay } from '../../figures/figureContext.ts';
import { onThemeChange } from '../../figures/pageTheme.ts';
import { useGridKeys } from '../../figures/useGridKeys.ts';
import { useIsomorphicLayoutEffect } from '../../figures/useIsomorphicLayoutEffect.ts';
import { valuePalette } from '../../figures/valuePalette.ts';
import { symbolOf } from '../../formula/symbols.ts';
import type { Text } from '../../language/language.ts';
import { DrawnPicture } from './DrawnPicture.tsx';
import { type Paint, paintInto } from './paint.ts';
import type { Box, Place } from './view.ts';

/** Up to this many pixels a picture is drawn, so that it is there before any script runs. */
const DRAWN_LIMIT = 1024;

/** Width to height of the box that every picture stands in. */
const FRAME = 9 / 8;

interface PhotoPictureProps {
  readonly tensor: 'x' | 'y';
  readonly name: Text;
  readonly note: ReactNode;
  readonly rows: number;
  readonly cols: number;
  readonly paint: Paint;
  /** The pixel that the keyboard stands on, its number and its name. */
  readonly place: Place;
  readonly value: number;
  readonly label: string;
  /** Outlined: the window or the number that is explained; and what a pixel reaches. */
  readonly cursor: Box;
  readonly reach?: Box | undefined;
}

/** A whole picture as a grid: painted, and with the one pixel in question as the cell that can be read. */
export function PhotoPicture(props: PhotoPictureProps) {
  const { tensor, rows, cols, paint, place, value, cursor, reach } = props;
  const { store } = useFigure();
  const say = useSay();
  const titleId = useId();
  const symbol = symbolOf(tensor);
  const keys = useGridKeys({
    rows,
    cols,
    turned: false,
    editable: false,
    focus: place,
    move: (row, col) => store.actions.point({ tensor, row, col }),
    edit: () => {},
    pin: () => togglePin(place),
  });
  const togglePin = ({ row, col }: Place): void => {
    const { pinned } = store.getState();
    const same = pinned?.tensor === tensor && pinned.row === row && pinned.col === col;
    store.actions.pin(same ? null : { tensor, row, col });
  };
  const placeAt = (event: {
    clientX: number;
    clientY: number;
    currentTarget: Element;
  }): Place | undefined => {
    const box = event.currentTarget.getBoundingClientRect();
    const row = Math.floor(((event.clientY - box.top) / box.height) * rows);
    const col = Math.floor(((event.clientX - box.left) / box.width) * cols);
    return row >= 0 && row < rows && col >= 0 && col < cols ? { row, col } : undefined;
  };
  const percent = (n: number, of: number): string => `${(n / of) * 100}%`;
  return (
    <div className={`grid role-${symbol.role} kp-picture`} data-tensor={tensor}>
      <div className="grid-title">
        <span className="grid-name">
          <span id={titleId}>{say(props.name)}</span> <i aria-hidden="true">{symbol.plain}</i>
        </span>
        <span className="grid-note">{props.note}</span>
      </div>
      <div className="kp-frame">
        {/* biome-ignore lint/a11y/useSemanticElements: a painted grid */}
        <div
          role="grid"
          tabIndex={-1}
          aria-labelledby={titleId}
          aria-rowcount={rows}
          aria-colcount={cols}
          className="kp-board"
          style={{ aspectRatio: cols / rows, width: `${Math.min(1, cols / rows / FRAME) * 100}%` }}
          onPointerMove={(event) => {
            const found = event.pointerType === 'touch' ? undefined : placeAt(event);
            if (found) store.actions.point({ tensor, ...found });
          }}
          onPointerLeave={() => store.actions.point(null)}
          onClick={(event) => {
            const found = placeAt(event);
            if (found) togglePin(found);
          }}
          onKeyDown={keys as (event: KeyboardEvent) => void}
        >
          {rows * cols > DRAWN_LIMIT ? (
            <PaintedPicture rows={rows} cols={cols} paint={paint} />
          ) : (
            <DrawnPicture rows={rows} cols={cols} paint={paint} />
          )}
          <Locator rows={rows} cols={cols} cursor={cursor} reach={reach} />
          {/* biome-ignore lint/a11y/useSemanticElements: a row of a painted grid */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: its cell is focusable */}
          <div role="row" aria-rowindex={place.row + 1}>
            {/* biome-ignore lint/a11y/useSemanticElements: the one readable cell of a painted grid */}
            <div
              role="gridcell"
              tabIndex={0}
              className="kp-cell"
              data-row={place.row}
              data-col={place.col}
              data-value={value}
              aria-colindex={place.col + 1}
              aria-label={props.label}
              onBlur={() => store.actions.point(null)}
              style={{ left: percent(place.col + 0.5, cols), top: percent(place.row + 0.5, rows) }}
            />
          </div>
        </div>
      </div>
    </div>
  );
}

/** The scan line, a box around the place (never smaller than can be seen), and what a pixel reaches. */
function Locator({
  rows,
  cols,
  cursor,
  reach,
}: Pick<PhotoPictureProps, 'rows' | 'cols' | 'cursor' | 'reach'>) {
  const least = cols * 0.045;
  const side = Math.max(cursor.cols, least);
  const x = cursor.col + cursor.cols / 2;
  const y = cursor.row + cursor.rows / 2;
  const scan = `M0 ${y}H${x - side / 2}M${x + side / 2} ${y}H${cols}`;
  const box = { x: x - side / 2, y: y - side / 2, width: side, height: side };
  return (
    <svg className="kp-locator" viewBox={`0 0 ${cols} ${rows}`} preserveAspectRatio="none" aria-hidden="true">
      <path className="kp-halo" d={scan} />
      <path className="kp-scan" d={scan} />
      <rect className="kp-halo" {...box} />
      <rect className="kp-box" {...box} />
      {reach && (
        <rect className="kp-reach" x={reach.col} y={reach.row} width={reach.cols} height={reach.rows} />
      )}
    </svg>
  );
}

/** A picture on a canvas, painted before the next frame is shown. */
function PaintedPicture({
  rows,
  cols,
  paint,
}: {
  readonly rows: number;
  readonly cols: number;
  readonly paint: Paint;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useIsomorphicLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d', { willReadFrequently: true });
    if (!element || !context) return;
    const draw = (): void => {
      const image = context.createImageData(cols, rows);
      paintInto(image.data, paint, valuePalette(element.parentElement ?? element));
      context.putImageData(image, 0, 0);
    };
    draw();
    return onThemeChange(draw);
  }, [rows, cols, paint]);
  return <canvas ref={canvas} className="kp-canvas" width={cols} height={rows} aria-hidden="true" />;
}
