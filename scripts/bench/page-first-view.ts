import { gzipSync } from 'node:zlib';
import type { Browser, Request } from '@playwright/test';
import { LANGUAGES } from '../../src/language/language.ts';
import { type Row, row } from './page-rows.ts';

const BUDGETED = ['html', 'css', 'js', 'font'] as const;
const KINDS = [...BUDGETED, 'other'] as const;
type Kind = (typeof KINDS)[number];

const kindOf = (url: string): Kind => {
  const { pathname } = new URL(url);
  if (pathname.endsWith('/')) return 'html';
  if (pathname.endsWith('.css')) return 'css';
  if (pathname.endsWith('.js')) return 'js';
  return pathname.endsWith('.woff2') ? 'font' : 'other';
};

/** Fonts are compressed already. */
const packed = (kind: Kind, body: Buffer): number =>
  kind === 'font' ? body.length : gzipSync(body, { level: 9 }).length;

/** What a visit fetches before the reader scrolls, each file with gzip. The offline worker is kept out. */
export async function measureFirstView(browser: Browser, url: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const language of LANGUAGES) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    const requests: Request[] = [];
    page.on('requestfinished', (request) => requests.push(request));
    await page.goto(language === 'en' ? url : `${url}zh/`, { waitUntil: 'networkidle' });
    await page.waitForTimeout(1000);
    const files = await Promise.all(
      requests
        .filter((request) => !request.url().startsWith('data:'))
        .map(async (request) => ({
          url: request.url(),
          body: (await (await request.response())?.body()) ?? Buffer.alloc(0),
        })),
    );
    const sums: Record<Kind, number> = { html: 0, css: 0, js: 0, font: 0, other: 0 };
    for (const { url: from, body } of files) sums[kindOf(from)] += packed(kindOf(from), body) / 1000;
    const late = files.filter((file) => /(katex|client|react)-[^/]*\.js$/.test(file.url));
    rows.push(
      row(`${language}: JavaScript`, sums.js, 'kB', 12),
      row(`${language}: files of React or KaTeX`, late.length, '', 0, 0),
      row(
        `${language}: HTML, CSS, JavaScript and fonts`,
        BUDGETED.reduce((sum, kind) => sum + sums[kind], 0),
        'kB',
        250,
      ),
      ...KINDS.map((kind) => row(`– ${kind}`, sums[kind], 'kB')),
    );
    await context.close();
  }
  return rows;
}
