import { expect, test } from '@playwright/test';
import { openFigure, readFigure, setSlider } from './figure.ts';

const SCENE = 'padding';

test('padding: a cell of the border is reached by keyboard, pinned, and names the cell that it copies', async ({
  page,
}) => {
  const figure = await openFigure(page, `./#scene=${SCENE}&mode=reflect`, SCENE);
  await figure.getByRole('grid', { name: 'Padded input' }).getByRole('gridcell').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(figure.locator('figcaption')).toContainText('copies the input cell in row 1, column 0');
  const padded = (await readFigure(figure)).grids['Padded input'];
  expect(padded?.[0]?.[1]).toBe(padded?.[2]?.[1]);
});

test('padding: the words set the sides, and a side set by hand leaves them', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}&kernel=4`, SCENE);
  const sides = async (): Promise<(number | undefined)[]> => {
    const { sliders } = await readFigure(figure);
    return [sliders['Padding before'], sliders['Padding after']];
  };
  expect(await sides()).toEqual([1, 2]);
  await figure.getByRole('radio', { name: 'full' }).check({ force: true });
  expect(await sides()).toEqual([3, 3]);
  await figure.getByRole('radio', { name: 'valid' }).check({ force: true });
  expect(await sides()).toEqual([0, 0]);
  await setSlider(figure, 'Padding after', 2);
  expect(await sides()).toEqual([0, 2]);
  await expect(figure.getByRole('radio', { name: 'by hand' })).toBeChecked();
});
