import { useEffect, useRef } from 'react';
import type { Drawing } from '../../kit/digits/drawing.ts';
import { begun, UNFINISHED } from './first.ts';

/** The pen needs so long for the digit that stands there, in milliseconds. */
const LENGTH = 1400;

/**
 * The unfinished digit writes itself once, when it is first seen. Whoever touches the pad ends it; with less motion it
 * stands there from the start.
 *
 * @returns ends it
 */
export function useWriting(set: (drawing: Drawing) => void): () => void {
  const handle = useRef(0);
  const end = (): void => {
    cancelAnimationFrame(handle.current);
    handle.current = -1;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the pad is there
  useEffect(() => {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches || document.hidden) return;
    const from = performance.now();
    const frame = (now: number): void => {
      if (handle.current < 0) return;
      const part = Math.min(1, Math.max(0, (now - from) / LENGTH));
      set({ sample: null, strokes: [begun(UNFINISHED, part)] });
      if (part < 1) handle.current = requestAnimationFrame(frame);
    };
    handle.current = requestAnimationFrame(frame);
    return end;
  }, []);
  return end;
}
