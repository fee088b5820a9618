import { expect, test } from '@playwright/test';
import { evaluateLine, openFigure, readFigure, watchErrors } from './figure.ts';

test('a tile of the gallery shows its filter large', async ({ page }) => {
  const errors = watchErrors(page);
  const figure = await openFigure(page, './#scene=conv-layer', 'conv-layer');
  const before = await readFigure(figure);
  await figure.getByRole('button', { name: 'Filter 6, W' }).click();
  const after = await readFigure(figure);
  expect(after.grids['Kernel']).not.toEqual(before.grids['Kernel']);
  expect(after.grids['Slice']).toEqual(before.grids['Slice']);
  expect(errors).toEqual([]);
});

test('a number pinned in the close-up is worked out, and the link keeps it', async ({ page }) => {
  const figure = await openFigure(page, './#scene=conv-layer&pin=pre_3,20,15', 'conv-layer');
  const { grids, arithmetic } = await readFigure(figure);
  const sums = grids['Sums, close up'] as number[][];
  await expect(figure.locator('.pin-bar')).toContainText('z₃,₂₀,₁₅');
  expect(evaluateLine(arithmetic[0] ?? '').right).toBeCloseTo(sums[2]?.[2] ?? 0, 3);
});
