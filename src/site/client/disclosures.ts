/** Notes stand open in a wide margin and fold on a narrow screen. */
export function followDisclosures(): void {
  const wide = matchMedia('(min-width: 1100px)');
  const paper = matchMedia('print');
  const set = (): void => {
    // A sheet is narrow too, but on it every note is open (print.ts).
    if (paper.matches) return;
    for (const note of document.querySelectorAll<HTMLDetailsElement>('details.note'))
      note.open = wide.matches;
  };
  set();
  wide.addEventListener('change', set);
}
