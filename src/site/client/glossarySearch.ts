/** Case, accents, spaces and hyphens make no difference: `1x1`, `1×1` and `1 × 1` are one word. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll('×', 'x')
    .replace(/[\s\p{M}·-]/gu, '');

/** The field above the glossary: finds a word by its names in both languages. */
export function followGlossarySearch(): void {
  const search = document.querySelector<HTMLElement>('.glossary-search');
  const field = search?.querySelector('input');
  const said = search?.querySelector<HTMLElement>('[role=status]');
  if (!search || !field || !said) return;
  const entries = [...document.querySelectorAll<HTMLElement>('.entry')].map((entry) => ({
    entry,
    // A bar stands between the names, so that no match runs over two of them.
    names: plain(`${entry.querySelector('dt')?.textContent} | ${entry.dataset['also'] ?? ''}`),
  }));
  const filter = (): void => {
    const asked = plain(field.value);
    let found = 0;
    for (const { entry, names } of entries) {
      entry.hidden = !names.includes(asked);
      if (!entry.hidden) found++;
    }
    said.textContent =
      asked === '' ? '' : found === 0 ? (said.dataset['none'] ?? '') : `${found} / ${entries.length}`;
  };
  field.addEventListener('input', filter);
  // A link to an entry finds it, whatever stands in the field.
  addEventListener('click', (event) => {
    if (field.value === '' || !(event.target as Element).closest('a[href^="#term-"]')) return;
    field.value = '';
    filter();
  });
  search.hidden = false;
}
