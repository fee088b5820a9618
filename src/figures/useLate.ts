import { startTransition, useEffect, useRef, useState } from 'react';
import { afterPaint } from '../formula/afterPaint.ts';
import { useFigure } from './figureContext.ts';

/** Said by a figure's `drawn` when a part of it is late, and when that part stands in its place. */
export const LATE = 'late';
export const DRAWN = 'drawn';

/** Milliseconds without a change after which the hand is taken to rest. */
export const REST = 60;

/** The cause of what is not there yet. */
const NOTHING = Symbol('nothing');

interface Late<T> {
  /** What to draw in this frame. */
  readonly shown: T;
  /** It is what was shown before, and the present one is still to come. */
  readonly late: boolean;
}

interface LateOptions<T> {
  /** Whether there is so much to draw that it may come late; default: always. */
  readonly much?: (before: T, now: T) => boolean;
  /** What stands there before anything was shown, for a part that comes into a living figure; default: `now`. */
  readonly blank?: T | undefined;
  /** Milliseconds to wait after the frame, for work that is only to be done when the hand rests. */
  readonly rest?: number;
}

/**
 * Keeps what was shown before for one frame when `cause` has changed, so that a drag is answered in that frame by what
 * can be painted fast; the rest is drawn after it, at once or at `rest`, and a new change may come before. As long as the cause stays
 * the same, everything is shown at once.
 */
export function useLate<T>(now: T, cause: unknown, { much, blank, rest = 0 }: LateOptions<T> = {}): Late<T> {
  const before = useRef(blank === undefined ? { value: now, cause } : { value: blank, cause: NOTHING });
  const [settled, settle] = useState<unknown>(blank === undefined ? cause : NOTHING);
  const late =
    cause !== settled && cause !== before.current.cause && (much?.(before.current.value, now) ?? true);
  const shown = late ? before.current : { value: now, cause };
  const { drawn } = useFigure();
  useEffect(() => {
    before.current = shown;
  });
  useEffect(() => {
    if (!late) return;
    drawn.dispatchEvent(new Event(LATE));
    return () => {
      drawn.dispatchEvent(new Event(DRAWN));
    };
  }, [late, drawn]);
  useEffect(() => {
    if (late) return afterPaint(() => startTransition(() => settle(() => cause)), rest);
  }, [late, cause, rest]);
  return { shown: shown.value, late };
}
