import { startTransition, useEffect, useState } from 'react';

/** Milliseconds without a change after which the hand is taken to rest. */
const REST = 60;

/** The value of an earlier render, brought up to date when the present one is painted and the hand rests. */
export function useAfterPaint<T>(value: T): T {
  const [later, setLater] = useState(value);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setLater(value)), REST);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value]);
  return later;
}
