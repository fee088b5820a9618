import { scenes } from '../../scenes/registry.ts';
import { sayUnreachable } from './edition.ts';
import { language } from './page.ts';

const mounts = new WeakMap<HTMLElement, Promise<void>>();

/** The island of a scene, if this page has one. */
export const islandOf = (name: string): HTMLElement | null =>
  document.querySelector(`[data-island="${CSS.escape(name)}"]`);

/** Brings an island to life, once; resolves when its figure takes input. */
export function mount(island: HTMLElement): Promise<void> {
  const known = mounts.get(island);
  if (known) return known;
  const started = hydrate(island);
  mounts.set(island, started);
  // A failed download may be tried again; the pre-rendered figure stays readable meanwhile.
  started.catch(() => {
    mounts.delete(island);
    sayUnreachable();
  });
  return started;
}

async function hydrate(island: HTMLElement): Promise<void> {
  const { island: name = '', number = '' } = island.dataset;
  const load = scenes.get(name);
  if (!load) return;
  // React itself is fetched with the first figure that comes near.
  const [{ createElement }, { hydrateRoot }, { default: Scene }] = await Promise.all([
    import('react'),
    import('react-dom/client'),
    load(),
  ]);
  hydrateRoot(island, createElement(Scene, { language: language(), number }), {
    identifierPrefix: `${name}-`,
    onRecoverableError: (error) => console.error('hydration', name, error),
  });
  await ready(island);
  island.inert = false;
}

/** Waits for the figure's own sign; an island that shows only an error message has none, hence the limit. */
function ready(island: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      observer.disconnect();
      clearTimeout(limit);
      resolve();
    };
    const observer = new MutationObserver(() => {
      if (island.querySelector('[data-ready]')) done();
    });
    const limit = setTimeout(done, 3000);
    observer.observe(island, { subtree: true, childList: true, attributeFilter: ['data-ready'] });
    if (island.querySelector('[data-ready]')) done();
  });
}

/** A page whose fonts are slow to come does not keep its figures asleep for longer. */
const LONGEST_SLEEP = 3000;

/**
 * Hydrates every island that comes within 250 px of the window, once the page itself has loaded. Until then it takes
 * no input.
 */
export function watchIslands(): void {
  const islands = document.querySelectorAll<HTMLElement>('[data-island]');
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) {
          observer.unobserve(target);
          mount(target as HTMLElement).catch(() => {});
        }
    },
    { rootMargin: '250px' },
  );
  for (const island of islands) island.inert = true;
  const observe = (): void => {
    for (const island of islands) observer.observe(island);
  };
  if (document.readyState === 'complete') observe();
  else {
    addEventListener('load', observe, { once: true });
    setTimeout(observe, LONGEST_SLEEP);
  }
}
