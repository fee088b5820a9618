/** Notes stand open in a wide margin and fold on a narrow screen. */
export function followDisclosures(): void {
  const wide = matchMedia('(min-width: 1100px)');
  const set = (): void => {
    for (const note of document.querySelectorAll<HTMLDetailsElement>('details.note'))
      note.open = wide.matches;
  };
  set();
  wide.addEventListener('change', set);
}
