import { expect, type Locator, test } from '@playwright/test';
import { openFigure, readFigure, watchErrors } from './figure.ts';

const enter = async (field: Locator, text: string): Promise<void> => {
  await field.fill(text);
  await field.press('Enter');
};

test('thousands are read or refused, and what was read is said', async ({ page }) => {
  const figure = await openFigure(page, './#scene=parameter-explosion', 'parameter-explosion');
  const field = figure.getByRole('textbox', { name: 'Neurons as a number' });
  await enter(field, '1,000');
  await expect(field).toHaveValue('1000');
  await expect(figure.getByText('“1,000” was read as 1000.')).toBeVisible();
  await enter(field, '２，５００');
  await expect(field).toHaveValue('2500');
  await enter(field, '1e3');
  await expect(field).toHaveValue('1000');
  await enter(field, '2,5');
  await expect(figure.getByText('“2,5” was not taken: the decimal mark here is a point')).toBeVisible();
  await expect(field).toHaveValue('1000');
});

test('a cell takes its own text back, and all that the page prints', async ({ page }) => {
  const errors = watchErrors(page);
  const figure = await openFigure(page, './#scene=convolution&preset=own&w=1e-9,0,0,0,0,0,0,0,0');
  const first = async (): Promise<unknown> => (await readFigure(figure)).grids['Kernel']?.[0]?.[0];
  const cell = figure.getByRole('grid', { name: 'Kernel', exact: true }).getByRole('gridcell').first();
  await cell.focus();
  await page.keyboard.press('F2');
  const field = figure.locator('.cell-editor input');
  await expect(field).toHaveValue('1e−9');
  await page.keyboard.press('Enter');
  await expect(field).toHaveCount(0);
  expect(await first()).toBe(1e-9);
  for (const [text, value] of [
    ['1.00e−5', 1e-5],
    ['–3', -3],
    ['ー2', -2],
    ['1。5', 1.5],
    ['(−4)', -4],
  ] as const) {
    await cell.focus();
    await page.keyboard.press('F2');
    await enter(field, text);
    await expect(field).toHaveCount(0);
    expect(await first()).toBe(value);
  }
  expect(errors).toEqual([]);
});

test('what a cell cannot take is said: it stays in the field, or another number is named', async ({
  page,
}) => {
  const figure = await openFigure(page, './', 'pixel-tensor');
  const cell = figure.getByRole('gridcell', { name: /^Red row 0, column 0/ });
  const field = figure.locator('.cell-editor input');
  await cell.focus();
  await page.keyboard.press('F2');
  await enter(field, '1,5');
  await expect(figure.getByRole('alert')).toContainText('a comma only separates thousands');
  // Leaving it loses nothing either.
  await field.blur();
  await expect(field).toHaveValue('1,5');
  await enter(field, '300');
  await expect(figure.getByText('“300” does not fit here: 255 was taken.')).toBeVisible();
  await expect(cell).toHaveAttribute('data-value', '255');
  // The same in the field of the pinned cell, also when the number stays the one it was.
  const bar = figure.getByRole('textbox', { name: 'Value of the pinned cell' });
  await enter(bar, '400');
  await expect(figure.getByText('“400” does not fit here: 255 was taken.')).toBeVisible();
  await expect(bar).toHaveValue('255');
  await enter(bar, '12.5.1');
  await expect(figure.getByRole('alert')).toContainText(
    'a number has one decimal point. The old value stays.',
  );
});
