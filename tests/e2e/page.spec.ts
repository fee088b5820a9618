import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openFigure, watchErrors } from './figure.ts';

for (const path of ['./', './zh/'])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`axe finds nothing serious: ${path} ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await openFigure(page, path);
      const { violations } = await new AxeBuilder({ page }).exclude('.katex').analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
    });

test('without JavaScript: prose, formulas and the first state of the figure', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  for (const path of ['', 'zh/']) {
    const page = await context.newPage();
    await page.goto(`${baseURL}${path}`);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(2000);
    expect(await page.locator('.katex').count()).toBeGreaterThan(10);
    expect(
      await page.locator('figure[data-scene=convolution] [role=gridcell][data-value]').count(),
    ).toBeGreaterThan(40);
    await page.close();
  }
  await context.close();
});

test('the first screen fetches neither React nor KaTeX, and nothing from elsewhere', async ({
  page,
  baseURL,
}) => {
  const errors = watchErrors(page);
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  await page.goto('./', { waitUntil: 'networkidle' });
  const scripts = urls.filter((url) => url.endsWith('.js') && !url.endsWith('sw.js'));
  expect(urls.filter((url) => !url.startsWith(baseURL ?? ''))).toEqual([]);
  expect(scripts.some((url) => /katex|client-/.test(url))).toBe(false);
  expect(errors).toEqual([]);
});

test('the language switch keeps the place', async ({ page }) => {
  await openFigure(page, './#scene=convolution&stride=2&position=7');
  await page.getByRole('link', { name: '中文' }).first().click();
  await expect(page).toHaveURL(/\/zh\//);
  await expect(page.locator('html')).toHaveAttribute('lang', /zh/);
  const figure = page.locator('figure[data-scene=convolution]');
  await expect(figure).toHaveAttribute('data-ready', '');
  await expect(figure.getByRole('slider', { name: '步幅' })).toHaveValue('2');
});

test('a sentence moves the figure', async ({ page }) => {
  const figure = await openFigure(page, './');
  await page.locator('[data-beat=gather]').first().click();
  await expect(figure.getByRole('radio', { name: 'Gather' })).toBeChecked();
});

test('works offline after one visit', async ({ page, context }) => {
  await page.goto('./');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  for (const path of ['./', './zh/']) {
    const figure = await openFigure(page, path);
    await expect(figure.getByRole('slider').first()).toBeVisible();
  }
});
