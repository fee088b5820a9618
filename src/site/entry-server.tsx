import { renderToStaticMarkup } from 'react-dom/server';
import { LANGUAGES, type Language } from '../language/language.ts';
import { GLOSSARY_PAGE, OPENING, type PageId, PRINT_PAGE, REFERENCES_PAGE } from './addresses/address.ts';
import { linksFrom } from './addresses/links.ts';
import type { Rendered } from './documents/document.ts';
import { buildManifest, type Manifest } from './manifest/manifest.ts';
import { chapterPage } from './pages/chapter/ChapterPage.tsx';
import { renderFigures } from './pages/figures.tsx';
import { glossaryPage } from './pages/glossary/GlossaryPage.tsx';
import { openingPage } from './pages/opening/OpeningPage.tsx';
import type { PageContent, PageContext } from './pages/page.ts';
import { printPage } from './pages/print/PrintPage.tsx';
import { referencesPage } from './pages/references/ReferencesPage.tsx';
import { Shell } from './shell/Shell.tsx';

export { documentOf } from './documents/document.ts';
export { missingDocument } from './documents/missing.ts';
export { sitemapOf } from './documents/sitemap.ts';

/** The article in one language, ready to be written page by page. */
export interface Site {
  readonly manifest: Manifest;
  readonly pages: readonly PageId[];
  render(page: PageId): Rendered;
}

/** The first pass and the figures; each page is rendered when it is asked for. */
export async function siteIn(language: Language): Promise<Site> {
  const manifest = buildManifest(language);
  const figures = await renderFigures(manifest);
  const names = [
    OPENING,
    ...manifest.chapters.map(({ slug }) => slug),
    GLOSSARY_PAGE,
    REFERENCES_PAGE,
    PRINT_PAGE,
  ];
  return {
    manifest,
    pages: names.map((name) => ({ language, name })),
    render(id) {
      const context: PageContext = { id, manifest, links: linksFrom(id, manifest), figures };
      const content = contentOf(context);
      const body = renderToStaticMarkup(<Shell context={context} content={content} />);
      return { id, content, body, places: manifest.places };
    },
  };
}

/** Both languages. */
export const sites = (): Promise<Site[]> => Promise.all(LANGUAGES.map(siteIn));

function contentOf(context: PageContext): PageContent {
  const { name } = context.id;
  if (name === OPENING) return openingPage(context);
  if (name === GLOSSARY_PAGE) return glossaryPage(context);
  if (name === REFERENCES_PAGE) return referencesPage(context);
  if (name === PRINT_PAGE) return printPage(context);
  const chapter = context.manifest.chapters.find(({ slug }) => slug === name);
  if (!chapter) throw new Error(`there is no page "${name}"`);
  return chapterPage(context, chapter);
}
