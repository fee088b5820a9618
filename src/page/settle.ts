const MOST_FRAMES = 120;
const STILL_FRAMES = 12;
const OWN_MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'];

/**
 * Scrolls to an element and holds it in place until the page is still: sections above it are laid out only as
 * they come near, and push it away. Ends as soon as the reader moves.
 */
export function settle(target: Element): void {
  let frames = 0;
  let still = 0;
  const end = (): void => {
    frames = MOST_FRAMES;
    for (const move of OWN_MOVES) removeEventListener(move, end);
  };
  const hold = (): void => {
    if (++frames > MOST_FRAMES || still > STILL_FRAMES) {
      end();
      return;
    }
    const before = target.getBoundingClientRect().top;
    target.scrollIntoView({ block: 'start', behavior: 'instant' });
    still = Math.abs(target.getBoundingClientRect().top - before) < 1 ? still + 1 : 0;
    requestAnimationFrame(hold);
  };
  hold();
  for (const move of OWN_MOVES) addEventListener(move, end, { passive: true });
}

/** What the address points at, if it is a part of this page. */
function targetOf(hash: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    // Not an address that this page wrote.
    return null;
  }
}

/** Holds whatever the address or a link inside the page points at. */
export function followAnchors(): void {
  const follow = (): void => {
    const target = targetOf(location.hash);
    if (target) settle(target);
  };
  follow();
  addEventListener('hashchange', follow);
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    // The same address again changes nothing, so it is no hashchange.
    if (link && !event.defaultPrevented && link.hash === location.hash) follow();
  });
}
