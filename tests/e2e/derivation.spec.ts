import { expect, test } from '@playwright/test';

/* A derivation unfolds line by line, and each line shows its cells in the figure. */

const PAGE = './back-through-a-convolution/';

test('unfolds a line at a time, and the figure goes to the cells of that line @phone', async ({ page }) => {
  await page.goto(PAGE);
  const derivation = page.locator('.derivation').first();
  const lines = derivation.locator('.derivation-line');
  const count = await lines.count();
  const next = derivation.locator('[data-derivation-next]');
  await expect(lines.nth(0)).toBeVisible();
  await expect(lines.nth(1)).toBeHidden();
  await next.scrollIntoViewIfNeeded();
  await next.focus();
  const figure = page.locator('figure[data-scene=conv-backward]');
  const sums = ['4', '10', '16', '15'];
  for (let line = 1; line < 4; line++) {
    await page.keyboard.press('Enter');
    await expect(lines.nth(line)).toBeVisible();
    await expect(lines.nth(line)).toHaveAttribute('aria-current', 'step');
    await expect(next).toBeFocused();
    await expect(next).toBeInViewport();
    await expect(figure.locator('.line-result')).toContainText(sums[line] as string);
  }
  await derivation.locator('[data-derivation-all]').click();
  await expect(lines.nth(count - 1)).toBeVisible();
  await expect(next).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(lines.nth(1)).toBeHidden();
});

test('its formulas are pressed like phrases', async ({ page }) => {
  await page.goto(PAGE);
  const derivation = page.locator('.derivation').last();
  await derivation.locator('[data-derivation-all]').click();
  const step = derivation.locator('.derivation-step').last();
  await step.click();
  await expect(derivation.locator('[aria-current=step]')).toHaveCount(1);
  const figure = page.locator('figure[data-scene=conv-backward]');
  const bias = figure.getByRole('grid', { name: 'Gradient of bias', exact: true });
  await expect(bias.getByRole('gridcell')).toHaveAttribute('data-value', '5');
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });
  test('every line is open, and there is nothing to press', async ({ page }) => {
    await page.goto(PAGE);
    for (const derivation of await page.locator('.derivation').all()) {
      for (const line of await derivation.locator('.derivation-line').all()) await expect(line).toBeVisible();
      await expect(derivation.locator('button').first()).toBeHidden();
    }
  });
});
