import { expect, test } from '@playwright/test';
import { openFigure, readFigure, setSlider, watchErrors } from './figure.ts';

type Plane = readonly (readonly (number | null)[])[];
const times = (matrix: Plane, vector: readonly number[]): number[] =>
  matrix.map((row) => row.reduce<number>((sum, value, i) => sum + (value ?? 0) * (vector[i] as number), 0));
const flat = (plane: Plane | undefined): number[] => (plane ?? []).flat().map((value) => value ?? Number.NaN);

test('the matrix on the page, times the vector on the page, gives the output; transposed, the gradient', async ({
  page,
}) => {
  const errors = watchErrors(page);
  const figure = await openFigure(page, './#scene=conv-matrix&position=36', 'conv-matrix');
  const forward = (await readFigure(figure)).grids;
  expect(times(forward['Matrix'] ?? [], flat(forward['Input']))).toEqual(flat(forward['Output']));
  await figure.getByRole('button', { name: /^Transpose/ }).click();
  await figure.getByRole('slider', { name: 'Position' }).press('End');
  const { grids } = await readFigure(figure);
  expect(times(grids['Matrix, transposed'] ?? [], flat(grids['Gradient of output']))).toEqual(
    flat(grids['Gradient of input']),
  );
  expect(errors).toEqual([]);
});

test('a weight of the matrix can be pinned with the keyboard, and answers with all its places', async ({
  page,
}) => {
  const figure = await openFigure(page, './', 'conv-matrix');
  const matrix = figure.getByRole('grid', { name: 'Matrix', exact: true });
  await matrix.locator('[tabindex="0"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(figure.locator('figcaption')).toContainText('stands on diagonals, 4 times');
  await page.keyboard.press('Escape');
  await expect(figure.locator('figcaption')).not.toContainText('diagonals');
});

test('patches are a second view: the windows as columns, and the kernel beside them', async ({ page }) => {
  const figure = await openFigure(page, './#scene=conv-matrix&position=36', 'conv-matrix');
  await figure.getByRole('radio', { name: 'Patches' }).check({ force: true });
  await expect(figure.getByRole('grid', { name: 'Matrix', exact: true })).toHaveCount(0);
  const { grids } = await readFigure(figure);
  const [kernel, columns] = [flat(grids['Kernel as a vector']), grids['Patches as columns'] ?? []];
  const sums = (columns[0] ?? []).map((_, o) =>
    kernel.reduce((sum, weight, t) => sum + weight * (columns[t]?.[o] ?? Number.NaN), 0),
  );
  expect(sums).toEqual(flat(grids['Output']));
});

test('the three stops of the connections lose numbers, and a shared weight lights all its edges', async ({
  page,
}) => {
  const figure = await openFigure(page, './', 'weight-sharing');
  for (const [stop, left] of [
    ['Dense', '28'],
    ['Local', '16'],
    ['Shared', '4'],
  ] as const) {
    await figure.getByRole('radio', { name: stop, exact: true }).check({ force: true });
    await expect(figure.locator('.sharing-left')).toHaveText(left);
  }
  const shared = figure.locator('[data-tensor="shared"]');
  await shared.getByRole('gridcell').nth(1).click();
  await expect(figure.locator('.network-line.is-source')).toHaveCount(4);
  await expect(figure.locator('figcaption')).toContainText('works on 4 edges');
});

test('the counts of a larger layer follow the sliders, on the stage itself', async ({ page }) => {
  const figure = await openFigure(page, './', 'weight-sharing');
  const counts = figure.locator('.sharing-larger');
  await expect(counts).toContainText('14,455,392');
  await setSlider(figure, 'Kernel size', 3);
  await expect(counts).toContainText('32 × 32 × 3 → 30 × 30 × 6');
  await expect(counts).toContainText('Shared 168');
});
