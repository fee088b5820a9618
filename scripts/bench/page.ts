import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { chromium } from '@playwright/test';
import { findChromium } from '../../tools/chromium.ts';
import { startServer } from '../server/server.ts';
import { measureFigures } from './page-figures.ts';
import { measureFirstView } from './page-first-view.ts';
import { measureMobile } from './page-mobile.ts';
import { print } from './page-rows.ts';

/** The opening, a chapter with its figure at the top, the heaviest chapter, and the glossary. */
const PAGES = ['', 'why', 'convolution', 'layer', 'glossary'];

/**
 * Measures the built site in Chromium: bytes of the first view, a simulated phone, speed of the figures.
 *
 * @param scenes measures these figures alone
 */
export async function run(scenes: readonly string[]): Promise<void> {
  if (!existsSync('dist/index.html')) throw new Error('there is no site in dist/: run `npm run build` first');
  const { executablePath, args, env } = await findChromium();
  const server = await startServer({ root: 'dist', port: 4300, base: '/', strictPort: false });
  const browser = await chromium.launch({
    executablePath,
    args: [...args],
    env: { ...process.env, ...env } as Record<string, string>,
  });
  console.log(`# The page against its budgets\n`);
  console.log(
    `${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model}, ${cpus().length} cores, Chromium ${browser.version()}`,
  );
  try {
    if (scenes.length === 0) {
      print('First view, before a figure comes near', await measureFirstView(browser, server.url, PAGES));
      print('A simulated phone: CPU ×4 slower, slow 4G', await measureMobile(browser, server.url, PAGES));
    }
    print('Figures, desktop', await measureFigures(browser, server.url, scenes));
  } finally {
    await browser.close();
    await server.close();
  }
}
