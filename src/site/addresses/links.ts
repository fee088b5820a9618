import type { Manifest } from '../manifest/manifest.ts';
import { addressOf, GLOSSARY_PAGE, type PageId, PRINT_PAGE, REFERENCES_PAGE, rootFrom } from './address.ts';
import { pageOfHash } from './places.ts';

/** How one page writes its links. */
export interface Links {
  /** Another page of the same language. */
  page(name: string): string;
  /** An id of the article, wherever it stands. @throws Error for an id that no page has */
  place(id: string): string;
  /** A file of the site, named from its root. */
  file(path: string): string;
}

/** The links that `from` writes. On the print page the whole article stands, so that its places are near. */
export function linksFrom(from: PageId, manifest: Manifest): Links {
  const nameOf = (id: string): string => {
    if (/^(term|ref)-/.test(id)) return id.startsWith('term-') ? GLOSSARY_PAGE : REFERENCES_PAGE;
    const name = pageOfHash(id, manifest.places);
    if (name === undefined) throw new Error(`no page has the place "${id}"`);
    return name;
  };
  return {
    page: (name) => addressOf(from, { ...from, name }),
    place(id) {
      const name = nameOf(id);
      return addressOf(from, { ...from, name: from.name === PRINT_PAGE ? PRINT_PAGE : name }, id);
    },
    file: (path) => rootFrom(from) + path,
  };
}

/** For the first pass, which only gathers: every address is the same. */
export const NO_LINKS: Links = { page: () => '#', place: () => '#', file: () => '#' };
