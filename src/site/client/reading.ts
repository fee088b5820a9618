const KEY = 'read';
/** A section that was current for a shorter time was passed, not read. */
const LEAST = 2000;

const sections = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-section]')];

/** The section that the reader is in: the last whose top has passed the upper third of the window. */
export const currentSection = (): HTMLElement | undefined =>
  sections().findLast((section) => section.getBoundingClientRect().top <= innerHeight / 3);

/** Fills the header's segments as the sections are read, ticks them in the menu, and remembers them. */
export function followReading(): void {
  const read = new Set(remembered());
  const bars = new Map(
    [...document.querySelectorAll<HTMLElement>('.progress > i')].map((bar) => [bar.dataset['of'], bar]),
  );
  let current: HTMLElement | undefined;
  let since = 0;

  const check = (): void => {
    if (!current || read.has(current.id) || performance.now() - since < LEAST) return;
    if (current.getBoundingClientRect().bottom > innerHeight) return;
    read.add(current.id);
    tick(read);
    try {
      localStorage.setItem(KEY, [...read].join(' '));
    } catch {
      // Without storage the ticks last as long as the page.
    }
  };
  const draw = (): void => {
    check();
    for (const section of sections()) {
      const { top, height } = section.getBoundingClientRect();
      const seen = Math.min(1, Math.max(0, (innerHeight - top) / height));
      const filled = read.has(section.id) ? 1 : scrollY > 0 ? seen : 0;
      bars.get(section.id)?.style.setProperty('--filled', filled.toFixed(3));
    }
    const now = currentSection();
    if (now === current) return;
    current = now;
    since = performance.now();
    setTimeout(draw, LEAST + 50);
  };
  let asked = false;
  const ask = (): void => {
    if (!asked)
      requestAnimationFrame(() => {
        asked = false;
        draw();
      });
    asked = true;
  };
  tick(read);
  if (sections().length === 0) return;
  addEventListener('scroll', ask, { passive: true });
  addEventListener('resize', ask, { passive: true });
  ask();
}

/** Marks what is read: a section, or a chapter of which every section is. */
function tick(read: ReadonlySet<string>): void {
  const word = document.querySelector<HTMLElement>('.contents')?.dataset['read'] ?? '';
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-sections]')) {
    if (link.dataset['read'] !== undefined) continue;
    if (!link.dataset['sections']?.split(' ').every((id) => read.has(id))) continue;
    link.dataset['read'] = '';
    const mark = document.createElement('span');
    mark.className = 'visually-hidden';
    mark.textContent = ` (${word})`;
    link.append(mark);
  }
}

function remembered(): string[] {
  try {
    return (localStorage.getItem(KEY) ?? '').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}
