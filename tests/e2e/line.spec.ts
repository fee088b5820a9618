import { expect, test } from '@playwright/test';
import { openFigure } from './figure.ts';

test('a press anywhere on a term of the line goes to its step, also on one of its numbers', async ({
  page,
}) => {
  const figure = await openFigure(page, './#scene=convolution&position=76', 'convolution');
  const position = figure.getByRole('slider', { name: 'Position' });
  await expect(position).toHaveValue('76');
  await figure.locator('[data-term="2"] .line-number').first().click();
  await expect(position).toHaveValue('73');
  await figure.locator('[data-term="4"] .line-number').last().click();
  await expect(position).toHaveValue('75');
  await expect(figure.locator('.outline-pin')).toHaveCount(0);
});

test('on a phone the menu has the first step and the speed', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const figure = await openFigure(page, './#scene=convolution&position=76', 'convolution');
  const more = figure.getByRole('button', { name: 'More', exact: true });
  await more.click();
  await figure.getByRole('menuitemradio', { name: '12/s' }).click();
  await more.click();
  await expect(figure.getByRole('menuitemradio', { name: '12/s' })).toHaveAttribute('aria-checked', 'true');
  await figure.getByRole('menuitem', { name: 'Reset' }).click();
  await expect(figure.getByRole('slider', { name: 'Position' })).toHaveValue('0');
});
