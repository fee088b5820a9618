import { expect, test } from '@playwright/test';
import { startServer } from '../../scripts/server/server.ts';
import { DIST, pageOf } from '../../tools/site/built.ts';
import { openFigure, watchErrors } from './figure.ts';

test('an old address leads on to the page where its place is now, with its whole hash', async ({ page }) => {
  for (const [from, to] of [
    ['./#stride', /\/stride\/#stride$/],
    ['./#kernels', /\/convolution\/#kernels$/],
    ['./#eq-conv-size', /\/stride\/#eq-conv-size$/],
    ['./zh/#fig-padding', /\/zh\/padding\/#fig-padding$/],
    ['./#term-stride', /\/glossary\/#term-stride$/],
    ['./zh/#ref-SK', /\/zh\/references\/#ref-SK$/],
    ['./#use-3-gradient', /\/convolution\/#use-3-gradient$/],
    // From a chapter, too: what was one page may be linked from anywhere.
    ['./why/#eq-conv-size', /\/stride\/#eq-conv-size$/],
    ['./zh/why/#scene=stride&stride=3', /\/zh\/stride\/#scene=stride&stride=3$/],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(from);
    await expect(page, from).toHaveURL(to);
    const { hash } = new URL(page.url());
    if (!hash.includes('=')) await expect(page.locator(`[id="${hash.slice(1)}"]`), from).toBeInViewport();
  }
  await page.goto('./#scene=convolution&stride=2&position=7');
  const figure = page.locator('.prose figure[data-scene=convolution]');
  await expect(figure).toHaveAttribute('data-ready', '');
  await expect(figure).toBeInViewport();
  await expect(figure.getByRole('slider', { name: 'Stride', exact: true })).toHaveValue('2');
});

test('the language switch keeps the chapter, the place and the state of the figure', async ({ page }) => {
  const figure = await openFigure(page, './');
  await figure.getByRole('radio', { name: 'Backward' }).check();
  await page.locator('#check').evaluate((section) => {
    scrollTo({ top: scrollY + section.getBoundingClientRect().top + 40, behavior: 'instant' });
  });
  await page.getByRole('link', { name: '中文' }).first().click();
  await expect(page).toHaveURL(/\/zh\/convolution\/#scene=convolution&/);
  await expect(page.locator('html')).toHaveAttribute('lang', /zh/);
  await expect(page.locator('#check')).toBeInViewport();
  const same = page.locator('figure[data-scene=convolution]');
  await same.scrollIntoViewIfNeeded();
  await expect(same.getByRole('radio', { name: '反向' })).toBeChecked();
  // Without a figure that was touched, the section alone.
  await page.goto('./pixels/#px-channels');
  await expect(page.locator('#px-channels > h2')).toBeInViewport();
  await page.getByRole('link', { name: '中文' }).first().click();
  await expect(page).toHaveURL(/\/zh\/pixels\/#px-channels$/);
});

test('the site works from a sub-path of a host', async ({ page }) => {
  const server = await startServer({ root: DIST, port: 0, base: '/some/path/' });
  const errors = watchErrors(page);
  await page.goto(`${server.url}zh/#scene=stride&stride=3`);
  await expect(page).toHaveURL(`${server.url}zh/stride/#scene=stride&stride=3`);
  await expect(page.locator('figure[data-scene=stride][data-ready]')).toBeInViewport();
  await page.getByRole('link', { name: 'EN' }).click();
  await expect(page).toHaveURL(/\/some\/path\/stride\/#scene=stride/);
  expect(errors.filter((error) => !error.startsWith('failed:'))).toEqual([]);
  await server.close();
});

test('a link to an unknown figure, and one that is too long, say so', async ({ page }) => {
  await page.goto('./stride/#scene=nothing&stride=2');
  const notice = page.locator('body > .notice');
  await expect(notice).toContainText('not on this page');
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toBeHidden();
  await page.goto(pageOf('convolution', 'zh'));
  await page.evaluate(() => {
    location.hash = `scene=convolution&x=${'1,'.repeat(11_000)}`;
  });
  await expect(notice).toContainText('太长');
});

test('after a link with an impossible value the figure goes on, whatever link follows', async ({ page }) => {
  const errors = watchErrors(page);
  const figure = await openFigure(page, './#scene=stride&input=9999', 'stride');
  await expect(figure.locator('.frame-notice')).toContainText('Input size');
  await page.evaluate(() => {
    location.hash = 'stride';
  });
  await expect(figure.locator('.frame-notice')).toHaveCount(1);
  await page.evaluate(() => {
    location.hash = 'scene=stride&stride=3';
  });
  await expect(figure.locator('.frame-notice')).toHaveCount(0);
  await expect(figure.getByRole('slider', { name: 'Stride', exact: true })).toHaveValue('3');
  expect(errors).toEqual([]);
});
