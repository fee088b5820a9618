import { memo, useRef, useState } from 'react';
import { useFigure, useFigureState, useSay } from '../../figures/figureContext.ts';
import { useGridKeys } from '../../figures/useGridKeys.ts';
import { printNumber } from '../../formula/numbers.ts';
import { CHANNEL_NAMES, lightOf } from './channels.ts';
import type { PixelModel } from './model.ts';
import { axesOf, type Order, stridesOf } from './orders.ts';
import { shortText } from './PixelGrid.tsx';
import type { MemoryCell, PixelView } from './view.ts';
import { MEMORY_LABEL, ORDER_NAMES, STRIDES, WORDS } from './words.ts';

interface MemoryProps {
  readonly model: PixelModel;
  readonly view: PixelView;
  readonly order: Order;
}

/** The numbers as they lie in memory: one after the other, address after address. */
export function Memory({ model, view, order }: MemoryProps) {
  const { store, language } = useFigure();
  const say = useSay();
  const pinned = useFigureState((state) => state.pinned);
  const [focus, setFocus] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  const cells = view.memory[order];
  const at = Math.min(focus, cells.length - 1);
  const refOf = ({ place }: MemoryCell) => ({ tensor: `x_${place.c}`, row: place.h, col: place.w });
  const isPinned = (cell: MemoryCell): boolean => {
    const ref = refOf(cell);
    return pinned?.tensor === ref.tensor && pinned.row === ref.row && pinned.col === ref.col;
  };
  const togglePin = (cell: MemoryCell | undefined): void => {
    if (cell) store.actions.pin(isPinned(cell) ? null : refOf(cell));
  };
  const onKeyDown = useGridKeys({
    rows: 1,
    cols: cells.length,
    turned: false,
    editable: false,
    focus: { row: 0, col: at },
    move: (_, col) => {
      setFocus(col);
      root.current?.querySelector<SVGElement>(`[data-col="${col}"]`)?.focus();
    },
    edit: () => undefined,
    pin: () => togglePin(cells[at]),
  });
  const cellOf = (target: EventTarget): MemoryCell | undefined => {
    const found = (target as Element).closest<SVGElement>('[data-col]');
    return found ? cells[Number(found.dataset['col'])] : undefined;
  };
  const point = (target: EventTarget): void => {
    const cell = cellOf(target);
    store.actions.point(cell ? refOf(cell) : null);
  };
  const strides = stridesOf(model, order);
  const name = { en: `Memory ${order.toUpperCase()}`, zh: `内存 ${order.toUpperCase()}` };
  const first = cells[0]?.address ?? 0;
  return (
    <div className="pt-memory">
      <div className="grid-title">
        <span className="grid-name" id={`pt-${order}`}>
          {say(name)}
        </span>
        <span className="grid-note">
          {say(ORDER_NAMES[order])} · {WORDS.addresses[language](first, first + cells.length - 1)} ·{' '}
          {STRIDES[language](axesOf(order).slice(1), strides)}
        </span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a grid of SVG cells */}
      <div
        ref={root}
        role="grid"
        tabIndex={-1}
        aria-labelledby={`pt-${order}`}
        aria-rowcount={1}
        aria-colcount={cells.length}
        className="pt-cells"
        onPointerOver={(event) => event.pointerType !== 'touch' && point(event.target)}
        onPointerLeave={() => store.actions.point(null)}
        onClick={(event) => {
          const cell = cellOf(event.target);
          if (cell) setFocus(cells.indexOf(cell));
          togglePin(cell);
        }}
        onFocus={(event) => event.target.matches(':focus-visible') && point(event.target)}
        onBlur={() => store.actions.point(null)}
        onKeyDown={onKeyDown}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: the one row of a grid of SVG cells */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: its cells are focusable */}
        <div role="row" aria-rowindex={1} className="pt-row">
          {cells.map((cell, i) => (
            <Cell
              key={cell.address}
              index={i}
              channel={cell.place.c}
              byte={cell.byte}
              value={cell.value}
              written={cell.written}
              mark={cell.here ? ' here' : cell.beside ? ' beside' : ''}
              label={MEMORY_LABEL[language](
                cell,
                CHANNEL_NAMES[cell.place.c]?.[language] ?? '',
                cell.written ? printNumber(cell.value).text : null,
              )}
              tabbable={i === at}
              selected={isPinned(cell)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

interface CellProps {
  readonly index: number;
  readonly channel: number;
  readonly byte: number;
  readonly value: number;
  readonly written: boolean;
  readonly mark: string;
  readonly label: string;
  readonly tabbable: boolean;
  readonly selected: boolean;
}

/** One address. All properties are primitive, so that only the cells that changed are drawn again. */
const Cell = memo(function Cell(props: CellProps) {
  const { index, channel, byte, value, written, mark, label, tabbable, selected } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a cell of memory
    <svg
      role="gridcell"
      className={`pt-cell${written ? '' : ' empty'}${mark}`}
      data-row={0}
      data-col={index}
      data-value={written ? value : undefined}
      aria-colindex={index + 1}
      aria-label={label}
      aria-selected={selected || undefined}
      tabIndex={tabbable ? 0 : -1}
    >
      <rect width="100%" height="100%" fill={written ? lightOf(channel, byte) : 'none'} />
      {written && (
        <text x="50%" y="50%">
          {shortText(value)}
        </text>
      )}
    </svg>
  );
});
