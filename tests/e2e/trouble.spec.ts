import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { DIST, pageOf } from '../../tools/site/built.ts';
import { openFigure, watchErrors } from './figure.ts';

/* What a page does when something around it fails: storage, files, links. */

// A service worker would answer in place of the network that fails.
test.use({ serviceWorkers: 'block' });

test('where all storage is refused, pages and figures work as ever', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
  });
  const errors = watchErrors(page);
  await page.goto('./');
  await expect(page.locator('.drawn-digit')).toHaveAttribute('data-ready', '');
  await page.locator('[data-pad]').focus();
  await page.keyboard.press('7');
  await expect(page.locator('[data-metric=prediction]')).toHaveAttribute('data-value', '7');
  await page.locator('[data-theme-button]:visible').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  const figure = await openFigure(page, './zh/', 'network');
  await expect(figure.locator('[data-arithmetic]').first()).toBeVisible();
  await page.locator('header').getByRole('link', { name: /^EN/ }).click();
  await expect(page.locator('h1')).toBeVisible();
  expect(errors).toEqual([]);
});

/* What may lie in a storage: rests of another site on the same host, half a text, an older edition's. */
const GARBAGE = ['null', '5', '{', '{"name":"x","file":"UFhHMQ=="}', '<script>alert(1)</script>'];

test('garbage in every storage is passed over: pages and figures work as ever', async ({ browser }) => {
  for (const garbage of GARBAGE) {
    const context = await browser.newContext();
    await context.addInitScript((text) => {
      for (const key of ['theme', 'read', 'own-weights', 'start-weights']) localStorage.setItem(key, text);
      sessionStorage.setItem('place', text);
    }, garbage);
    const page = await context.newPage();
    const errors = watchErrors(page);
    const figure = await openFigure(page, './#scene=network&weights=own', 'network');
    await expect(figure.locator('[data-arithmetic]').first()).toBeVisible();
    await expect(figure.locator('.frame-notice')).toContainText('the network has the article’s');
    expect(errors, garbage).toEqual([]);
    await context.close();
  }
});

test('a hash of nearly two megabytes is taken away, and the page says so', async ({ page }) => {
  test.setTimeout(180_000);
  const errors = watchErrors(page);
  for (const [address, start, seen] of [
    ['./', '#scene=stride&input=', '.drawn-digit[data-ready]'],
    [pageOf('network', 'zh'), '#', 'figure[data-scene=network]'],
    [`${pageOf('stride')}?embed=stride`, '#scene=stride&input=', 'figure[data-scene=stride][data-ready]'],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(address + start + '1,'.repeat(950_000), { timeout: 60_000 });
    await expect(page.locator(seen)).toBeVisible();
    await expect(page.locator('body > .notice')).toContainText(/too long|太长/);
    expect(await page.evaluate(() => location.href.length)).toBeLessThan(100);
  }
  expect(errors).toEqual([]);
});

test('where the code of the figures does not come, their first state stands and the page says so', async ({
  page,
}) => {
  for (const [address, seen] of [
    ['./', '.drawn-digit'],
    [pageOf('network'), 'figure[data-scene=network] [data-arithmetic]'],
    [`${pageOf('stride')}?embed=stride`, 'figure[data-scene=stride] [data-arithmetic]'],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(address);
    const entry = await page.locator('script[type=module]').getAttribute('src');
    const name = entry?.split('/').at(-1) ?? '';
    await page.goto('about:blank');
    await page.route('**/assets/*.js', (route) =>
      route.request().url().endsWith(name) ? route.continue() : route.abort(),
    );
    await page.goto(address);
    await page.locator('[data-island]').first().scrollIntoViewIfNeeded();
    const notice = page.locator('body > .notice');
    await expect(notice).toContainText('A figure could not be fetched');
    await expect(page.locator(seen).first()).toBeVisible();
    await page.unroute('**/assets/*.js');
    await notice.getByRole('button', { name: 'Load the page again' }).click();
    await page.locator('[data-island]').first().scrollIntoViewIfNeeded();
    await expect(page.locator('[data-island] figure[data-ready]').first()).toBeVisible();
    await expect(notice).toBeHidden();
  }
});

test('formulas that could not be typeset are, as soon as their code comes', async ({ page }) => {
  await page.route(/\/katex[\w.-]*\.js$/, (route) => route.abort());
  const figure = await openFigure(page, './', 'gradient-descent');
  const formula = figure.locator('.formula').first();
  const step = figure.getByRole('button', { name: 'Step forward', exact: true });
  await step.click();
  await page.unroute(/\/katex[\w.-]*\.js$/);
  for (let i = 0; i < 3; i++) await step.click();
  await expect(formula.locator('.katex').first()).toBeVisible();
  await expect(figure.locator('.formula:not(:has(.katex))')).toHaveCount(0);
});

test('a photograph that is not there, or is none, is told in the figure', async ({ page }) => {
  for (const answer of [
    { status: 404, body: '' },
    { status: 200, contentType: 'image/jpeg', body: 'no picture' },
  ]) {
    await page.goto('about:blank');
    await page.route('**/data/photos/**', (route) => route.fulfill(answer));
    const figure = await openFigure(page, './', 'kernel-photo');
    await figure.getByRole('radio').first().waitFor({ state: 'attached' });
    await page.goto(`${pageOf('kernel-photo')}#scene=kernel-photo&photo=boats`);
    await expect(figure.locator('.frame-notice')).toContainText(/photo/i);
    await page.unroute('**/data/photos/**');
  }
});

test('what is stored for offline reading: pages, figures and weights, and no pictures to train on', () => {
  const worker = readFileSync(`${DIST}/sw.js`, 'utf8');
  const lists = /^const OFFLINE=(.*);$/m.exec(worker)?.[1] ?? '{}';
  const files = Object.values(JSON.parse(lists) as Record<string, [string, string][]>).flatMap((list) =>
    list.map(([file]) => file),
  );
  expect(files).toContain('data/mnist-sample.bin');
  expect(files).toContain('network/');
  expect(files.filter((file) => /\.(bin|jpg)$/.test(file)).length).toBeGreaterThan(4);
  expect(files.filter((file) => /^data\/(mnist|fashion)\//.test(file))).toEqual([]);
});
