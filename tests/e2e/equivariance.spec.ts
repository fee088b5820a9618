import { expect, test } from '@playwright/test';
import { openFigure, readFigure, watchErrors } from './figure.ts';

const SCENE = 'equivariance';

test('dragging the shifted input moves it, and pins nothing', async ({ page }) => {
  const errors = watchErrors(page);
  const figure = await openFigure(page, `./#scene=${SCENE}&down=0&right=0`, SCENE);
  const grid = figure.getByRole('grid', { name: 'Shifted input', exact: true });
  await grid.scrollIntoViewIfNeeded();
  const box = await grid.boundingBox();
  if (!box) throw new Error('the grid has no box');
  const [x, y, cell] = [box.x + box.width / 2, box.y + box.height / 2, box.width / 6];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + cell, y + cell / 2, { steps: 4 });
  await page.mouse.move(x + 2 * cell, y + cell, { steps: 4 });
  await page.mouse.up();
  const { sliders, grids } = await readFigure(figure);
  expect(sliders['Shift right']).toBe(2);
  expect(sliders['Shift down']).toBe(1);
  await expect(figure.getByRole('button', { name: 'Unpin' })).toHaveCount(0);
  const [x0, moved] = [grids['Input'], grids['Shifted input']];
  expect(moved?.[3]?.[4]).toBe(x0?.[2]?.[2]);
  expect(errors).toEqual([]);
});

test('arrow keys on the handle move the picture; on a circular picture nothing differs', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}&border=circular`, SCENE);
  await figure.getByRole('button', { name: /^Shift: 1 down, 2 right/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  const { sliders, grids } = await readFigure(figure);
  expect([sliders['Shift down'], sliders['Shift right']]).toEqual([-1, 3]);
  expect(grids['Difference']?.flat()).toEqual(Array(36).fill(0));
  expect(grids['Output of shifted input']).toEqual(grids['Shifted output']);
});
