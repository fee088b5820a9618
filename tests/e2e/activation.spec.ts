import { expect, test } from '@playwright/test';
import { openFigure, readFigure, setSlider, watchErrors } from './figure.ts';

const SCENE = 'activation';

test('the point follows the pointer along the curve, and the slider says where it is', async ({ page }) => {
  const errors = watchErrors(page);
  const figure = await openFigure(page, `./#scene=${SCENE}`, SCENE);
  const plot = figure.locator('.plot-drag');
  await plot.scrollIntoViewIfNeeded();
  const box = await plot.boundingBox();
  if (!box) throw new Error('no plot');
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.6);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.6, { steps: 3 });
  await expect(figure.locator('.dimension > text')).toHaveText('−3');
  await page.mouse.up();
  await expect(figure.locator('.dimension')).toHaveCount(0);
  const { sliders, arithmetic } = await readFigure(figure);
  expect(sliders['z']).toBe(-3);
  expect(arithmetic).toEqual(['max(0, −3) = 0', '0 / (−3) = 0']);
  expect(errors).toEqual([]);
});

test('another function keeps the point and changes both curves', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}&z=0`, SCENE);
  await figure.getByRole('radio', { name: 'sigmoid' }).check();
  const { arithmetic, sliders } = await readFigure(figure);
  expect(arithmetic).toEqual(['1 / (1 + exp(0)) = 0.5', '0.5 × (1 − 0.5) = 0.25']);
  expect(sliders['z']).toBe(0);
  await expect(figure.getByRole('slider', { name: 'α', exact: true })).toBeDisabled();
});

test('gradients are on the stage only on the way back, and a bias of −3 cuts them all', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}`, SCENE);
  const names = async (): Promise<string[]> => Object.keys((await readFigure(figure)).grids);
  expect((await names()).join()).not.toContain('Gradient');
  await figure.getByRole('radio', { name: 'Backward' }).check();
  expect((await names()).join()).toContain('Gradient of sums');
  await setSlider(figure, 'Position', 50);
  await setSlider(figure, 'Bias', -3);
  const { grids } = await readFigure(figure);
  const [, gradients] = Object.entries(grids).find(([name]) => name.startsWith('Gradient of sums')) ?? [];
  expect(new Set(gradients?.flat())).toEqual(new Set([0]));
});
