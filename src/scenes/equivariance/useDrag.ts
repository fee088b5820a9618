import { type MouseEvent, type PointerEvent, useRef } from 'react';

interface Drag {
  readonly x: number;
  readonly y: number;
  readonly down: number;
  readonly right: number;
  readonly cell: number;
  moved: boolean;
}

/** Dragging a grid moves its picture by whole cells. A drag is no click, so it pins nothing. */
export function useDrag(
  side: number,
  shift: { readonly down: number; readonly right: number },
  onShift: (shift: { down: number; right: number }) => void,
) {
  const drag = useRef<Drag | null>(null);
  const justMoved = useRef(false);
  return {
    onPointerDown(event: PointerEvent<HTMLElement>): void {
      if (event.button !== 0) return;
      justMoved.current = false;
      const drawing = event.currentTarget.querySelector('.grid-box')?.getBoundingClientRect();
      if (!drawing) return;
      drag.current = {
        x: event.clientX,
        y: event.clientY,
        ...shift,
        cell: drawing.width / side,
        moved: false,
      };
    },
    onPointerMove(event: PointerEvent<HTMLElement>): void {
      const from = drag.current;
      if (!from) return;
      if (event.buttons === 0) {
        drag.current = null;
        return;
      }
      const by = { x: event.clientX - from.x, y: event.clientY - from.y };
      const cells = { down: Math.round(by.y / from.cell), right: Math.round(by.x / from.cell) };
      if (!from.moved && cells.down === 0 && cells.right === 0) return;
      from.moved = true;
      justMoved.current = true;
      event.currentTarget.setPointerCapture(event.pointerId);
      const next = { down: from.down + cells.down, right: from.right + cells.right };
      if (next.down !== shift.down || next.right !== shift.right) onShift(next);
    },
    onPointerUp(): void {
      drag.current = null;
    },
    onPointerCancel(): void {
      drag.current = null;
    },
    onClickCapture(event: MouseEvent<HTMLElement>): void {
      if (!justMoved.current) return;
      justMoved.current = false;
      event.stopPropagation();
    },
  };
}
