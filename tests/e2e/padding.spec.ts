import { expect, test } from '@playwright/test';
import { openFigure, readFigure, setSlider } from './figure.ts';

const SCENE = 'padding';

test('padding: a cell of the border is reached by keyboard, pinned, and names the cell that it copies', async ({
  page,
}) => {
  const figure = await openFigure(page, `./#scene=${SCENE}&mode=reflect`, SCENE);
  const grid = figure.getByRole('grid', { name: 'Padded input' });
  await grid.getByRole('gridcell').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(figure.locator('figcaption')).toContainText('copies the input cell in row 1, column 0');
  await expect(figure.locator('.pin-bar')).toContainText('x̃₀,₁');
  const padded = (await readFigure(figure)).grids['Padded input'];
  expect(padded?.[0]?.[1]).toBe(padded?.[2]?.[1]);
  await page.keyboard.press('Escape');
  await expect(figure.locator('.pin-bar')).not.toContainText('x̃₀,₁');
});

test('padding: the words set the sides, and a side set by hand leaves them', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}&kernel=4`, SCENE);
  const sides = async (): Promise<(number | undefined)[]> => {
    const { sliders } = await readFigure(figure);
    return [sliders['Padding before'], sliders['Padding after']];
  };
  expect(await sides()).toEqual([1, 2]);
  await expect(figure).toContainText('the odd one goes after');
  await figure.getByRole('radio', { name: 'full' }).check({ force: true });
  expect(await sides()).toEqual([3, 3]);
  await figure.getByRole('radio', { name: 'valid' }).check({ force: true });
  expect(await sides()).toEqual([0, 0]);
  await setSlider(figure, 'Padding after', 2);
  expect(await sides()).toEqual([0, 2]);
  await expect(figure.getByRole('radio', { name: 'by hand' })).toBeChecked();
});

test('padding: every window adds 1 to the pixels that it reads', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}&fit=valid`, SCENE);
  await setSlider(figure, 'Position', 25);
  const uses = (await readFigure(figure)).grids['Uses'] ?? [];
  expect(uses[0]).toEqual([1, 2, 3, 3, 3, 2, 1]);
  expect(uses[3]?.[3]).toBe(9);
  // 25 windows of 9 cells, all inside.
  expect(uses.flat().reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBe(225);
});
