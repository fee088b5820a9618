import { useSyncExternalStore } from 'react';
import { onThemeChange } from './pageTheme.ts';

let themes = 0;
const watch = (changed: () => void): (() => void) =>
  onThemeChange(() => {
    themes++;
    changed();
  });

/** A number that is another one after each change of the theme: what was painted with its colours is painted anew. */
export const usePageTheme = (): number =>
  useSyncExternalStore(
    watch,
    () => themes,
    () => 0,
  );
