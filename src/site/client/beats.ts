import { bringFigure } from '../../kit/dock/bringFigure.ts';
import { islandOf, mount } from './islands.ts';

/** A marked phrase moves its figure to the moment it speaks of, and the figure comes to the reader. */
export function followBeats(): void {
  document.addEventListener('click', (event) => {
    const phrase = (event.target as Element).closest<HTMLElement>('[data-beat]');
    if (!phrase || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const island = islandOf(phrase.dataset['beatScene'] ?? '');
    // A figure of another page is reached as any link is.
    if (!island) return;
    event.preventDefault();
    // A key presses without a click of its own.
    play(phrase, island, event.detail === 0).catch(() => {});
  });
}

/**
 * Moves the figure of a phrase that a button has pressed, if it is on this page.
 *
 * @param button stays in sight when the figure comes
 */
export async function playBeat(phrase: HTMLElement, button: HTMLElement): Promise<void> {
  const island = islandOf(phrase.dataset['beatScene'] ?? '');
  if (island) await play(phrase, island, false, button);
}

async function play(
  phrase: HTMLElement,
  island: HTMLElement,
  byKey: boolean,
  pressed: HTMLElement = phrase,
): Promise<void> {
  await mount(island);
  const figure = island.querySelector<HTMLElement>('[data-ready]');
  if (!figure) return;
  figure.dispatchEvent(new CustomEvent('figure:beat', { detail: phrase.dataset['beat'] }));
  bringFigure(figure, pressed, byKey);
}
