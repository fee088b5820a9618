import { LANGUAGES, type Language } from '../../language/language.ts';
import { addressOf, fullAddressOf, OPENING, type PageId, rootFrom } from '../addresses/address.ts';
import type { PageContent } from '../pages/page.ts';
import { REFERENCES } from '../references.ts';
import { WORDS } from '../words.ts';

/** How the languages are named in HTML. */
export const LANG = { en: 'en', zh: 'zh-Hans' } as const satisfies Record<Language, string>;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The title of a page with that of the site. */
export const titleOf = ({ language }: PageId, { title }: PageContent): string =>
  title === '' ? WORDS.title[language] : `${title} · ${WORDS.title[language]}`;

/**
 * What a page says about itself to those who do not see it: title, description, its addresses, its picture and its
 * structured data.
 *
 * @param site the address at which the site will stand, if it is known; else all addresses are relative, and the
 *   client makes them full where it runs
 */
export function headOf(page: PageId, content: PageContent, site: string | undefined): string {
  const address = (to: PageId): string => (site ? fullAddressOf(site, to) : addressOf(page, to));
  const picture = site ? new URL(pictureOf(page), site).href : rootFrom(page) + pictureOf(page);
  const title = escapeHtml(titleOf(page, content));
  const description = escapeHtml(content.description);
  const property = (name: string, value: string): string =>
    `<meta property="og:${name}" content="${escapeHtml(value)}" />`;
  return [
    `<title>${title}</title>`,
    `<meta name="description" content="${description}" />`,
    `<link rel="canonical" href="${address(page)}" />`,
    ...LANGUAGES.map(
      (language) =>
        `<link rel="alternate" hreflang="${LANG[language]}" href="${address({ ...page, language })}" />`,
    ),
    `<link rel="alternate" hreflang="x-default" href="${address({ ...page, language: 'en' })}" />`,
    property('title', content.title || WORDS.title[page.language]),
    property('description', content.description),
    property('type', page.name === OPENING ? 'website' : 'article'),
    property('site_name', WORDS.title[page.language]),
    property('locale', page.language === 'en' ? 'en_US' : 'zh_CN'),
    property('url', address(page)),
    property('image', picture),
    property('image:width', '1200'),
    property('image:height', '630'),
    '<meta name="twitter:card" content="summary_large_image" />',
    `<script type="application/ld+json">${structuredData(page, content, site)}</script>`,
  ].join('\n    ');
}

/** The picture that a link to the site shows: one a language, made by `npm run pictures`. */
const pictureOf = ({ language }: PageId): string => `social/${language}.png`;

function structuredData(page: PageId, content: PageContent, site: string | undefined): string {
  const { language } = page;
  const whole = {
    '@type': 'Book',
    name: WORDS.title[language],
    ...(site ? { url: fullAddressOf(site, { language, name: OPENING }) } : {}),
  };
  const data = {
    '@context': 'https://schema.org',
    ...content.structured,
    description: content.description,
    inLanguage: LANG[language],
    isAccessibleForFree: true,
    license: 'https://opensource.org/license/mit',
    ...(site ? { url: fullAddressOf(site, page) } : {}),
    ...(page.name === OPENING ? { isBasedOn: REFERENCES.SK.url } : { isPartOf: whole }),
  };
  // A closing tag in a text would end the block.
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
