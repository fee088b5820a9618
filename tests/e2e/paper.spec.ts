import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { chapterSlugs, DIST, pageOf } from '../../tools/site/built.ts';

test('a copied sentence has the TeX of its formulas, once, and keeps its paragraphs', async ({ page }) => {
  await page.goto(pageOf('convolution'));
  const copied = await page.evaluate(async () => {
    const [first, , last] = document.querySelectorAll('#sum > p');
    getSelection()?.setBaseAndExtent(first as Element, 0, last as Element, 1);
    document.execCommand('copy');
    return navigator.clipboard.readText();
  });
  expect(copied.split('$$y_{i,j}=b+')).toHaveLength(2);
  expect(copied.split('$i$')).toHaveLength(2);
  expect(copied).not.toMatch(/[\u0303\u200b]/);
  expect(copied).toMatch(/only add to this line\.\n/);
});

test('a page that was opened as a file says why nothing moves', async ({ page }) => {
  for (const [file, said] of [
    ['convolution/index.html', 'opened as a file'],
    ['zh/index.html', '本地文件'],
  ] as const) {
    await page.goto(pathToFileURL(path.resolve(DIST, file)).href);
    await expect(page.locator('.from-file')).toContainText(said);
    await expect(page.locator('.from-file')).toBeVisible();
    await expect(page.locator('h1')).toBeVisible();
  }
  await page.goto(pageOf('convolution'));
  await expect(page.locator('.from-file')).toBeHidden();
});

test('on paper: no controls, nothing that waits, no figure torn in two, every reply', async ({ page }) => {
  // A sheet of A4 between its margins, in CSS pixels.
  const [width, height] = [718, 1047];
  await page.setViewportSize({ width, height });
  await page.goto('./print/');
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate(() => {
    const visible = (selector: string): string[] =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .map((element) => element.outerHTML.slice(0, 100));
    return {
      controls: visible(
        'main :is(input, select, textarea, .frame-tools, .controls, .transport-row, [data-waiting=true])',
      ),
      closed: [...document.querySelectorAll('details.answer:not([open])')].length,
      replies: document.querySelectorAll('.answer-reply').length,
      torn: [...document.querySelectorAll('.scene-figure')].filter(
        (figure) => getComputedStyle(figure).breakInside !== 'avoid',
      ).length,
      tallest: Math.max(
        ...[...document.querySelectorAll('.scene-figure')].map(
          (figure) => figure.getBoundingClientRect().height,
        ),
      ),
    };
  });
  expect(seen.controls).toEqual([]);
  expect(seen.replies).toBeGreaterThan(40);
  expect(seen.closed).toBe(0);
  expect(seen.torn).toBe(0);
  expect(seen.tallest).toBeLessThan(height);
});

test('a chapter that is printed opens its notes and its replies, and closes them again', async ({ page }) => {
  await page.setViewportSize({ width: 700, height: 900 });
  await page.goto(pageOf('convolution'));
  const open = () => page.locator('details:is(.note, .answer)[open]').count();
  expect(await open()).toBe(0);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  // The sheet is narrower than the window, as it is when a browser prints.
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 700, height: 900 });
  await page.waitForTimeout(100);
  expect(await open()).toBe(await page.locator('details:is(.note, .answer)').count());
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.setViewportSize({ width: 690, height: 900 });
  expect(await page.locator('details.answer[open]').count()).toBe(0);
});

test('at a default font of 32 px nothing scrolls sideways on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of ['./', './glossary/', ...chapterSlugs().map((slug) => `./${slug}/`)]) {
    await page.goto(address);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '32px'));
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, address).toBeLessThanOrEqual(0);
  }
});
