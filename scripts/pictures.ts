/*
 * npm run pictures: photographs the built opening page in each language and writes what a link to the site shows
 * (public/social/). Build first, and again after it.
 */
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { LANGUAGES } from '../src/language/language.ts';
import { folderOf } from '../src/site/addresses/address.ts';
import { findChromium } from '../tools/chromium.ts';
import { startServer } from './server/server.ts';

const SIZE = { width: 1200, height: 630 };

const { executablePath, args, env } = await findChromium();
const server = await startServer({ root: 'dist', port: 0 });
const browser = await chromium.launch({
  executablePath,
  args: [...args],
  env: { ...process.env, ...env } as Record<string, string>,
});
mkdirSync('public/social', { recursive: true });
for (const language of LANGUAGES) {
  const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' });
  await page.goto(server.url + folderOf({ language, name: '' }));
  await page.waitForSelector('figure[data-ready]');
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `public/social/${language}.png` });
  await page.close();
}
await browser.close();
await server.close();
