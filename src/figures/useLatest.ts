import { useCallback, useEffect, useRef } from 'react';

/** A function that stays the same and calls the latest one, so that what it is given to is not drawn again. */
export function useLatest<Argument extends unknown[]>(
  call: (...given: Argument) => void,
): (...given: Argument) => void {
  const latest = useRef(call);
  useEffect(() => {
    latest.current = call;
  });
  return useCallback((...given: Argument) => latest.current(...given), []);
}
