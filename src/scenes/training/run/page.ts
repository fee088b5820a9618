/** What the page around the figure tells it. */
export interface PageWatch {
  /** The tab was hidden, or is seen again. */
  onHidden(isHidden: boolean): void;
  /** The stage was scrolled out of the window, or back. A docked figure is in sight wherever its place is. */
  onSight(isSeen: boolean): void;
  onLeave(): void;
  /** A phrase of the prose moved the figure, and it stands there by now. */
  onBeat(): void;
  /** Somebody asks for the state of the figure, and is about to get it. */
  onAsked(): void;
}

/** Watches the page around a figure. @returns what ends it */
export function watchPage(figure: HTMLElement, watch: PageWatch): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  // The figure hears it too, and goes there first.
  figure.addEventListener('figure:beat', () => setTimeout(watch.onBeat), { signal });
  figure.addEventListener('figure:state', watch.onAsked, { signal, capture: true });
  document.addEventListener('visibilitychange', () => watch.onHidden(document.hidden), { signal });
  addEventListener('pagehide', watch.onLeave, { signal });
  const sight = new IntersectionObserver((entries) => {
    const last = entries.at(-1);
    if (last) watch.onSight(last.isIntersecting);
  });
  sight.observe(figure.querySelector('.frame-stage') ?? figure);
  return () => {
    stop.abort();
    sight.disconnect();
  };
}
