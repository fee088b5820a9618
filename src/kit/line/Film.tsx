import { type ReactNode, type RefObject, useEffect, useRef } from 'react';

interface FilmProps {
  /** The term that stands in the middle (`data-term`); −1: none, the film stays where it is. */
  readonly middle: number;
  /** Progress from the term before to it. */
  readonly fraction: number;
  readonly children: ReactNode;
}

/** One line that is as long as it is: the term of the moment stays in its middle, its ends fade, a hand can swipe it. */
export function Film({ middle, fraction, children }: FilmProps) {
  const film = useRef<HTMLDivElement>(null);
  // Not an effect of the layout: it measures, and the formulas that the same change writes come first. What a hand or the
  // clock changes ends with its effects, so this is still the same frame.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other numbers are as wide as they are
  useEffect(() => {
    const element = film.current;
    if (element) centre(element, middle, fraction);
  }, [middle, fraction, children]);
  useFadedEnds(film);
  return (
    <div className="line-film" ref={film}>
      <div className="line-strip">{children}</div>
    </div>
  );
}

/** Where the film has to be scrolled to for a term to stand in its middle. */
function middleOf(film: HTMLElement, term: number): number | undefined {
  const item = film.querySelector<HTMLElement>(`[data-term="${term}"]`);
  return item ? item.offsetLeft + item.offsetWidth / 2 - film.clientWidth / 2 : undefined;
}

function centre(film: HTMLElement, term: number, fraction: number): void {
  if (film.scrollWidth <= film.clientWidth) return;
  const to = middleOf(film, term);
  if (to === undefined) return;
  const from = fraction < 1 ? (middleOf(film, term - 1) ?? to) : to;
  film.scrollLeft = from + (to - from) * fraction;
}

const FOCUSABLE = 'button, a[href], input';

/** Says at which ends more of the film lies out of sight, and lets keys scroll it where none of its terms takes the focus. */
function useFadedEnds(film: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = film.current;
    if (!element) return;
    const mark = (): void => {
      const { scrollLeft, scrollWidth, clientWidth } = element;
      if (scrollWidth > clientWidth && !element.querySelector(FOCUSABLE)) element.tabIndex = 0;
      else element.removeAttribute('tabindex');
      element.toggleAttribute('data-more-before', scrollLeft > 1);
      element.toggleAttribute('data-more-after', scrollLeft + clientWidth < scrollWidth - 1);
    };
    mark();
    element.addEventListener('scroll', mark, { passive: true });
    const observer = new ResizeObserver(mark);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => {
      element.removeEventListener('scroll', mark);
      observer.disconnect();
    };
  }, [film]);
}
