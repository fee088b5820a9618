import { type MouseEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import type { Place } from '../../playback/place.ts';

/** A finger that rests this long takes hold of the pin; one that moves before scrolls the page. */
const REST = 150;
/** A finger that rests still moves by so many pixels. */
const TREMOR = 8;

interface GridPointer {
  /** The cell under a point of the page; null beside the grid. */
  placeAt(clientX: number, clientY: number): Place | null;
  point(place: Place | null): void;
  /** A click or a tap. */
  press(place: Place): void;
  /** A finger that rested goes over cells. */
  drag(place: Place): void;
  open(place: Place): void;
}

/** Pointing into a grid by mouse, pen and finger. */
export function useGridPointer(element: RefObject<SVGGElement | null>, grid: GridPointer) {
  const finger = useRef({ timer: 0, x: 0, y: 0, holds: false, held: false });
  const now = useRef(grid);
  now.current = grid;
  useEffect(() => {
    const target = element.current;
    // Only a listener that is not passive can keep the browser from scrolling once the finger holds the pin.
    const keep = (event: TouchEvent): void => {
      if (finger.current.holds) event.preventDefault();
    };
    target?.addEventListener('touchmove', keep, { passive: false });
    return () => {
      clearTimeout(finger.current.timer);
      target?.removeEventListener('touchmove', keep);
    };
  }, [element]);
  const leave = (): void => {
    clearTimeout(finger.current.timer);
    if (finger.current.holds) grid.point(null);
    finger.current.holds = false;
  };
  return {
    onPointerDown(event: PointerEvent) {
      finger.current.held = false;
      if (event.pointerType !== 'touch') return;
      const { clientX: x, clientY: y } = event;
      leave();
      const timer = window.setTimeout(() => {
        finger.current.holds = true;
        finger.current.held = true;
        const place = now.current.placeAt(x, y);
        if (place) now.current.drag(place);
      }, REST);
      finger.current = { timer, x, y, holds: false, held: false };
    },
    onPointerMove(event: PointerEvent) {
      const { x, y, holds } = finger.current;
      const place = grid.placeAt(event.clientX, event.clientY);
      if (event.pointerType !== 'touch') return grid.point(place);
      if (holds) return place ? grid.drag(place) : undefined;
      if (Math.hypot(event.clientX - x, event.clientY - y) > TREMOR) leave();
    },
    onPointerUp: leave,
    onPointerCancel: leave,
    onPointerLeave(event: PointerEvent) {
      if (event.pointerType !== 'touch') grid.point(null);
    },
    onClick(event: MouseEvent) {
      if (finger.current.held) return;
      const place = grid.placeAt(event.clientX, event.clientY);
      if (place) grid.press(place);
    },
    onDoubleClick(event: MouseEvent) {
      const place = grid.placeAt(event.clientX, event.clientY);
      if (place) grid.open(place);
    },
  };
}
