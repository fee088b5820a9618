import { expect, test } from '@playwright/test';
import { openFigure, readFigure, setSlider, watchErrors } from './figure.ts';

const SCENE = 'receptive-field';

test('the units are walked by keys and pinned', async ({ page }) => {
  const errors = watchErrors(page);
  const figure = await openFigure(page, `./#scene=${SCENE}`, SCENE);
  const caption = figure.locator('figcaption');
  await figure.locator('[data-tensor="paths"] [data-row="3"][data-col="4"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(caption).toContainText('Unit 5 of layer 3 sees 7 × 7 pixels (5 to 11)');
  await page.keyboard.press('Escape');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(caption).toContainText('Pixel 8 reaches 7 of the 9 units');
  expect(errors).toEqual([]);
});

test('VGG-16 comes to 212, and a layer can be added to a small stack', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}`, SCENE);
  await figure.getByRole('combobox', { name: 'Stack' }).selectOption('vgg');
  await expect(figure.getByRole('slider', { name: 'Stride', exact: true })).toBeDisabled();
  await setSlider(figure, 'Position', 18);
  expect((await readFigure(figure)).arithmetic).toEqual(['196 + (2 − 1) × 16 = 212', '16 × 2 = 32']);
  await figure.getByRole('combobox', { name: 'Stack' }).selectOption('three');
  await figure.getByRole('button', { name: 'Add a layer' }).click();
  await setSlider(figure, 'Position', 4);
  const { arithmetic } = await readFigure(figure);
  expect(arithmetic).toEqual(['7 + (3 − 1) × 1 = 9', '1 × 1 = 1']);
});

test('a slider of one layer changes the numbers of paths', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}&layer=2`, SCENE);
  await setSlider(figure, 'Stride', 2);
  const { grids } = await readFigure(figure);
  const [, units] = Object.entries(grids).find(([name]) => name.startsWith('Units')) ?? [];
  expect(units?.[0]?.filter(Boolean)).toEqual([1, 2, 4, 4, 5, 4, 4, 2, 1]);
});
