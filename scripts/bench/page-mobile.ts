import type { Browser } from '@playwright/test';
import { LANGUAGES } from '../../src/language/language.ts';
import { folderOf } from '../../src/site/addresses/address.ts';
import { type Row, row } from './page-rows.ts';

/** Lighthouse's applied throttling for a phone on slow 4G: see its constants.js, mobileSlow4G. */
const SLOW_4G = {
  latency: 562.5,
  downloadThroughput: (1474.56 * 1024) / 8,
  uploadThroughput: (675 * 1024) / 8,
};
const CPU = 4;
const ROUNDS = 3;

const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] as number;

/**
 * Largest contentful paint, and layout shift while the whole page is scrolled through. Lighthouse itself is not
 * used: it brings 200 packages and has no say in these two numbers that the browser does not give.
 */
export async function measureMobile(browser: Browser, url: string, pages: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const language of LANGUAGES)
    for (const name of pages) {
      const runs: { lcp: number; cls: number; scrolled: number }[] = [];
      for (let round = 0; round < ROUNDS; round++)
        runs.push(await visit(browser, url + folderOf({ language, name })));
      rows.push(
        row(
          `${language}: ${name || 'opening'}, largest contentful paint`,
          middle(runs.map(({ lcp }) => lcp)) / 1000,
          's',
          1.8,
          2,
        ),
        row('– layout shift while loading', middle(runs.map(({ cls }) => cls)), '', 0.02, 4),
        row('– the same, scrolled to its end', middle(runs.map(({ scrolled }) => scrolled)), '', 0.02, 4),
      );
    }
  return rows;
}

async function visit(browser: Browser, url: string): Promise<{ lcp: number; cls: number; scrolled: number }> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
    isMobile: true,
    hasTouch: true,
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', { offline: false, ...SLOW_4G });
  await client.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  await page.addInitScript(() => {
    const seen = { lcp: 0, cls: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.lcp = entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        if (!entry.hadRecentInput) seen.cls += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForFunction(() => (window as unknown as { seen: { lcp: number } }).seen.lcp > 0);
  // Fonts that arrive after the first paint may still move the text.
  await page.waitForTimeout(2500);
  const seen = () =>
    page.evaluate(() => ({ ...(window as unknown as { seen: { lcp: number; cls: number } }).seen }));
  const { lcp, cls } = await seen();
  // Slowly enough for the figures on the way to come to life.
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += 400) {
      scrollTo({ top: y, behavior: 'instant' });
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  });
  await page.waitForTimeout(500);
  const scrolled = (await seen()).cls;
  await context.close();
  return { lcp, cls, scrolled };
}
