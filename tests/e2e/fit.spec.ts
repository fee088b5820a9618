import { expect, type Locator, type Page, test } from '@playwright/test';
import { FIGURES } from '../../tools/figures.ts';
import { chapterSlugs } from '../../tools/site/built.ts';
import { openFigure, sliderNames } from './figure.ts';

/* What a reader moves and what it moves are on the screen together. */

const LAPTOP = { width: 1366, height: 768 };
/** With its stage, equation, transport and all controls. */
const TALLEST = 620;
/** Of a cell on a phone; a grid of many is painted, and may have smaller ones. */
const LEAST_CELL = 6;
/** The share of the first grid that a slider changes which has to be on the screen. */
const SEEN = 0.6;

for (const scene of FIGURES) {
  test(`${scene}: fits a laptop's window in both languages`, async ({ page }) => {
    await page.setViewportSize(LAPTOP);
    for (const path of ['./', './zh/']) {
      const figure = await openFigure(page, path, scene);
      const height = await figure.evaluate((element) => element.getBoundingClientRect().height);
      expect(height, path).toBeLessThanOrEqual(TALLEST);
    }
  });

  test(`${scene}: whichever slider is moved, what it changes is on a phone's screen @phone-only`, async ({
    page,
  }) => {
    const figure = await openFigure(page, './', scene);
    for (const cell of await figure.locator('.cell[role=gridcell]:visible').all())
      expect((await cell.boundingBox())?.width ?? 0).toBeGreaterThanOrEqual(LEAST_CELL);
    for (const name of await sliderNames(figure)) {
      const { changed, seen } = await moveAndLook(page, figure, name);
      if (changed) expect(seen, `${name} changes ${changed}`).toBeGreaterThanOrEqual(SEEN);
    }
  });
}

/** Opens a slider on a phone, moves it by a step, and looks how much of the first grid that it changed is in view. */
async function moveAndLook(
  page: Page,
  figure: Locator,
  name: string,
): Promise<{ changed: string | null; seen: number }> {
  const chip = figure.getByRole('tab').filter({ hasText: name }).first();
  if ((await chip.count()) > 0) await chip.click();
  const slider = figure.getByRole('slider', { name, exact: true });
  await slider.scrollIntoViewIfNeeded();
  await page.waitForTimeout(50);
  const before = await figure.evaluate(gridsOf);
  const value = Number(await slider.inputValue());
  await slider.press(value < Number(await slider.getAttribute('max')) ? 'ArrowRight' : 'ArrowLeft');
  await page.waitForTimeout(80);
  const after = await figure.evaluate(gridsOf);
  const first = after.find(({ name: grid, face }) => before.find((old) => old.name === grid)?.face !== face);
  // What it was before goes back, so that each slider is tried from the same state.
  await figure.evaluate(() => history.replaceState(null, '', location.pathname));
  return { changed: first?.name ?? null, seen: first?.seen ?? 1 };
}

/** Every grid of a figure: its name, what it shows, and the share of it that lies on the screen. */
function gridsOf(root: Element): { name: string; face: string; seen: number }[] {
  const header = document.querySelector('.page-header')?.getBoundingClientRect().bottom ?? 0;
  return [...root.querySelectorAll('[role=grid]')].map((grid) => {
    const label = grid.getAttribute('aria-labelledby');
    const { top, bottom, height } = grid.getBoundingClientRect();
    const shown = Math.min(bottom, innerHeight) - Math.max(top, header);
    return {
      name: (label && document.getElementById(label)?.textContent) || grid.getAttribute('aria-label') || '',
      face: [...grid.querySelectorAll<SVGElement>('[role=gridcell]')]
        .map(({ dataset }) => dataset['value'])
        .join(),
      seen: height > 0 ? Math.max(0, shown) / height : 0,
    };
  });
}

test('no page is wider than its window', async ({ page }) => {
  test.setTimeout(120_000);
  for (const slug of ['', 'glossary/', ...chapterSlugs().map((name) => `${name}/`)]) {
    await page.goto(`./${slug}`);
    for (const width of [320, 390, 768, 1024, 1366, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, `/${slug} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
});
