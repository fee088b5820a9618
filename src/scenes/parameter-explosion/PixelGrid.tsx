import { useId, useMemo, useState } from 'react';
import { CanvasGrid } from '../../figures/CanvasGrid.tsx';
import { useFigure, useFigureState, useSay } from '../../figures/figureContext.ts';
import { GridFrame } from '../../figures/GridFrame.tsx';
import { layoutGrid } from '../../figures/gridGeometry.ts';
import { useGridKeys } from '../../figures/useGridKeys.ts';
import { printNumber } from '../../formula/numbers.ts';
import { symbolOf } from '../../formula/symbols.ts';
import type { Plane } from './shrink.ts';
import { WORDS } from './words.ts';

const TENSOR = 'x';
const SLOT = 320;
const WHITE = 255;
const NOTHING = new Float64Array(0);
const never = (): boolean => false;

interface PixelGridProps {
  readonly rows: number;
  readonly cols: number;
  /** null until the photograph is here. */
  readonly plane: Plane | null;
  readonly note: string;
  /** The pixel that is pointed at. */
  readonly asked: { readonly row: number; readonly col: number } | null;
}

/** A grid of grey pixels: painted, however few they are, because a picture is looked at and not read. */
export function PixelGrid({ rows, cols, plane, note, asked }: PixelGridProps) {
  const { store, language } = useFigure();
  const say = useSay();
  const titleId = useId();
  const pinned = useFigureState((state) => (state.pinned?.tensor === TENSOR ? state.pinned : null));
  const [focus, setFocus] = useState({ row: 0, col: 0 });
  const row = Math.min(focus.row, rows - 1);
  const col = Math.min(focus.col, cols - 1);
  const layout = useMemo(() => layoutGrid({ rows, cols }, SLOT, SLOT), [rows, cols]);
  const toggle = (r: number, c: number): void =>
    store.actions.pin(pinned?.row === r && pinned.col === c ? null : { tensor: TENSOR, row: r, col: c });
  const onKeyDown = useGridKeys({
    rows,
    cols,
    turned: false,
    editable: false,
    focus: { row, col },
    move: (r, c) => {
      setFocus({ row: r, col: c });
      store.actions.point({ tensor: TENSOR, row: r, col: c });
    },
    edit: () => undefined,
    pin: () => toggle(row, col),
  });
  const name = say(WORDS.shrunk);
  return (
    <GridFrame
      tensor={TENSOR}
      name={name}
      titleId={titleId}
      note={note}
      symbol={symbolOf(TENSOR)}
      slot={SLOT}
      dense
    >
      <CanvasGrid
        {...{ rows, cols, layout, titleId }}
        tensor={TENSOR}
        slot={SLOT}
        max={WHITE}
        values={plane?.data ?? NOTHING}
        known={plane ? undefined : never}
        focusRow={row}
        focusCol={col}
        windows={asked ? [{ ...asked, rows: 1, cols: 1, role: 'result' }] : undefined}
        label={(r, c) => {
          const value = plane?.data[r * cols + c];
          const place = language === 'en' ? `row ${r}, column ${c}` : `第 ${r} 行第 ${c} 列`;
          return `${name} ${place}: ${value === undefined ? say(WORDS.waiting) : printNumber(value).text}`;
        }}
        onFocusCell={(r, c) => setFocus({ row: r, col: c })}
        onKeyDown={onKeyDown}
        onPin={toggle}
      />
    </GridFrame>
  );
}
