import { expect, test } from '@playwright/test';
import { openFigure, readFigure, setSlider, watchErrors } from './figure.ts';

const SCENE = 'equivariance';

test('dragging the shifted input moves it, and pins nothing', async ({ page }) => {
  const errors = watchErrors(page);
  const figure = await openFigure(page, `./#scene=${SCENE}&down=0&right=0`, SCENE);
  const grid = figure.getByRole('grid', { name: /^Shifted input/ });
  await grid.scrollIntoViewIfNeeded();
  const box = await grid.boundingBox();
  if (!box) throw new Error('the grid has no box');
  const [x, y, cell] = [box.x + box.width / 2, box.y + box.height / 2, box.width / 6];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + cell, y + cell / 2, { steps: 4 });
  await expect(figure.locator('.dimension').first()).toBeVisible();
  await page.mouse.move(x + 2 * cell, y + cell, { steps: 4 });
  await page.mouse.up();
  await expect(figure.locator('.dimension')).toHaveCount(0);
  const { sliders, grids } = await readFigure(figure);
  expect([sliders['Shift down'], sliders['Shift right']]).toEqual([1, 2]);
  await expect(figure.getByRole('button', { name: 'unpin' })).toHaveCount(0);
  const named = (start: string) => Object.entries(grids).find(([name]) => name.startsWith(start))?.[1];
  expect(named('Shifted input')?.[3]?.[4]).toBe(named('Input')?.[2]?.[2]);
  expect(errors).toEqual([]);
});

test('a slider held shows both routes whole; on a picture that goes round nothing differs', async ({
  page,
}) => {
  const figure = await openFigure(page, `./#scene=${SCENE}&border=circular&position=0`, SCENE);
  const cells = figure.locator('[data-tensor="mismatch"] [role="gridcell"][data-value]');
  await expect(cells).toHaveCount(0);
  await figure.getByRole('slider', { name: 'Shift right', exact: true }).dispatchEvent('pointerdown');
  await setSlider(figure, 'Shift right', 3);
  await expect(cells).toHaveCount(36);
  for (const value of await cells.evaluateAll((all) => all.map((one) => one.getAttribute('data-value'))))
    expect(value).toBe('0');
  await page.evaluate(() => dispatchEvent(new PointerEvent('pointerup')));
  await expect(cells).toHaveCount(0);
  await setSlider(figure, 'Position', 4);
  await expect(figure.locator('[data-tensor="shiftedy"] [role="gridcell"][data-value]')).toHaveCount(36);
});
