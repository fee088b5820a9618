import { LANGUAGES } from '../../language/language.ts';
import { folderOf, fullAddressOf, type PageId } from '../addresses/address.ts';
import { LANG } from './head.ts';

/**
 * The list of all pages for search engines, each with its other language. The format asks for full addresses: without
 * `site` they are relative to the list itself, and a search engine will not take them.
 */
export function sitemapOf(pages: readonly PageId[], site: string | undefined): string {
  const address = (page: PageId): string => (site ? fullAddressOf(site, page) : `./${folderOf(page)}`);
  const entries = pages.map(
    (page) => `  <url>
    <loc>${address(page)}</loc>
${LANGUAGES.map((language) => `    <xhtml:link rel="alternate" hreflang="${LANG[language]}" href="${address({ ...page, language })}"/>`).join('\n')}
  </url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`;
}
