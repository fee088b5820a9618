const KEY = 'read';
/** A section that was current for a shorter time was passed, not read. */
const LEAST = 2000;

/** Ticks the sections that were read in the contents, and remembers them where the browser allows it. */
export function followReading(): (current: HTMLElement | undefined) => void {
  const read = new Set(remembered());
  const word = document.querySelector<HTMLElement>('.contents')?.dataset['read'] ?? '';
  let section: HTMLElement | undefined;
  let since = 0;

  const tick = (id: string): void => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.contents a')) {
      if (link.hash !== `#${id}` || link.dataset['read'] !== undefined) continue;
      link.dataset['read'] = '';
      const mark = document.createElement('span');
      mark.className = 'visually-hidden';
      mark.textContent = ` (${word})`;
      link.append(mark);
      const chapter = link.closest('li')?.parentElement?.closest('li');
      if (chapter && !chapter.querySelector(':scope > ol a:not([data-read])'))
        chapter.querySelector<HTMLElement>('.contents-chapter')?.setAttribute('data-read', '');
    }
  };
  for (const id of read) tick(id);

  const check = (): void => {
    if (!section || read.has(section.id) || performance.now() - since < LEAST) return;
    if (section.getBoundingClientRect().bottom > innerHeight) return;
    read.add(section.id);
    tick(section.id);
    try {
      localStorage.setItem(KEY, [...read].join(' '));
    } catch {
      // Without storage the ticks last as long as the page.
    }
  };
  return (current) => {
    check();
    if (current === section) return;
    section = current;
    since = performance.now();
    setTimeout(check, LEAST + 50);
  };
}

function remembered(): string[] {
  try {
    return (localStorage.getItem(KEY) ?? '').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}
