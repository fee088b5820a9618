import { playBeat } from './beats.ts';

/** Derivations unfold line by line, and each line that unfolds shows its cells in the figure. */
export function followDerivations(): void {
  for (const derivation of document.querySelectorAll<HTMLElement>('[data-derivation]')) follow(derivation);
}

function follow(derivation: HTMLElement): void {
  const lines = [...derivation.querySelectorAll<HTMLElement>('.derivation-line')];
  const next = derivation.querySelector<HTMLButtonElement>('[data-derivation-next]');
  const all = derivation.querySelector<HTMLButtonElement>('[data-derivation-all]');
  if (!next || !all || !next.parentElement) return;
  next.parentElement.hidden = false;
  let open = 0;
  /** Lines that are folded are still found by a search in the page, which then opens them. */
  const show = (count: number): void => {
    open = count;
    for (const [i, line] of lines.entries())
      if (i < count) line.removeAttribute('hidden');
      else line.setAttribute('hidden', 'until-found');
    const isWhole = open === lines.length;
    const word = isWhole ? next.dataset['fold'] : next.dataset['derivationNext'];
    next.textContent = `${word} (${open} / ${lines.length})`;
    all.hidden = isWhole;
  };
  const point = (line: HTMLElement | undefined): void => {
    for (const other of lines)
      if (other === line) other.setAttribute('aria-current', 'step');
      else other.removeAttribute('aria-current');
  };
  show(1);
  next.addEventListener('click', () => {
    const { top } = next.getBoundingClientRect();
    show(open === lines.length ? 1 : open + 1);
    keepAt(next, top);
    const line = lines[open - 1];
    const step = line?.querySelector<HTMLElement>('[data-beat]');
    point(line);
    if (step) playBeat(step, next).catch(() => {});
  });
  all.addEventListener('click', () => {
    show(lines.length);
    next.focus();
  });
  derivation.addEventListener('click', ({ target }) => {
    const line = (target as Element).closest<HTMLElement>('.derivation-line');
    if (line && (target as Element).closest('[data-beat]')) point(line);
  });
  derivation.addEventListener('beforematch', ({ target }) => {
    show(Math.max(open, lines.indexOf(target as HTMLElement) + 1));
  });
}

/** From the edge of the window to a button that stands at its lower end. */
const CLEAR = 24;

/**
 * What unfolds above a button does not push it away. In the lower half of the window it goes to the lower end, so that
 * the line above it has room below a figure that comes to the upper one.
 */
function keepAt(button: HTMLElement, top: number): void {
  const now = button.getBoundingClientRect();
  const wanted = top > innerHeight / 2 ? innerHeight - CLEAR - now.height : top;
  scrollBy({ top: now.top - wanted, behavior: 'instant' });
}
