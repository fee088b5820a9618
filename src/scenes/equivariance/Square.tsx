import type { KeyboardEvent, ReactNode } from 'react';
import { useFigure, useSay } from '../../figures/figureContext.ts';
import { NumberGrid } from '../../figures/NumberGrid.tsx';
import { magnitude } from '../../figures/valueScale.ts';
import { printNumber } from '../../formula/numbers.ts';
import { weightsOf } from './layers.ts';
import { farthest, type ShiftModel, type ShiftParams } from './model.ts';
import type { GridId } from './steps.ts';
import { useDrag } from './useDrag.ts';
import { type ShiftView, sideOf } from './view.ts';
import { WORDS } from './words.ts';

interface SquareProps {
  readonly model: ShiftModel;
  readonly view: ShiftView;
  setParams(change: Partial<ShiftParams>): void;
}

/** Six grids and the arrows between them: two ways from the input to the output of the shifted input. */
export function Square({ model, view, setParams }: SquareProps) {
  const { params, side } = model;
  const drag = useDrag(side, params, setParams);
  const inputMax = magnitude(model.x.data);
  const outputMax = magnitude(model.y.data, model.yshifted.data);
  const maxima: Record<GridId, number> = {
    x: inputMax,
    shifted: inputMax,
    y: outputMax,
    yshifted: outputMax,
    shiftedy: outputMax,
    mismatch: outputMax,
  };
  const grid = (id: GridId) => (
    <Plane
      key={id}
      {...{ id, model, view }}
      max={maxima[id]}
      handlers={id === 'shifted' ? drag : undefined}
    />
  );
  return (
    <div className="eq-square">
      {grid('x')}
      <Arrow area="f1" turn="down">
        f <Kernel model={model} view={view} />
      </Arrow>
      {grid('y')}
      <Arrow area="t2" turn="down">
        T
      </Arrow>
      {grid('shiftedy')}
      <ShiftPad model={model} setParams={setParams} />
      <Arrow area="d1" turn="right" up>
        −
      </Arrow>
      {grid('shifted')}
      <Arrow area="f2" turn="down">
        f
      </Arrow>
      {grid('yshifted')}
      <Arrow area="d2" turn="down">
        −
      </Arrow>
      {grid('mismatch')}
    </div>
  );
}

interface PlaneProps {
  readonly id: GridId;
  readonly model: ShiftModel;
  readonly view: ShiftView;
  readonly max: number;
  readonly handlers: ReturnType<typeof useDrag> | undefined;
}

function Plane({ id, model, view, max, handlers }: PlaneProps) {
  const say = useSay();
  const side = sideOf(model, id);
  const { rows, cols } = model.comparison;
  const empty = rows[1] < rows[0] || cols[1] < cols[0];
  return (
    <div className={`eq-plane eq-${id}`} {...handlers}>
      <NumberGrid
        tensor={id}
        rows={side}
        cols={side}
        values={model[id].data}
        known={(index) => view.known(id, index)}
        max={max}
        slot={150}
        painted={model.params.source === 'digit'}
        marks={view.marks[id]}
        windows={
          id === 'mismatch' && !empty && model.settings.border === 'zeros'
            ? [
                {
                  row: rows[0],
                  col: cols[0],
                  rows: rows[1] - rows[0] + 1,
                  cols: cols[1] - cols[0] + 1,
                  role: 'window',
                },
              ]
            : undefined
        }
        note={id === 'shifted' ? say(WORDS.drag) : `${side} × ${side}`}
      />
    </div>
  );
}

interface ArrowProps {
  readonly area: string;
  /** The way the arrow points when the figure is narrow. */
  readonly turn: 'down' | 'right';
  /** In the wide figure it stands between two rows. */
  readonly up?: boolean;
  readonly children: ReactNode;
}

/** The letter of what is done, and an arrow that turns with the layout. */
function Arrow({ area, turn, up = false, children }: ArrowProps) {
  return (
    <span className={`eq-arrow eq-at-${area}`} aria-hidden={area === 'f1' ? undefined : 'true'}>
      <span className="eq-letter">{children}</span>
      <span className="eq-wide" aria-hidden="true">
        {up ? '↓' : '→'}
      </span>
      <span className="eq-narrow" aria-hidden="true">
        {turn === 'down' ? '↓' : '→'}
      </span>
    </span>
  );
}

/** The weights of the layer beside its letter. */
function Kernel({ model, view }: { readonly model: ShiftModel; readonly view: ShiftView }) {
  const weights = weightsOf(model.settings);
  if (!weights) return null;
  return (
    <NumberGrid
      tensor="w"
      rows={3}
      cols={3}
      values={weights.data}
      max={magnitude(weights.data)}
      slot={94}
      marks={view.marks.w}
    />
  );
}

/** The arrow of the shift, which is also its handle: arrow keys move the picture. */
function ShiftPad({ model, setParams }: Omit<SquareProps, 'view'>) {
  const { language } = useFigure();
  const { params } = model;
  const { down, right } = params;
  const most = farthest(params);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by: Record<string, [number, number]> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
    };
    const step = by[event.key];
    if (!step || event.altKey || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    event.stopPropagation();
    const within = (value: number): number => Math.min(most, Math.max(-most, value));
    setParams({ down: within(down + step[0]), right: within(right + step[1]) });
  };
  const length = Math.hypot(down, right);
  const scale = length === 0 ? 0 : 13 / Math.max(13 * 0.2, most);
  const tip = [16 + right * scale, 16 + down * scale];
  return (
    <button
      type="button"
      className="eq-pad"
      data-own-keys=""
      aria-label={WORDS.pad[language](down, right)}
      onKeyDown={onKeyDown}
    >
      <svg viewBox="0 0 32 32" width="34" height="34" aria-hidden="true">
        <path className="eq-cross" d="M16 3V29M3 16H29" />
        <path className="eq-vector" d={`M16 16L${tip[0]} ${tip[1]}`} />
        <circle cx={tip[0]} cy={tip[1]} r="3.4" />
      </svg>
      <span className="eq-letter">
        T
        <sub>
          {printNumber(down).text}, {printNumber(right).text}
        </sub>{' '}
        <span className="eq-wide">↓</span>
        <span className="eq-narrow">→</span>
      </span>
    </button>
  );
}
