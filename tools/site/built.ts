import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../src/language/language.ts';
import type { Places } from '../../src/site/addresses/places.ts';

/** The built site, which all browser tests look at. */
export const DIST = 'dist';

/** Where everything stands, as the built pages themselves know it. */
export function places(): Places {
  const file = readdirSync(path.join(DIST, 'assets')).find((name) => /^places-\w+\.json$/.test(name));
  if (!file) throw new Error('there is no site in dist/: run `npm run build` first');
  return JSON.parse(readFileSync(path.join(DIST, 'assets', file), 'utf8')) as Places;
}

/** The address of the page on which a scene stands. */
export function pageOf(scene: string, language: Language = 'en'): string {
  const { chapters, ids } = places();
  const slug = chapters[ids[`fig-${scene}`] ?? 0];
  if (!slug) throw new Error(`no chapter has the scene "${scene}"`);
  return `./${language === 'en' ? '' : `${language}/`}${slug}/`;
}

/** The slugs of all chapters. */
export const chapterSlugs = (): string[] => Object.values(places().chapters);
