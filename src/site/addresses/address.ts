import type { Language } from '../../language/language.ts';

/** One page of the site: its language and its name. The opening has the empty name, a chapter its slug. */
export interface PageId {
  readonly language: Language;
  readonly name: string;
}

/** The names of the pages that are no chapters. */
export const OPENING = '';
export const GLOSSARY_PAGE = 'glossary';
export const REFERENCES_PAGE = 'references';
export const PRINT_PAGE = 'print';

/** The folder of a page, seen from the site's root: `''`, `convolution/`, `zh/`, `zh/convolution/`. */
export function folderOf({ language, name }: PageId): string {
  return `${language === 'en' ? '' : `${language}/`}${name === OPENING ? '' : `${name}/`}`;
}

/** The site's root, seen from a page: `./`, `../` or `../../`. */
export const rootFrom = (page: PageId): string => '../'.repeat(folderOf(page).split('/').length - 1) || './';

/**
 * The address of a page, or of a place on it, seen from another page. Always relative, so that the site works from
 * any sub-path of any host.
 *
 * @param place the id of an element on the page `to`
 */
export function addressOf(from: PageId, to: PageId, place?: string): string {
  const hash = place === undefined ? '' : `#${encodeURIComponent(place)}`;
  if (hash && folderOf(from) === folderOf(to)) return hash;
  return rootFrom(from).replace(/^\.\/$/, folderOf(to) ? '' : './') + folderOf(to) + hash;
}

/** The full address of a page, where it is known on which host the site will stand. */
export const fullAddressOf = (site: string, page: PageId): string => new URL(folderOf(page), site).href;
