import { type MouseEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import type { Place } from '../../playback/place.ts';

/** A finger that rests this long takes hold of the pin; one that moves before scrolls the page. */
const REST = 150;
/** A finger that rests still moves by so many pixels. */
const TREMOR = 8;
/** A mouse that moves further with its button down pulls a number, one step for so many pixels. */
const SLACK = 4;
const PULL = 5;

/** A number that is pulled up and down. */
interface Pull {
  readonly from: number;
  readonly step: number;
  take(value: number): void;
}

/** A number after a way of `up` pixels: whole steps, so that it meets 0. */
export const pulledValue = ({ from, step }: Pick<Pull, 'from' | 'step'>, up: number): number =>
  Math.round(from / step + Math.trunc(up / PULL)) * step + 0;

interface GridPointer {
  /** The cell under a point of the page; null beside the grid. */
  placeAt(clientX: number, clientY: number): Place | null;
  point(place: Place | null): void;
  /** A click or a tap. */
  press(place: Place): void;
  /** A finger that rested goes over cells. */
  drag(place: Place): void;
  open(place: Place): void;
  /** Takes hold of a cell's number; null: it cannot be pulled. */
  pull?(place: Place): Pull | null;
}

/** Pointing into a grid by mouse, pen and finger. */
export function useGridPointer(element: RefObject<SVGGElement | null>, grid: GridPointer) {
  const finger = useRef({ timer: 0, x: 0, y: 0, holds: false, held: false });
  const pulling = useRef<{ readonly pull: Pull; moved: boolean } | null>(null);
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
    pulling.current = null;
  };
  /** Where a number is pulled; false: none is. */
  const pullTo = (event: PointerEvent): boolean => {
    const up = finger.current.y - event.clientY;
    const held = pulling.current;
    if (!held || (!held.moved && Math.abs(up) < SLACK)) return false;
    held.moved = true;
    finger.current.held = true;
    held.pull.take(pulledValue(held.pull, up));
    return true;
  };
  const takeHold = (place: Place | null): boolean => {
    const pull = place && now.current.pull?.(place);
    pulling.current = pull ? { pull, moved: false } : null;
    return pulling.current !== null;
  };
  return {
    onPointerDown(event: PointerEvent) {
      finger.current.held = false;
      const { clientX: x, clientY: y } = event;
      leave();
      const under = grid.placeAt(x, y);
      if (event.pointerType !== 'touch') {
        if (event.button !== 0) return;
        finger.current = { timer: 0, x, y, holds: false, held: false };
        if (takeHold(under)) event.currentTarget.setPointerCapture(event.pointerId);
        return;
      }
      const timer = window.setTimeout(() => {
        finger.current.holds = true;
        finger.current.held = true;
        const place = now.current.placeAt(x, y);
        if (place) now.current.drag(place);
        takeHold(place);
      }, REST);
      finger.current = { timer, x, y, holds: false, held: false };
    },
    onPointerMove(event: PointerEvent) {
      const { x, y, holds } = finger.current;
      if (pullTo(event)) return;
      const place = grid.placeAt(event.clientX, event.clientY);
      if (event.pointerType !== 'touch') return grid.point(place);
      if (pulling.current) return;
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
