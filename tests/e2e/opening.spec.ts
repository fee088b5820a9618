import { expect, test } from '@playwright/test';

const TRACE = 20;

test('a digit is read while it is drawn, and one of its numbers is taken apart @phone', async ({ page }) => {
  await page.goto('');
  const card = page.locator('.drawn-digit[data-ready]');
  const pad = card.locator('[data-pad]');
  const prediction = card.locator('[data-metric="prediction"]');
  // The unfinished digit writes itself once; until then the pad is the pen's.
  await expect(card.locator('.pad-ghost')).toBeVisible();
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('the pad is not there');
  const at = (x: number, y: number): [number, number] => [box.x + x * box.width, box.y + y * box.height];
  await page.getByRole('button', { name: 'Clear the pad' }).click();
  await expect(prediction).not.toHaveAttribute('data-value', /.+/);
  // A seven: two lines.
  await page.mouse.move(...at(0.25, 0.25));
  await page.mouse.down();
  for (const [x, y] of [
    [0.75, 0.25],
    [0.45, 0.85],
  ] as const)
    await page.mouse.move(...at(x, y), { steps: TRACE });
  await page.mouse.up();
  await expect(prediction).toHaveAttribute('data-value', '7');
  await expect(card.locator('.shares .is-best')).toContainText('7');

  const sum = (await card.locator('.apart-sum').innerText()).replaceAll('−', '-').replaceAll(/\s/g, '');
  const [left = '', right = ''] = sum.split('=');
  const parts = left.match(/[+-]?[\d.]+/g) ?? [];
  expect(parts).toHaveLength(3);
  expect(parts.reduce((total, part) => total + Number(part), 0)).toBeCloseTo(Number(right), 9);
});

test('keys lay down digits of the test set and clear the pad', async ({ page }) => {
  await page.goto('zh/');
  const card = page.locator('.drawn-digit[data-ready]');
  const prediction = card.locator('[data-metric="prediction"]');
  await card.locator('[data-pad]').focus();
  for (const key of ['4', '9', '0']) {
    await page.keyboard.press(key);
    await expect(prediction).toHaveAttribute('data-value', key);
  }
  await page.keyboard.press('Escape');
  await expect(prediction).toHaveText('还什么都没画。');
});

test.describe('with less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('the digit stands there from the start', async ({ page }) => {
    await page.goto('');
    await expect(page.locator('.drawn-digit .pad-ink')).toHaveAttribute('d', /L.*L.*L/);
    await expect(page.locator('.drawn-digit[data-ready] .pad-ghost')).toBeVisible();
  });
});
