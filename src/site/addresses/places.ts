/** On which page each id of the article stands. The ids are those that the article had when it was one page. */
export interface Places {
  /** The names of the chapters' pages, by number. */
  readonly chapters: Readonly<Record<number, string>>;
  /** Sections, `fig-…` and `eq-…`: the number of their chapter. */
  readonly ids: Readonly<Record<string, number>>;
}

/**
 * The name of the page that a hash means: a section, `fig-…`, `eq-…`, `term-…`, `ref-…`, `use-…`, a chapter or the
 * state of a figure (`scene=…&…`). Undefined for a hash that the article never wrote.
 *
 * It stands in the opening page as text (see `early`): it may use nothing from outside of itself.
 */
export function pageOfHash(hash: string, places: Places): string | undefined {
  const text = hash.replace(/^#/, '');
  const known = (id: string): string | undefined =>
    Object.hasOwn(places.ids, id) ? places.chapters[places.ids[id] as number] : undefined;
  const scene = /(?:^|&)scene=([\w-]+)/.exec(text.slice(0, 20000));
  if (scene) return known(`fig-${scene[1]}`);
  const use = /^use-(\d+)-/.exec(text);
  if (use) return places.chapters[Number(use[1])];
  if (/^(term-|glossary$)/.test(text)) return 'glossary';
  if (/^(ref-|references$)/.test(text)) return 'references';
  for (const number in places.chapters) if (places.chapters[number] === text) return text;
  return known(text);
}
