import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type RunningServer, startServer } from '../../scripts/server/server.ts';
import { chapterSlugs, DIST, places } from '../../tools/site/built.ts';
import { watchErrors } from './figure.ts';

/** Waits until the worker has stored this language. */
const stored = (page: Page): Promise<void> =>
  expect(page.locator('html')).toHaveAttribute('data-offline', /en|zh/, { timeout: 40_000 });

/** Brings the first figure of the page to life. */
async function wake(page: Page): Promise<void> {
  const island = page.locator('[data-island]').first();
  await island.scrollIntoViewIfNeeded();
  await expect(island.locator('figure[data-ready]')).toBeVisible();
}

test('after one visit, with the network cut, every chapter of the language opens and its figures work', async ({
  page,
  context,
}) => {
  await page.goto('./zh/why/');
  await stored(page);
  await context.setOffline(true);
  const errors = watchErrors(page);
  for (const slug of chapterSlugs()) {
    await page.goto(`./zh/${slug}/`);
    const scenes = Object.entries(places().ids).filter(
      ([id, number]) => id.startsWith('fig-') && places().chapters[number] === slug,
    );
    for (const [id] of scenes) {
      await page.locator(`#${id}`).scrollIntoViewIfNeeded();
      await expect(page.locator(`#${id} figure[data-ready]`)).toBeVisible();
    }
  }
  // The opening's pad reads, and a figure stands alone.
  await page.goto('./zh/');
  await wake(page);
  await page.locator('[data-pad]').focus();
  await page.keyboard.press('4');
  await expect(page.locator('[data-metric=prediction]')).toHaveAttribute('data-value', '4');
  await page.goto('./zh/?embed=stride');
  await expect(page.locator('body > .island > figure')).toHaveAttribute('data-ready', '');
  await page.goto('./zh/glossary/');
  await expect(page.getByRole('searchbox')).toBeVisible();
  // The chapters of a language that was not opened were not fetched.
  await expect(page.goto('./why/')).rejects.toThrow();
  // Nor are the digits to train on: the figure that counts with them says that they did not come.
  const expected = /\/why\/|ERR_|\/data\/mnist\//;
  expect(errors.filter((error) => !expected.test(error))).toEqual([]);
});

test.describe('a new edition', () => {
  let folder: string;
  let server: RunningServer | undefined;
  const port = 4100 + (process.pid % 80);

  test.beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'edition-'));
    cpSync(DIST, folder, { recursive: true });
    server = await startServer({ root: folder, port });
  });
  test.afterEach(async () => {
    await server?.close();
    rmSync(folder, { recursive: true });
  });

  /** Deploys another edition: every hashed file has another name, as after a change that reaches all of them. */
  function deploy(): void {
    const assets = path.join(folder, 'assets');
    const names = readdirSync(assets).filter((name) => /\.(js|css)$/.test(name));
    const renamed = (name: string): string =>
      name.replace(/-([\w-]{8})\.(js|css)$/, (_, hash: string, ending: string) => {
        return `-${[...hash].reverse().join('')}.${ending}`;
      });
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(html|js|css)$/.test(file),
    );
    for (const file of texts) {
      let text = readFileSync(path.join(folder, file), 'utf8');
      for (const name of names) text = text.replaceAll(name, renamed(name));
      writeFileSync(path.join(folder, file), text);
    }
    for (const name of names) {
      cpSync(path.join(assets, name), path.join(assets, renamed(name)));
      rmSync(path.join(assets, name));
    }
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (/\.(br|gz)$/.test(file)) rmSync(path.join(folder, file));
  }

  test('is deployed while a reader is on a page: what was stored serves on', async ({ page }) => {
    await page.goto(`${server?.url}convolution/`);
    await stored(page);
    const script = (await page.locator('script[type=module]').getAttribute('src')) ?? '';
    deploy();
    await wake(page);
    // Another page is of the new edition, and whole.
    const errors = watchErrors(page);
    await page.goto(`${server?.url}stride/`);
    expect(await page.locator('script[type=module]').getAttribute('src')).not.toBe(script);
    await wake(page);
    expect(errors).toEqual([]);
  });

  test('where nothing was stored, the page says that it has to be loaded again', async ({ browser }) => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.setViewportSize({ width: 1280, height: 300 });
    await page.goto(`${server?.url}receptive-field/`);
    deploy();
    await page.locator('[data-island]').first().scrollIntoViewIfNeeded();
    const notice = page.locator('body > .notice');
    await expect(notice).toContainText('a new edition');
    await notice.getByRole('button', { name: 'Load the page again' }).click();
    await wake(page);
    await expect(notice).toBeHidden();
    await context.close();
  });
});
