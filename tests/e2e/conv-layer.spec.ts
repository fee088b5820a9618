import { expect, test } from '@playwright/test';
import { evaluateLine, openFigure, readFigure, watchErrors } from './figure.ts';

const SCENE = 'conv-layer';

test('conv-layer: the corner of the chapter, from two maps; a tile that is pressed shows its products', async ({
  page,
}) => {
  const errors = watchErrors(page);
  const figure = await openFigure(page, `./#scene=${SCENE}&kernels=corner&padding=0&row=1&col=1`, SCENE);
  const numbers = (tensor: string): Promise<(string | null)[]> =>
    figure
      .locator(`[data-tensor="${tensor}"] [role=gridcell]`)
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-value')));
  expect(await numbers('pre')).toEqual(['-1', '-1', '-1', '1']);
  expect(await numbers('act')).toEqual(['0', '0', '0', '1']);
  expect(await numbers('patch')).toEqual(['0', '0', '1', '0', '0', '1', '0', '0']);
  // The shares of the two maps, and the bias.
  expect((await readFigure(figure)).arithmetic[0]).toBe('1 + 1 + (−1) = 1');
  await figure.locator('[data-tensor="s"] [role=gridcell][data-plane="1"]').click();
  await expect(figure.locator('figcaption')).toContainText('Input map 1 brings 1');
  expect((await readFigure(figure)).arithmetic[0]).toBe('0 × 0 + 1 × 1 + 0 × 0 + 0 × 0 = 1');
  expect(errors).toEqual([]);
});

test('conv-layer: a number of another map is taken apart, and the link keeps it', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}&pin=pre,5,20,15`, SCENE);
  await expect(figure.locator('.frame-pin')).toContainText('z₅,₂₀,₁₅');
  const { arithmetic } = await readFigure(figure);
  const sum = await figure.locator('[data-tensor="number"] [role=gridcell]').getAttribute('data-value');
  expect(evaluateLine(arithmetic[0] ?? '').right).toBeCloseTo(Number(sum), 3);
});

test('conv-layer: the filter is chosen by its picture', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}`, SCENE);
  const kernel = () => figure.locator('[data-tensor="w"] [role=gridcell]').first().getAttribute('data-value');
  const before = await kernel();
  await figure.getByRole('radio', { name: '6', exact: true }).check({ force: true });
  await expect.poll(kernel).not.toBe(before);
});
