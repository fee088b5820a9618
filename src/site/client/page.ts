import type { Language } from '../../language/language.ts';
import type { Places } from '../addresses/places.ts';

const root = document.documentElement;

/** The page's language. */
export const language = (): Language => (root.lang.startsWith('zh') ? 'zh' : 'en');

/** Whether this page was opened with a hash that was too long to be read (see `early`). True once. */
export function hadLongHash(): boolean {
  const had = root.dataset['longHash'] !== undefined;
  delete root.dataset['longHash'];
  return had;
}

/** The name of this page: empty for the opening, the slug of a chapter. */
export const pageName = (): string => root.dataset['page'] ?? '';

/** The address of a file or page, named from the site's root. */
export const fromRoot = (path: string): URL =>
  new URL(path, new URL(root.dataset['root'] ?? './', location.href));

/** The address of another page of this language. */
export const pageAddress = (name: string): URL =>
  fromRoot(`${language() === 'en' ? '' : `${language()}/`}${name === '' ? '' : `${name}/`}`);

/** On which page each place of the article stands. @throws Error when the list cannot be fetched */
export async function readPlaces(): Promise<Places> {
  const response = await fetch(root.dataset['places'] ?? '');
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}
