/** Which colours the page has: rises by one whenever the reader or the system changes the theme. */
let version = 0;
const listeners = new Set<() => void>();
let watching = false;

function watch(): void {
  if (watching) return;
  watching = true;
  const changed = (): void => {
    version++;
    for (const listener of listeners) listener();
  };
  const root = { attributes: true, attributeFilter: ['data-theme'] };
  new MutationObserver(changed).observe(document.documentElement, root);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
}

/** Calls whenever the theme changes. @returns ends it */
export function onThemeChange(listener: () => void): () => void {
  watch();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * What `read` finds out about an element, found out once for each element and theme: asking the page for its
 * colours costs more than painting with them.
 */
export function oncePerTheme<T>(read: (element: Element) => T): (element: Element) => T {
  const known = new WeakMap<Element, { readonly version: number; readonly value: T }>();
  return (element) => {
    watch();
    const found = known.get(element);
    if (found?.version === version) return found.value;
    const value = read(element);
    known.set(element, { version, value });
    return value;
  };
}
