import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { LANGUAGES } from '../../src/language/language.ts';
import { folderOf } from '../../src/site/addresses/address.ts';
import { type Row, row } from './page-rows.ts';

const KINDS = ['html', 'css', 'js', 'font', 'formula font'] as const;
type Kind = (typeof KINDS)[number] | 'other';

const kindOf = (url: string): Kind => {
  const { pathname } = new URL(url);
  if (pathname.endsWith('/')) return 'html';
  if (pathname.endsWith('.css')) return 'css';
  if (pathname.endsWith('.js')) return 'js';
  if (!pathname.endsWith('.woff2')) return 'other';
  return pathname.includes('KaTeX') ? 'formula font' : 'font';
};

/** Fonts are compressed already. */
const packed = (url: string, body: Buffer): number =>
  url.endsWith('.woff2') ? body.length : gzipSync(body, { level: 9 }).length;

/**
 * What a page fetches until it has loaded, each file with gzip. What comes after that (a figure in view, the next
 * chapter ahead, the offline copy) is not part of the first view.
 *
 * @param pages names of pages
 */
export async function measureFirstView(
  browser: Browser,
  url: string,
  pages: readonly string[],
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const language of LANGUAGES)
    for (const name of pages) {
      const address = url + folderOf({ language, name });
      const sums = await bytesOf(browser, address);
      const text = sums.html + sums.css + sums.js + sums.font;
      const title = `${language}: ${name || 'opening'}`;
      rows.push(
        row(`${title}, HTML, CSS, JavaScript and fonts`, text, 'kB', 130),
        row('– with the faces of the formulas', text + sums['formula font'], 'kB', 150),
        row('– JavaScript', sums.js, 'kB', 12),
        row('– HTML', sums.html, 'kB'),
        row('– CSS', sums.css, 'kB'),
      );
    }
  return rows;
}

async function bytesOf(browser: Browser, address: string): Promise<Record<Kind, number>> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  const urls = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as [PerformanceNavigationTiming];
    const files = performance.getEntriesByType('resource');
    const before = files.filter(({ startTime }) => startTime < navigation.loadEventStart);
    return [location.href, ...before.map(({ name }) => name)];
  });
  const sums: Record<Kind, number> = { html: 0, css: 0, js: 0, font: 0, 'formula font': 0, other: 0 };
  for (const url of new Set(urls)) {
    const body = await (await context.request.get(url)).body();
    sums[kindOf(url)] += packed(url, body) / 1000;
  }
  await context.close();
  return sums;
}
