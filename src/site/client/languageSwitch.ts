import { pageName } from './page.ts';
import { currentSection } from './reading.ts';
import { changedFigure, stateOf } from './state.ts';

const KEY = 'place';

/** Where the reader was: the section, and how far its top was above the upper edge of the window, in its heights. */
interface Place {
  readonly page: string;
  readonly section: string;
  readonly part: number;
}

/**
 * The same page in the other language opens at the same place, with the figure that the reader set last as it was.
 * The state goes into the address, the place into the session, which the address has no room for.
 */
export function followLanguageSwitch(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]'))
    link.addEventListener('click', () => {
      const section = currentSection();
      const figure = pageName() === '' ? null : changedFigure();
      link.hash = (figure && stateOf(figure)) || (section ? section.id : '');
      if (section) remember(section);
    });
}

function remember(section: HTMLElement): void {
  const { top, height } = section.getBoundingClientRect();
  const place: Place = { page: pageName(), section: section.id, part: -top / height };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // Without storage the section is in the address, if no figure is.
  }
}

/** The place that was remembered; null: none, or what lies there is none of ours. It is forgotten. */
function recall(): Place | null {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    const { page, section, part } = JSON.parse(text ?? '{}');
    const isPlace = typeof page === 'string' && typeof section === 'string' && Number.isFinite(part);
    return isPlace ? { page, section, part } : null;
  } catch {
    return null;
  }
}

/** Goes to the place that was remembered, once. True where there is one on this page. */
export function returnToPlace(): boolean {
  const place = recall();
  if (!place) return false;
  const section = document.getElementById(place.section);
  if (place.page !== pageName() || !section) return false;
  const go = (): void => {
    const { top, height } = section.getBoundingClientRect();
    scrollTo({ top: scrollY + top + place.part * height, behavior: 'instant' });
  };
  // After the browser's own jump to the hash.
  requestAnimationFrame(() => requestAnimationFrame(go));
  return true;
}
