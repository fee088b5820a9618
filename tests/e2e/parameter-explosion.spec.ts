import { expect, type Locator, test } from '@playwright/test';
import { evaluateLine, openFigure, readFigure, setSlider, watchErrors } from './figure.ts';

const SCENE = 'parameter-explosion';

const lineOf = async (figure: Locator) => evaluateLine((await readFigure(figure)).arithmetic[0] ?? '');

test('each bar answers with its line, by mouse and by keyboard', async ({ page }) => {
  const errors = watchErrors(page);
  const figure = await openFigure(page, './', SCENE);
  for (const [size, inputs] of [
    [0, 784],
    [5, 36e6],
  ] as const) {
    await setSlider(figure, 'Size of the photo', size);
    for (const neurons of [1, 4096]) {
      await setSlider(figure, 'Neurons', neurons);
      const bar = figure.locator('[data-tensor="dense"] [role="gridcell"]');
      await page.mouse.move(1, 1);
      await bar.hover();
      expect(await lineOf(figure)).toEqual({
        left: inputs * neurons + neurons,
        right: inputs * neurons + neurons,
        exact: true,
      });
    }
  }
  const conv = figure.locator('[data-tensor="conv"] [role="gridcell"]');
  await conv.focus();
  await page.keyboard.press('Enter');
  await expect(figure.locator('.frame-pin')).toContainText('Convolution');
  expect((await lineOf(figure)).right).toBe(Number(await conv.getAttribute('data-value')));
  await page.keyboard.press('Escape');
  await expect(conv).not.toHaveAttribute('aria-selected');
  expect(errors).toEqual([]);
});

test('neurons are typed as well as slid', async ({ page }) => {
  const figure = await openFigure(page, './', SCENE);
  const field = figure.getByRole('textbox', { name: 'Neurons as a number' });
  for (const [typed, taken] of [
    ['2,500', 2500],
    ['1,5', 2500],
    ['9000', 4096],
  ] as const) {
    await field.fill(typed);
    await field.press('Enter');
    expect((await readFigure(figure)).sliders['Neurons'], typed).toBe(taken);
  }
});

test('the shrunk photo replaces the photo, which shows the block behind a pixel', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}&budget=5`, SCENE);
  await expect(figure.getByRole('grid', { name: 'Shrunk photo' })).toHaveCount(0);
  await figure.getByRole('switch', { name: 'Shrink the photo' }).check();
  const grid = figure.getByRole('grid', { name: 'Shrunk photo' });
  const [rows, cols] = await grid.evaluate((node) => [
    Number(node.getAttribute('aria-rowcount')),
    Number(node.getAttribute('aria-colcount')),
  ]);
  expect((rows ?? 0) * (cols ?? 0)).toBeLessThanOrEqual(50);
  await grid.getByRole('gridcell').focus();
  await page.keyboard.press('Enter');
  await expect(figure.locator('figcaption')).toContainText('Row 0, column 0');
  await expect(figure.locator('.cost-frame rect')).toHaveCount(2);
  const { left, right } = await lineOf(figure);
  expect(left).toBeCloseTo(right, 2);
});

test('it goes on after a translator has replaced every text', async ({ page }) => {
  const errors = watchErrors(page);
  const figure = await openFigure(page, './', SCENE);
  const translate = () =>
    figure.evaluate((root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        const font = document.createElement('font');
        font.append(text.data);
        text.replaceWith(font);
      }
    });
  const total = Number(await figure.getByRole('slider', { name: 'Position' }).getAttribute('max'));
  await translate();
  for (const position of [total, 0, 5, total]) {
    await setSlider(figure, 'Position', position);
    await expect(figure.getByRole('slider', { name: 'Position' })).toHaveValue(String(position));
    await translate();
  }
  await setSlider(figure, 'Position', 2);
  await expect(figure.locator('[data-arithmetic]')).toHaveText('12000000 × 3 = 36000000');
  await expect(figure.locator('figcaption')).toContainText('36 million');
  await figure.getByRole('switch', { name: 'Shrink the photo' }).check();
  await expect(figure.getByRole('grid', { name: 'Shrunk photo' })).toBeVisible();
  expect(errors).toEqual([]);
});

test.describe('offline', () => {
  // A service worker would answer from its store.
  test.use({ serviceWorkers: 'block' });

  test('without the photograph the count still stands', async ({ page }) => {
    await page.route('**/photos/boats.jpg', (route) => route.abort());
    const figure = await openFigure(page, './', SCENE);
    await expect(figure.locator('.cost-state')).toContainText('no photo could be fetched');
    expect((await readFigure(figure)).arithmetic.length).toBe(1);
  });
});
