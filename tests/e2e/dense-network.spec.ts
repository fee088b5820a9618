import { expect, test } from '@playwright/test';
import { openFigure, readFigure, setSlider, watchErrors } from './figure.ts';

const SCENE = 'dense-network';

type Numbers = Awaited<ReturnType<typeof readFigure>>['grids'];
/** The grid whose name begins so: a letter may follow the name. */
const gridOf = (grids: Numbers, name: string) =>
  Object.entries(grids).find(([title]) => title.startsWith(name))?.[1] ?? [];

test('dense-network: a neuron is reached, asked and pinned by keyboard, and its row makes its sum', async ({
  page,
}) => {
  const errors = watchErrors(page);
  const figure = await openFigure(page, `./#scene=${SCENE}&position=41`, SCENE);
  const hidden = figure.getByRole('grid', { name: 'Hidden 1' });
  await hidden.locator('[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(figure.locator('figcaption')).toContainText('its weights are row 1');
  const { grids, arithmetic } = await readFigure(figure);
  const [w, x] = [gridOf(grids, 'Weights')[1] ?? [], gridOf(grids, 'Input')[0] ?? []];
  const bias = gridOf(grids, 'Biases')[1]?.[0] ?? 0;
  const sum = w.reduce<number>((total, weight, i) => total + (weight ?? 0) * (x[i] ?? 0), bias);
  expect(gridOf(grids, 'Sums')[1]?.[0]).toBe(sum);
  expect(arithmetic[0]?.endsWith(`= ${String(sum).replace('-', '−')}`)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(figure.locator('.outline-pin')).toHaveCount(0);
  expect(errors).toEqual([]);
});

test('dense-network: the inputs stand one below the other, and the arrows follow', async ({ page }) => {
  const figure = await openFigure(page, './', SCENE);
  const input = figure.getByRole('grid', { name: 'Input' });
  await input.locator('[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect(input.locator('[data-col="1"]')).toBeFocused();
  const [first, second] = [input.locator('[data-col="0"]'), input.locator('[data-col="1"]')];
  const [a, b] = [await first.boundingBox(), await second.boundingBox()];
  expect(b?.y ?? 0).toBeGreaterThan((a?.y ?? 0) + (a?.height ?? 0));
});

test('dense-network: shuffled inputs leave every sum as it was', async ({ page }) => {
  const read = async (shuffle: number) =>
    (await readFigure(await openFigure(page, `./#scene=${SCENE}&position=18&shuffle=${shuffle}`, SCENE)))
      .grids;
  const before = await read(0);
  const after = await read(1);
  expect(gridOf(after, 'Input')).not.toEqual(gridOf(before, 'Input'));
  expect(gridOf(after, 'Weights')).not.toEqual(gridOf(before, 'Weights'));
  expect(gridOf(after, 'Sums')).toEqual(gridOf(before, 'Sums'));
  expect(gridOf(after, 'Hidden 1')).toEqual(gridOf(before, 'Hidden 1'));
});

test('dense-network: sizes are dragged to their ends, and a line is pressed for its weight', async ({
  page,
}) => {
  const figure = await openFigure(page, './', SCENE);
  for (const [name, value] of [
    ['Hidden layers', 0],
    ['Inputs', 1],
    ['Outputs', 4],
  ] as const)
    await setSlider(figure, name, value);
  await expect(figure.locator('.network-lines .network-line')).toHaveCount(4);
  await figure.locator('.network-reach').first().click({ force: true });
  await expect(figure.locator('figcaption')).toContainText('is one line only');
});
