import { type MouseEvent, type PointerEvent, useRef } from 'react';
import { useFigure } from '../../kit/scene/context.ts';
import { useBox, useStage } from '../../kit/stage/stageContext.ts';
import type { ShiftParams } from './parameters.ts';

interface Drag {
  readonly x: number;
  readonly y: number;
  readonly down: number;
  readonly right: number;
  readonly cells: string;
}

/** Dragging the shifted input moves it by whole cells; a finger scrolls the page. A drag is no click, so it pins nothing. */
export function useDrag({ down, right }: ShiftParams) {
  const { store } = useFigure();
  const { drawing } = useStage();
  const { cell } = useBox('shifted');
  const from = useRef<Drag | null>(null);
  const moved = useRef(false);
  const end = (): void => {
    from.current = null;
    if (moved.current) store.actions.release();
  };
  return {
    onPointerDownCapture({ button, pointerType, clientX: x, clientY: y }: PointerEvent): void {
      moved.current = false;
      if (button === 0 && pointerType !== 'touch') from.current = { x, y, down, right, cells: '0,0' };
    },
    onPointerMoveCapture(event: PointerEvent): void {
      const start = from.current;
      const scale = drawing.current?.getScreenCTM()?.a ?? 1;
      if (!start) return;
      if (event.buttons === 0) {
        end();
        return;
      }
      const inCells = (pixels: number): number => Math.round(pixels / (cell * scale));
      const by = [inCells(event.clientY - start.y), inCells(event.clientX - start.x)] as const;
      if (!moved.current && by[0] === 0 && by[1] === 0) return;
      event.stopPropagation();
      if (!moved.current) {
        moved.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        store.actions.point(null);
        store.actions.hold('right');
      }
      if (start.cells === by.join()) return;
      from.current = { ...start, cells: by.join() };
      store.actions.setParams({ down: start.down + by[0], right: start.right + by[1] });
    },
    onPointerUpCapture: end,
    onPointerCancelCapture: end,
    onClickCapture(event: MouseEvent): void {
      if (moved.current) event.stopPropagation();
      moved.current = false;
    },
  };
}
