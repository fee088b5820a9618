import { expect, test } from '@playwright/test';
import { openFigure, readFigure, setSlider, watchErrors } from './figure.ts';

const SCENE = 'dense-network';

test('the neurons of the drawing are reached, asked and pinned by keyboard', async ({ page }) => {
  const errors = watchErrors(page);
  const figure = await openFigure(page, `./#scene=${SCENE}&position=41`, SCENE);
  const unit = (name: string) => figure.getByRole('button', { name, exact: false });
  await unit('Input 0').focus();
  await expect(figure.locator('[data-unit][tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(unit('Hidden 1, neuron 1')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(unit('Hidden 1, neuron 1')).toHaveAttribute('aria-pressed', 'true');
  await expect(figure.locator('figcaption')).toContainText('row 1 of the matrix');
  // The grids show the same layer, and its sum is the one in the line.
  const { grids, arithmetic } = await readFigure(figure);
  const [w, x, b] = [grids['Weights']?.[1] ?? [], grids['Input']?.[0] ?? [], grids['Biases']?.[1]?.[0] ?? 0];
  const sum = w.reduce<number>((total, weight, i) => total + (weight ?? 0) * (x[i] ?? 0), b);
  expect(grids['Sums']?.[1]?.[0]).toBe(sum);
  expect(arithmetic[0]?.endsWith(`= ${String(sum).replace('-', '−')}`)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(unit('Hidden 1, neuron 1')).toHaveAttribute('aria-pressed', 'false');
  expect(errors).toEqual([]);
});

test('a line of the drawing pins its weight, and typing another one changes the sums', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}&position=41&pin=w_1,0,0`, SCENE);
  const before = (await readFigure(figure)).grids;
  const field = figure.getByRole('textbox', { name: 'Value of the pinned cell' });
  await field.fill('9');
  await field.press('Enter');
  const after = (await readFigure(figure)).grids;
  expect(after['Weights']?.[0]?.[0]).toBe(9);
  const change = (9 - (before['Weights']?.[0]?.[0] ?? 0)) * (before['Input']?.[0]?.[0] ?? 0);
  expect((after['Sums']?.[0]?.[0] ?? 0) - (before['Sums']?.[0]?.[0] ?? 0)).toBe(change);
});

test('shuffled inputs leave every sum as it was', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}&position=18`, SCENE);
  const before = (await readFigure(figure)).grids;
  await figure.getByRole('button', { name: 'Shuffle inputs' }).click();
  const after = (await readFigure(figure)).grids;
  expect(after['Input']).not.toEqual(before['Input']);
  expect(after['Weights']).not.toEqual(before['Weights']);
  expect(after['Sums']).toEqual(before['Sums']);
  expect(after['Hidden 1']).toEqual(before['Hidden 1']);
});

test('sizes can be dragged to their ends without moving what stands below', async ({ page }) => {
  const figure = await openFigure(page, './', SCENE);
  const top = async () => (await figure.locator('.transport').boundingBox())?.y;
  const from = await top();
  for (const [name, value] of [
    ['Inputs', 1],
    ['Neurons in hidden 1', 5],
    ['Outputs', 4],
    ['Hidden layers', 0],
    ['Inputs', 5],
  ] as const) {
    await setSlider(figure, name, value);
    expect(await top(), `${name} ${value}`).toBe(from);
  }
});
