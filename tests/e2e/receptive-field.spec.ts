import { expect, test } from '@playwright/test';
import { openFigure, readFigure, watchErrors } from './figure.ts';

const SCENE = 'receptive-field';

test('the units are walked by keys and pinned', async ({ page }) => {
  const errors = watchErrors(page);
  const figure = await openFigure(page, `./#scene=${SCENE}`, SCENE);
  await figure.locator('.rf-unit[data-row="3"][data-col="4"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(figure.locator('figcaption')).toContainText(
    'Unit 5 of layer 3 sees 7 × 7 pixels: rows and columns 5 to 11',
  );
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(figure.locator('figcaption')).toContainText('pixel 8');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(figure.getByRole('button', { name: 'Unpin' })).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('VGG-16 comes to 196 and 212, and a layer can be added to a small stack', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}`, SCENE);
  await figure.getByLabel('Stack').selectOption('vgg');
  const { arithmetic } = await readFigure(figure);
  expect(arithmetic).toContain('164 + (3 − 1) × 16 = 196');
  expect(arithmetic).toContain('196 + (2 − 1) × 16 = 212');
  expect(arithmetic).toContain('16 × 2 = 32');
  await figure.getByLabel('Stack').selectOption('three');
  await figure.getByRole('button', { name: 'Add a layer' }).click();
  const { arithmetic: four, grids } = await readFigure(figure);
  expect(four).toContain('7 + (3 − 1) × 1 = 9');
  expect(grids['Units']?.[0]?.filter(Boolean)).toEqual([1, 4, 10, 16, 19, 16, 10, 4, 1]);
});
