import { useCallback, useRef } from 'react';

/** A function that stays the same from one drawing to the next and does what the newest one does: for parts that are drawn again only when they change. */
export function useSteady<Given extends readonly unknown[]>(
  act: (...given: Given) => void,
): (...given: Given) => void {
  const newest = useRef(act);
  newest.current = act;
  return useCallback((...given: Given) => newest.current(...given), []);
}
