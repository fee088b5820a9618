import { useSyncExternalStore } from 'react';

const LESS = '(prefers-reduced-motion: reduce)';
const watch = (changed: () => void): (() => void) => {
  const media = matchMedia(LESS);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
};

/** Whether the reader wants less motion; in the pre-rendered page nothing moves. */
export const useLessMotion = (): boolean =>
  useSyncExternalStore(
    watch,
    () => matchMedia(LESS).matches,
    () => true,
  );
