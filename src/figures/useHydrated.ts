import { useSyncExternalStore } from 'react';

const never = (): (() => void) => () => {};

/**
 * False in the pre-rendered page, true as soon as the figure is alive. What only a living figure needs, the
 * names and numbers that assistive technology and tests ask its cells for, comes then: the page stays small.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
