import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { FIGURES } from '../../tools/figures.ts';
import { pageOf } from '../../tools/site/built.ts';
import { openFigure, readFigure, setSlider, watchErrors } from './figure.ts';

/** The figure of a page on which it stands alone. */
const alone = async (page: Page, scene: string) => {
  const figure = page.locator('body > .island > figure');
  await expect(figure).toHaveAttribute('data-ready', '');
  await expect(page.locator('body > *')).toHaveCount(2);
  await expect(page.locator(`[data-island="${scene}"]`)).toHaveCount(1);
  return figure;
};
/** By how much the page is wider than its window. */
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test('from the opening page of both languages a figure alone is reached, in its state', async ({ page }) => {
  const errors = watchErrors(page);
  for (const [from, to, slider] of [
    ['./', /\/convolution\/\?embed=convolution#/, 'Stride'],
    ['./zh/', /\/zh\/convolution\/\?embed=convolution#/, '步幅'],
    ['./convolution/', /\/convolution\/\?embed=convolution#/, 'Stride'],
    // From the page of another chapter, too.
    ['./stride/', /\/convolution\/\?embed=convolution#/, 'Stride'],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(`${from}?embed=convolution#scene=convolution&stride=2&position=7`);
    await expect(page).toHaveURL(to);
    const figure = await alone(page, 'convolution');
    await expect(figure.getByRole('slider', { name: slider, exact: true })).toHaveValue('2');
    expect((await readFigure(figure)).grids).not.toEqual({});
  }
  expect(errors).toEqual([]);
});

test('before any file of the site has run, nothing of the page is seen but the figure', async ({ page }) => {
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.goto(`${pageOf('convolution', 'en')}?embed=convolution&theme=dark`);
  await expect(page.locator('figure[data-scene=convolution] .frame-title')).toBeVisible();
  const seen = await page.evaluate(() => document.body.innerText);
  expect(seen).toContain('Convolution, cell by cell');
  await expect(page.locator('.prose h1')).toBeHidden();
  await expect(page.locator('.page-header')).toBeHidden();
  const before = await page.locator('[data-island=convolution]').boundingBox();
  await page.unroute('**/assets/*.js');
  await page.reload();
  await alone(page, 'convolution');
  // The script has not moved it but for the line of the link below.
  const after = await page.locator('[data-island=convolution]').boundingBox();
  expect(after).toMatchObject({ x: before?.x, width: before?.width, height: before?.height });
});

test('every figure stands alone at 500 and 1200 pixels, without a sideways scroll', async ({ page }) => {
  test.setTimeout(240_000);
  const errors = watchErrors(page);
  for (const scene of [...FIGURES, 'drawn-digit'])
    for (const [width, height, theme] of [
      [500, 860, 'dark'],
      [1200, 680, 'light'],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.goto('about:blank');
      await page.goto(`./?embed=${scene}&theme=${theme}`);
      const figure = await alone(page, scene);
      expect(await sideways(page), `${scene} at ${width}`).toBe(0);
      const box = await figure.boundingBox();
      expect(box?.width, `${scene} at ${width}`).toBe(width);
      if (scene === 'drawn-digit') continue;
      expect(box?.height, `${scene} at ${width}`).toBeLessThanOrEqual(height);
    }
  // Whoever is led on does not see the rest of the opening page.
  expect(errors.filter((error) => !/^failed: .*\/\?embed=/.test(error))).toEqual([]);
});

test('the theme is that of the link, whatever the reader chose and the system has', async ({ page }) => {
  await page.goto('./');
  await page.evaluate(() => localStorage.setItem('theme', 'dark'));
  const grounds: string[] = [];
  for (const theme of ['light', 'dark', ''] as const) {
    await page.goto(`./convolution/?embed=convolution${theme && `&theme=${theme}`}`);
    await alone(page, 'convolution');
    grounds.push(await background(page));
  }
  const [light, dark, system] = grounds;
  expect(light).toBe('rgb(255, 255, 255)');
  expect(dark).not.toBe(light);
  expect(system).toBe(light);
});

test('the link takes away controls, bar and caption; a slide is filled', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto('./?embed=convolution&controls=none&bar=none&caption=none#scene=convolution&position=9');
  const figure = await alone(page, 'convolution');
  for (const part of ['.controls', '.frame-tools', '.transport-row', '.frame-caption'])
    await expect(figure.locator(part)).toBeHidden();
  await expect(figure.locator('[data-arithmetic]').first()).toBeVisible();
  const [box, stage] = [await figure.boundingBox(), await figure.locator('.frame-stage').boundingBox()];
  expect(box?.height).toBeGreaterThan(700);
  expect(box?.height).toBeLessThan(1050);
  expect(stage?.width).toBeGreaterThan(1800);
  expect(await sideways(page)).toBe(0);
  // Whoever steps needs no bar.
  const before = await figure.locator('[data-arithmetic]').first().textContent();
  await figure.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(figure.locator('[data-arithmetic]').first()).not.toHaveText(before ?? '');
});

test('an unknown name, and a hostile one, get a sentence and a link to the article', async ({ page }) => {
  const errors = watchErrors(page);
  for (const [path, name, home] of [
    ['./', 'nothing', /\/$/],
    ['./zh/', 'nothing', /\/zh\/$/],
    ['./convolution/', '__proto__', /\/$/],
    ['./', '<img src=x onerror=alert(1)>', /\/$/],
    ['./', '"],*{color:red', /\/$/],
    ['./', `stride${'x'.repeat(3000)}`, /\/$/],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(`${path}?embed=${encodeURIComponent(name)}#scene=stride&stride=2`);
    await expect(page.locator('.embed-none')).toContainText(name.slice(0, 40));
    await expect(page.locator('.embed-link')).toHaveAttribute('href', home);
    await expect(page.locator('body > *')).toHaveCount(2);
    expect(await page.locator('body img').count()).toBe(0);
    expect(await sideways(page)).toBe(0);
  }
  expect(errors).toEqual([]);
});

test('nothing is remembered of an embedded figure, and nothing is kept for offline reading', async ({
  page,
  context,
}) => {
  await page.goto('./?embed=stride');
  const figure = await alone(page, 'stride');
  await setSlider(figure, 'Stride', 3);
  await page.waitForTimeout(3000);
  expect(
    await page.evaluate(async () => [
      { ...localStorage },
      { ...sessionStorage },
      (await navigator.serviceWorker.getRegistrations()).length,
    ]),
  ).toEqual([{}, {}, 0]);
  // Its link leads to the article, in this very state.
  const link = page.locator('.embed-link');
  const [article] = await Promise.all([context.waitForEvent('page'), link.click()]);
  await expect(article).toHaveURL(/\/stride\/#scene=stride&.*stride=3/);
  const same = article.locator('figure[data-scene=stride]');
  await expect(same.getByRole('slider', { name: 'Stride', exact: true })).toHaveValue('3');
  await expect(article.locator('.prose h1')).toBeVisible();
});

test('an embedded training trains, in its worker, and is not kept for the next visit', async ({ page }) => {
  const errors = watchErrors(page);
  await page.goto('./learning/?embed=training');
  const figure = await alone(page, 'training');
  await figure.getByRole('button', { name: 'Step', exact: true }).click();
  const loss = figure.locator('[data-metric=images]');
  await expect.poll(async () => Number(await loss.getAttribute('data-value'))).toBeGreaterThan(0);
  await page.waitForTimeout(3500);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  expect(errors).toEqual([]);
});

test('a long hash is not read, and a new one moves the figure', async ({ page }) => {
  await page.goto(`./stride/?embed=stride#scene=stride&x=${'1,'.repeat(11_000)}`);
  const figure = page.locator('body > .island > figure');
  await expect(figure).toHaveAttribute('data-ready', '');
  await expect(page.locator('body > .notice')).toContainText('too long');
  await page.evaluate(() => {
    location.hash = 'scene=stride&stride=3';
  });
  await expect(figure.getByRole('slider', { name: 'Stride', exact: true })).toHaveValue('3');
});

test.describe('in a page of another origin', () => {
  let host: Server;
  let address: string;
  let body = '';
  test.beforeAll(async () => {
    host = createServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(
        `<!doctype html><title>A host</title><body><a href="#">before</a>${body}<a href="#">after</a>`,
      );
    });
    await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
    // The same machine under another name is another origin.
    address = `http://localhost:${(host.address() as AddressInfo).port}/`;
  });
  test.afterAll(() => void host.close());

  test('the copied code shows the very state, and the keyboard goes in and out', async ({ page }) => {
    const errors = watchErrors(page);
    const figure = await openFigure(page, './#scene=stride&stride=2&position=5', 'stride');
    await setSlider(figure, 'Stride', 3);
    const there = await readFigure(figure);
    const size = await figure.boundingBox();
    await figure.getByRole('button', { name: 'Copy', exact: true }).click();
    await figure.getByRole('menuitem', { name: 'Embed code' }).click();
    body = await page.evaluate(() => navigator.clipboard.readText());
    expect(body).toMatch(
      /^<iframe src="[^"]+\/stride\/\?embed=stride#scene=stride&amp;[^"]*" title="Figure 5\.\d: /,
    );
    expect(body).toContain('loading="lazy"');
    await page.setViewportSize({ width: 1400, height: 900 });
    await page.goto(address);
    const frame = page.frameLocator('iframe');
    const same = frame.locator('figure[data-scene=stride]');
    await expect(same).toHaveAttribute('data-ready', '');
    expect(await readFigure(same)).toEqual(there);
    const box = await page.locator('iframe').boundingBox();
    expect(Math.abs((box?.width ?? 0) - (size?.width ?? 0))).toBeLessThan(2);
    // All of it is seen: no scroll in the frame.
    expect(
      await frame.locator('html').evaluate((root) => root.scrollHeight - root.clientHeight),
    ).toBeLessThanOrEqual(0);
    await page.getByText('before').focus();
    await page.keyboard.press('Tab');
    await expect(same).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(same.getByRole('slider', { name: 'Position' })).not.toHaveValue('5');
    await frame.locator('.embed-link').focus();
    await page.keyboard.press('Tab');
    await expect(page.getByText('after')).toBeFocused();
    expect(errors).toEqual([]);
  });

  test('a frame without storage shows it whole; one that is no origin at all, its first state', async ({
    page,
  }) => {
    const src = new URL(`${pageOf('convolution', 'zh')}?embed=convolution`, test.info().project.use.baseURL);
    const sandboxed = (allow: string) =>
      `<iframe src="${src}" sandbox="${allow}" width="1200" height="700"></iframe>`;
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        });
    });
    const errors = watchErrors(page);
    body = sandboxed('allow-scripts allow-same-origin');
    await page.goto(address);
    const figure = page.frameLocator('iframe').locator('figure[data-scene=convolution]');
    await expect(figure).toHaveAttribute('data-ready', '');
    await expect(figure.getByRole('slider', { name: '步幅', exact: true })).toBeVisible();
    expect(errors).toEqual([]);
    // Modules of a page without an origin are only fetched from hosts that allow it to anyone.
    body = sandboxed('allow-scripts');
    await page.goto(address);
    await expect(figure.locator('[data-arithmetic]').first()).toBeVisible();
    await expect(page.frameLocator('iframe').locator('.page-header')).toBeHidden();
  });
});
