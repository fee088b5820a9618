import { expect, type Locator, test } from '@playwright/test';
import { openFigure, readFigure, setSlider, watchErrors } from './figure.ts';
import { pngOf } from './pictures.ts';

const SCENE = 'kernel-photo';

/** The number of the output picture that is explained now. */
const shown = (figure: Locator): Promise<number> =>
  figure
    .getByRole('grid', { name: 'Output picture' })
    .getByRole('gridcell')
    .evaluate((cell) => Number((cell as HTMLElement).dataset['value']));

/** Window × kernel + bias, from the numbers on the page alone. */
async function recomputed(figure: Locator): Promise<number> {
  const { grids } = await readFigure(figure);
  const [p, w, b] = [grids['Input, window'], grids['Kernel'], grids['Bias']];
  let sum = b?.[0]?.[0] ?? 0;
  p?.forEach((row, u) => {
    for (const [v, pixel] of row.entries()) sum += (pixel ?? 0) * (w?.[u]?.[v] ?? 0);
  });
  return sum;
}

test('the whole photograph arrives, and every place of it adds up', async ({ page }) => {
  const errors = watchErrors(page);
  const figure = await openFigure(page, `./#scene=${SCENE}`, SCENE);
  await expect(figure.getByText('320 × 320')).toBeVisible();
  for (const [step, line] of [
    [0, 10],
    [33, 46],
    [80, 90],
  ] as const) {
    await setSlider(figure, 'Position', step);
    await setSlider(figure, 'Scan line', line);
    expect(await recomputed(figure)).toBe(await shown(figure));
  }
  const output = figure.getByRole('grid', { name: 'Output picture' });
  await output.click({ position: { x: 100, y: 80 } });
  await expect(figure.getByText('Pinned')).toBeVisible();
  expect(await recomputed(figure)).toBe(await shown(figure));
  expect(errors).toEqual([]);
});

test('arrow keys walk over the picture, Enter pins, Escape lets go', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}`, SCENE);
  const cell = figure.getByRole('grid', { name: 'Output picture' }).getByRole('gridcell');
  const col = async (): Promise<number> => Number(await cell.getAttribute('data-col'));
  await cell.focus();
  const start = await col();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  expect(await col()).toBe(start + 1);
  await page.keyboard.press('Enter');
  await expect(figure.getByText('Pinned')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(figure.getByText('Pinned')).toBeHidden();
});

test('the picture follows a weight while it is typed; Escape brings the old one back', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}`, SCENE);
  const before = await shown(figure);
  const centre = (await readFigure(figure)).grids['Input, window']?.[1]?.[1] ?? 0;
  await figure.getByRole('grid', { name: 'Kernel' }).getByRole('gridcell').nth(4).focus();
  await page.keyboard.press('3');
  await expect.poll(() => recomputed(figure)).toBe(before + 3 * centre);
  expect(await shown(figure)).toBe(before + 3 * centre);
  await page.keyboard.press('Escape');
  await expect.poll(() => shown(figure)).toBe(before);
});

test('a weight that is dragged up changes the whole picture', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}`, SCENE);
  const cell = figure.getByRole('grid', { name: 'Kernel' }).getByRole('gridcell').nth(4);
  const box = await cell.boundingBox();
  if (!box) throw new Error('no cell');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y - 30, { steps: 6 });
  await expect(cell).toHaveAttribute('data-value', '1.5');
  expect(await recomputed(figure)).toBe(await shown(figure));
  await page.mouse.move(x, y + 20, { steps: 6 });
  await page.mouse.up();
  await expect(cell).toHaveAttribute('data-value', '-1');
  // It was dragged, not clicked.
  await expect(figure.getByText('Pinned')).toBeHidden();
});

test('the curves take the place of the window', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}`, SCENE);
  await figure.getByRole('switch', { name: 'Curves along the scan line' }).check();
  await expect(figure.locator('.kernel-photo-curve')).toHaveCount(2);
  await expect(figure.getByRole('grid', { name: 'Input, window' })).toHaveCount(0);
});

test('turned, Sobel changes every sign and a blur nothing', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}`, SCENE);
  const before = await shown(figure);
  await figure.getByRole('radio', { name: 'Convolution', exact: true }).check({ force: true });
  expect(await shown(figure)).toBe(-before);
  await figure.getByRole('radio', { name: 'Box blur' }).check({ force: true });
  await expect(figure.locator('figcaption')).toContainText('changes no number');
});

test('the reader’s own picture; what is none changes nothing', async ({ page }) => {
  const errors = watchErrors(page);
  const figure = await openFigure(page, `./#scene=${SCENE}`, SCENE);
  const file = figure.locator('input[type=file]');
  await file.setInputFiles({ name: 'no.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await expect(figure.getByRole('alert')).toContainText('no.png');
  await expect(figure.getByText('320 × 320')).toBeVisible();
  const buffer = pngOf(60, 40, (x) => (x < 30 ? [0, 0, 0, 255] : [200, 200, 200, 255]));
  await file.setInputFiles({ name: 'mine.png', mimeType: 'image/png', buffer });
  await expect(figure.getByText('60 × 40')).toBeVisible();
  expect(await recomputed(figure)).toBe(await shown(figure));
  expect(errors).toEqual([]);
});
