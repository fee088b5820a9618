/** Rises by one whenever the reader or the system changes the theme. */
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

/** The classes from an element up to its figure: besides the theme, only they give a place its colours. */
function placeOf(element: Element): string {
  let place = '';
  for (let at: Element | null = element; at && at.tagName !== 'FIGURE'; at = at.parentElement)
    place += ` ${at.getAttribute('class') ?? ''},`;
  return place;
}

/**
 * What `read` finds out about the colours at an element, found out once for each theme and place: to ask the page for
 * its colours takes longer than to paint with them.
 */
export function oncePerPlace<T>(read: (element: Element) => T): (element: Element) => T {
  const known = new Map<string, T>();
  let of = version;
  return (element) => {
    watch();
    if (of !== version) known.clear();
    of = version;
    const place = placeOf(element);
    const found = known.get(place) ?? read(element);
    known.set(place, found);
    return found;
  };
}
