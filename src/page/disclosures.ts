/** Notes stand open in a wide margin and fold on a narrow screen; the menu closes behind a choice. */
export function followDisclosures(): void {
  const wide = matchMedia('(min-width: 75rem)');
  const set = (): void => {
    for (const note of document.querySelectorAll<HTMLDetailsElement>('details.note'))
      note.open = wide.matches;
  };
  set();
  wide.addEventListener('change', set);
  addEventListener('beforeprint', () => {
    for (const note of document.querySelectorAll<HTMLDetailsElement>('details.note')) note.open = true;
  });
  addEventListener('afterprint', set);

  const menu = document.querySelector<HTMLDetailsElement>('details.menu');
  if (!menu) return;
  document.addEventListener('click', (event) => {
    const target = event.target as Element;
    if (!menu.contains(target) || target.closest('a')) menu.open = false;
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
}
