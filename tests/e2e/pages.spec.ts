import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { chapterSlugs, pageOf } from '../../tools/site/built.ts';
import { openFigure, watchErrors } from './figure.ts';

for (const [path, colorScheme] of [
  ['./', 'light'],
  ['./zh/', 'dark'],
  [pageOf('convolution'), 'dark'],
  [pageOf('convolution', 'zh'), 'light'],
  ['./glossary/', 'light'],
] as const)
  test(`axe finds nothing serious: ${path} ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(path);
    const island = page.locator('[data-island=convolution]');
    if (await island.count()) {
      await island.scrollIntoViewIfNeeded();
      await expect(island.locator('figure')).toHaveAttribute('data-ready', '');
    }
    const word = page.locator('[data-term=convolution]').first();
    if (await word.count()) {
      await word.click();
      await expect(page.locator('.term-bubble')).toBeVisible();
    }
    await page.locator('details.menu > summary').click();
    const { violations } = await new AxeBuilder({ page }).exclude('.katex').analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  });

test('without JavaScript: prose, formulas and the first state of the figures', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const language of ['en', 'zh'] as const) {
    await page.goto(`${baseURL}${pageOf('convolution', language)}`);
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(2000);
    expect(await page.locator('.katex').count()).toBeGreaterThan(10);
    expect(await page.locator('figure[data-scene=convolution] [role=gridcell]').count()).toBeGreaterThan(40);
  }
  await context.close();
});

test('neither React nor KaTeX is fetched before the page has loaded, and nothing ever from elsewhere', async ({
  page,
  baseURL,
}) => {
  const errors = watchErrors(page);
  for (const path of ['./', './why/', './glossary/']) {
    await page.goto(path, { waitUntil: 'networkidle' });
    const { loaded, files } = await page.evaluate(() => ({
      loaded: (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).loadEventStart,
      files: performance.getEntriesByType('resource').map(({ name, startTime }) => ({ name, startTime })),
    }));
    expect(files.filter(({ name }) => !name.startsWith(baseURL ?? ''))).toEqual([]);
    const late = files.filter(({ name }) => /(katex|client|react)-[^/]*\.js$/.test(name));
    // Or after three seconds, if that is earlier.
    expect(late.filter(({ startTime }) => startTime < Math.min(loaded, 3000))).toEqual([]);
    if (path === './glossary/') expect(late).toEqual([]);
  }
  // What was still on its way when the test went on to the next page is none.
  expect(errors.filter((error) => !error.startsWith('failed:'))).toEqual([]);
});

test('the next chapter is fetched ahead', async ({ page }) => {
  const ahead = page.waitForRequest((request) => request.url().endsWith('/pixels/'));
  await page.goto('./why/');
  await ahead;
});

test('a sentence moves the figure', async ({ page }) => {
  const figure = await openFigure(page, './', 'conv-backward');
  await expect(figure.locator('input[value=gather]')).toBeChecked();
  await page.locator('[data-beat=first-payment]').first().click();
  await expect(figure.locator('input[value=scatter]')).toBeChecked();
});

test('the letters of a formula and the grids point at each other', async ({ page }) => {
  const figure = await openFigure(page, './');
  const letter = figure.locator('.line-rule [data-symbol=w]').first();
  await letter.hover();
  await expect(figure.locator('.grid[data-tensor=w]')).toHaveAttribute('data-lit', '');
  await expect(figure.locator('.grid[data-tensor=x]')).not.toHaveAttribute('data-lit', '');
  await figure.locator('.grid[data-tensor=y] [role=gridcell]').first().hover();
  await expect(figure.locator('.line-rule [data-symbol=y]').first()).toHaveClass(/active/);
  await expect(letter).not.toHaveClass(/active/);
  await expect(figure.locator('.grid[data-tensor=w]')).not.toHaveAttribute('data-lit', '');
  // The same by keyboard.
  await figure
    .getByRole('group', { name: 'Letters of the formula' })
    .getByRole('button', { name: 'Input' })
    .focus();
  await expect(figure.locator('.grid[data-tensor=x]')).toHaveAttribute('data-lit', '');
});

test.describe('the theme', () => {
  const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset['theme']);

  test('stays once chosen, and is there before the first paint', async ({ page }) => {
    await page.goto('./');
    const button = page.locator('.page-tools [data-theme-button]');
    await button.click();
    await button.click();
    expect(await theme(page)).toBe('dark');
    await page.goto('./zh/stride/', { waitUntil: 'commit' });
    await page.waitForSelector('body');
    expect(await theme(page)).toBe('dark');
    await expect(button).toHaveAccessibleName('主题：深色');
  });

  test('where storage is refused, it and the ticks work for this page', async ({ page }) => {
    const errors = watchErrors(page);
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await page.goto(pageOf('convolution'));
    await page.locator('.page-tools [data-theme-button]').click();
    expect(await theme(page)).toBe('light');
    await page.locator('#kernels').scrollIntoViewIfNeeded();
    expect(errors).toEqual([]);
  });
});

test.describe('the header', () => {
  const menuOf = (page: Page) => page.locator('details.menu');

  test('says where the reader is, leads on, and fills as sections are read', async ({ page }) => {
    await page.goto('./zh/convolution/#kernels');
    await page.goto('./convolution/#kernels');
    await expect(menuOf(page).locator('summary')).toContainText('3 / 19');
    await expect(page.locator('#kernels')).toBeInViewport();
    const filled = (id: string) =>
      page
        .locator(`.progress > [data-of=${id}]`)
        .evaluate((bar) => Number((bar as HTMLElement).style.getPropertyValue('--filled')));
    await expect.poll(() => filled('one-number')).toBe(1);
    expect(await filled('check')).toBe(0);
    // Long enough to be read, then on.
    await page.waitForTimeout(2300);
    await page.locator('#turned').evaluate((element) => element.scrollIntoView());
    await menuOf(page).locator('summary').click();
    const section = menuOf(page).getByRole('link', { name: 'What a kernel does' });
    await expect(section).toHaveAttribute('data-read', '');
    await expect(section).toHaveAccessibleName(/\(read\)/);
    await page.locator('.step.next').click();
    await expect(page).toHaveURL(/\/padding\/$/);
    await expect(menuOf(page).locator('summary')).toContainText('Valid, same, full');
  });

  test('ticks a chapter, and its stop on the map, when all of its sections are read', async ({ page }) => {
    await page.goto('./');
    const stop = page.locator('.map a.stop', { hasText: 'Valid, same, full' });
    const ids = ((await stop.getAttribute('data-sections')) ?? '').split(' ');
    await page.evaluate((read) => localStorage.setItem('read', read.slice(1).join(' ')), ids);
    await page.reload();
    await expect(stop).not.toHaveAttribute('data-read', '');
    await page.evaluate((read) => localStorage.setItem('read', read.join(' ')), ids);
    await page.reload();
    await expect(stop).toHaveAttribute('data-read', '');
    await menuOf(page).locator('summary').click();
    await expect(menuOf(page).locator('a', { hasText: 'Valid, same, full' })).toHaveAttribute(
      'data-read',
      '',
    );
  });

  test('its menu closes by Esc and by a choice; notes are folded @phone-only', async ({ page }) => {
    await page.goto(pageOf('convolution'));
    const summary = menuOf(page).locator('summary');
    await summary.tap();
    const link = menuOf(page).getByRole('link', { name: 'Glossary' });
    await expect(link).toBeVisible();
    await summary.press('Escape');
    await expect(link).toBeHidden();
    await expect(page.locator('details.note').first()).not.toHaveAttribute('open', '');
    await summary.tap();
    await link.tap();
    await expect(page.locator('h1#glossary')).toBeInViewport();
  });
});

test('a link to a late section lands on it, below the header', async ({ page }) => {
  for (const id of ['check', 'eq-conv-dw', 'kernels']) {
    await page.goto(`./convolution/#${id}`);
    await page.waitForTimeout(1200);
    const top = await page.locator(`#${id}`).evaluate((element) => element.getBoundingClientRect().top);
    expect(top, id).toBeGreaterThan(40);
    expect(top, id).toBeLessThan(200);
  }
});

test('no page scrolls sideways, from 320 to 1920 px', async ({ page }) => {
  for (const path of ['./', './glossary/', './references/', ...chapterSlugs().map((slug) => `./${slug}/`)]) {
    await page.goto(path);
    for (const width of [320, 390, 760, 1100, 1366, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
});
