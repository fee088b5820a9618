import { expect, test } from '@playwright/test';
import { pageOf } from '../../tools/site/built.ts';
import { openFigure, readFigure, setSlider, watchErrors } from './figure.ts';

const HOSTILE = [
  '#scene=convolution&stride=0&kernel=99&input=NaN&position=-5&padding=1e308',
  '#scene=convolution&x=1,2,abc&w=Infinity&preset=%3Cscript%3E&pin=zzz,9,9&dilation=2.7',
  '#scene=convolution&pin=toString,0,0',
];

test('a hostile link opens the page and says so, and the figure starts afresh', async ({ page }) => {
  const errors = watchErrors(page);
  for (const hash of HOSTILE) {
    await page.goto(`${pageOf('convolution')}${hash}`);
    await page.reload();
    const figure = page.locator('figure[data-scene=convolution]');
    await page.locator('[data-island=convolution]').scrollIntoViewIfNeeded();
    await expect(figure).toHaveAttribute('data-ready', '');
    await expect(figure.locator('[role=status], [role=alert]').filter({ hasText: /link/i })).toBeVisible();
    await figure.locator('.frame-notice').getByRole('button', { name: 'Close' }).click();
    const { sliders } = await readFigure(figure);
    expect(sliders['Stride']).toBeGreaterThanOrEqual(1);
    expect(sliders['Kernel size']).toBeLessThanOrEqual(5);
    await figure.getByRole('button', { name: 'Original state' }).click();
    expect((await readFigure(figure)).sliders['Stride']).toBe(1);
  }
  // What was on its way when the page was loaded again has not failed.
  expect(errors.filter((error) => !error.startsWith('failed:'))).toEqual([]);
});

test('a cell is reached, pinned, let go and edited by keys alone', async ({ page }) => {
  const figure = await openFigure(page, './');
  const cell = figure.getByRole('grid', { name: 'Input', exact: true }).locator('[tabindex="0"]');
  await expect(cell).toHaveCount(1);
  await cell.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(figure.getByText('Pinned')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(figure.getByText('Pinned')).toBeHidden();
  await page.keyboard.press('8');
  await page.keyboard.press('Enter');
  expect((await readFigure(figure)).grids['Input']?.[0]?.[4]).toBe(8);
});

test('a cell of 1e-9 takes its own text back', async ({ page }) => {
  const figure = await openFigure(page, './#scene=convolution&preset=own&w=1e-9,0,0,0,0,0,0,0,0');
  await figure
    .getByRole('grid', { name: 'Kernel', exact: true })
    .locator('[data-row="0"][data-col="0"]')
    .focus();
  await page.keyboard.press('F2');
  await page.keyboard.press('Enter');
  expect((await readFigure(figure)).grids['Kernel']?.[0]?.[0]).toBe(1e-9);
});

test('by touch alone @phone-only', async ({ page }) => {
  const figure = await openFigure(page, './');
  await figure.getByRole('radio', { name: 'Backward' }).check({ force: true });
  await figure.getByRole('button', { name: 'Step forward' }).tap();
  await figure.getByRole('grid', { name: 'Kernel', exact: true }).getByRole('gridcell').nth(4).tap();
  await expect(figure.getByText('Pinned')).toBeVisible();
  expect((await readFigure(figure)).direction).toBe('backward');
});

test('with reduced motion a step has no in-between', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const figure = await openFigure(page, './');
  await setSlider(figure, 'Position', 0);
  await figure.getByRole('button', { name: 'Play', exact: true }).click();
  const places = await figure.getByRole('slider', { name: 'Position' }).evaluate(async (node) => {
    const seen = new Set<number>();
    for (let i = 0; i < 60; i++) {
      await new Promise(requestAnimationFrame);
      seen.add(Number((node as HTMLInputElement).value));
    }
    return [...seen];
  });
  for (const place of places) expect(Number.isInteger(place)).toBe(true);
});

test('a pinned number stands beside the one that nudging finds', async ({ page }) => {
  const figure = await openFigure(page, './#scene=convolution&stride=2&loss=target');
  for (const [grid, index] of [
    ['Input', 7],
    ['Kernel', 2],
    ['Bias', 0],
  ] as const) {
    await figure.getByRole('grid', { name: grid, exact: true }).getByRole('gridcell').nth(index).click();
    const lines = await figure.locator('[data-arithmetic]').allTextContents();
    expect(lines).toHaveLength(2);
    const [sum, nudged] = lines.map((line) => Number(line.split(/[=≈]/).at(-1)?.trim().replace('−', '-')));
    expect(nudged).toBeCloseTo(sum as number, 6);
  }
});
