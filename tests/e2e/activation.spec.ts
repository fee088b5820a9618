import { expect, test } from '@playwright/test';
import { openFigure, readFigure, watchErrors } from './figure.ts';

test('the point follows the pointer along the curve, and the slider says where it is', async ({ page }) => {
  const errors = watchErrors(page);
  const figure = await openFigure(page, './#scene=activation', 'activation');
  const plot = figure.locator('.act-plot');
  await plot.scrollIntoViewIfNeeded();
  const box = await plot.boundingBox();
  if (!box) throw new Error('no plot');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height / 2);
  await page.mouse.up();
  const { sliders, arithmetic } = await readFigure(figure);
  expect(sliders['z']).toBeLessThan(-2);
  expect(arithmetic[0]).toBe(`max(0, −${Math.abs(sliders['z'] as number)}) = 0`);
  expect(errors).toEqual([]);
});

test('another function keeps the point and changes both curves', async ({ page }) => {
  const figure = await openFigure(page, './#scene=activation&z=0', 'activation');
  await figure.getByRole('radio', { name: 'sigmoid' }).check();
  const { arithmetic } = await readFigure(figure);
  expect(arithmetic.slice(0, 2)).toEqual(['1 / (1 + exp(0)) = 0.5', '0.5 × (1 − 0.5) = 0.25']);
});
