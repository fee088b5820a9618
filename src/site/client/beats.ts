import { islandOf, mount } from './islands.ts';

/** A marked phrase moves its figure to the moment it speaks of. */
export function followBeats(): void {
  document.addEventListener('click', (event) => {
    const phrase = (event.target as Element).closest<HTMLElement>('[data-beat]');
    if (!phrase || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const island = islandOf(phrase.dataset['beatScene'] ?? '');
    // A figure of another page is reached as any link is.
    if (!island) return;
    event.preventDefault();
    play(phrase, island).catch(() => {});
  });
}

async function play(phrase: HTMLElement, island: HTMLElement): Promise<void> {
  await mount(island);
  const figure = island.querySelector('[data-ready]');
  if (!figure) return;
  show(figure);
  figure.dispatchEvent(new CustomEvent('figure:beat', { detail: phrase.dataset['beat'] }));
}

/** Scrolls only when the picture is not in view. */
function show(figure: Element): void {
  const { top, bottom } = figure.getBoundingClientRect();
  const seen = Math.min(bottom, innerHeight) - Math.max(top, 0);
  if (seen >= Math.min(bottom - top, innerHeight) * 0.6) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  figure.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
}
