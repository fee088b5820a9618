import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isRunnableDevEnvironment, type Plugin } from 'vite';
import { LANGUAGES, type Language } from '../src/language/language.ts';
import { gatherChrome } from './chrome.ts';
import { inlineCritical, takeCritical } from './inline.ts';
import { writeServiceWorker } from './offline.ts';
import { trimMarkup } from './trim.ts';

/** One page in one language, as the server entry renders it. */
interface Page {
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

interface Entry {
  render(language: Language): Promise<Page>;
}

/** Where a language's page stands, seen from the root, and the root seen from it. */
const PLACES = {
  en: { lang: 'en', folder: '', root: './' },
  zh: { lang: 'zh-Hans', folder: 'zh/', root: '../' },
} as const satisfies Record<Language, { lang: string; folder: string; root: string }>;

/** The fonts of the first screen. Those of the formulas come with the first chapter that has any. */
const PRELOADED = /^(inter|source-serif-4)-.*\.woff2$/;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function headOf(page: Page, language: Language): string {
  const { root } = PLACES[language];
  const alternates = LANGUAGES.map(
    (other) =>
      `<link rel="alternate" hreflang="${PLACES[other].lang}" href="${root}${PLACES[other].folder}" />`,
  );
  return [
    `<title>${escapeHtml(page.title)}</title>`,
    `<meta name="description" content="${escapeHtml(page.description)}" />`,
    ...alternates,
    `<link rel="alternate" hreflang="x-default" href="${root}" />`,
  ].join('\n    ');
}

/** Puts a rendered page into the template. */
function fill(template: string, page: Page, language: Language): string {
  const { lang, root } = PLACES[language];
  return template
    .replace('lang="en" data-root="./">', () => `lang="${lang}" data-root="${root}">`)
    .replace('<!--head-->', () => headOf(page, language))
    .replace('<!--article-->', () => gatherChrome(trimMarkup(page.body)));
}

/** Fills the built template once a language, with its policy and preloads; then the offline worker. */
async function writePages(root: string, csp: string): Promise<void> {
  const dist = path.join(root, 'dist');
  const entry = pathToFileURL(path.join(root, 'dist-ssr/entry-server.js')).href;
  const { render } = (await import(entry)) as Entry;
  const preloads = (await readdir(path.join(dist, 'assets')))
    .filter((file) => PRELOADED.test(file))
    .map(
      (file) =>
        `<link rel="preload" as="font" type="font/woff2" crossorigin href="./assets/${file}" />\n    `,
    )
    .join('');
  const built = await readFile(path.join(dist, 'index.html'), 'utf8');
  const critical = await takeCritical(dist, built);
  for (const language of LANGUAGES) {
    const { folder, root: up } = PLACES[language];
    const inlined = inlineCritical(built, csp, critical, up);
    const template = inlined.page
      .replace('<!--head-->', (head) => head + preloads)
      .replace(/(src|href)="\.\//g, `$1="${up}`)
      .replace(
        '<meta charset="utf-8" />',
        (charset) => `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${inlined.csp}" />`,
      );
    await mkdir(path.join(dist, folder), { recursive: true });
    await writeFile(path.join(dist, folder, 'index.html'), fill(template, await render(language), language));
  }
  await writeServiceWorker(dist);
}

/** Pre-renders the article, one page a language: in dev on every request, in build once. */
export function ssg(entry: string, csp: string): Plugin {
  return {
    name: 'ssg',
    config: () => ({
      environments: {
        client: { build: { outDir: 'dist' } },
        ssr: { build: { outDir: 'dist-ssr', rolldownOptions: { input: entry } } },
      },
      builder: {
        async buildApp(builder) {
          for (const name of ['client', 'ssr'] as const) {
            const environment = builder.environments[name];
            if (environment) await builder.build(environment);
          }
          await writePages(builder.config.root, csp);
        },
      },
    }),
    transformIndexHtml: {
      order: 'pre',
      async handler(html, context) {
        const environment = context.server?.environments.ssr;
        if (!environment || !isRunnableDevEnvironment(environment)) return html;
        const language = /^\/zh(\/|$)/.test(context.originalUrl ?? '') ? 'zh' : 'en';
        const { render } = (await environment.runner.import(`/${entry}`)) as Entry;
        return fill(html, await render(language), language);
      },
    },
    hotUpdate(context) {
      if (this.environment.name === 'ssr' && context.file.endsWith('.mdx'))
        context.server.environments.client.hot.send({ type: 'full-reload' });
    },
  };
}
