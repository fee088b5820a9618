import { test as base } from '@playwright/test';
import type { Driver } from './driver/driver.ts';
import { type Engine, FIND } from './installed.ts';
import { startWatchedSite } from './site.ts';

export interface Options {
  readonly engine: Engine;
}

interface Fixtures extends Options {
  /** The address of the built site, whose pages keep their faults. */
  readonly site: string;
  /** The engine's one tab. */
  readonly tab: Driver;
}

/** A test in the one tab of an engine, which lives as long as no test fails. */
export const test = base.extend<Record<never, never>, Fixtures>({
  engine: ['firefox', { option: true, scope: 'worker' }],
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here
    async ({}, use) => {
      const site = await startWatchedSite();
      await use(site.url);
      await site.close();
    },
    { scope: 'worker' },
  ],
  tab: [
    async ({ engine }, use) => {
      const start = FIND[engine]();
      if (!start) throw new Error(`${engine} is not installed`);
      const tab = await start();
      await use(tab);
      await tab.close();
    },
    { scope: 'worker' },
  ],
});
