import { expect, test } from '@playwright/test';

const PROMPT = /how many numbers does the convolution learn now/i;

test('a typed number opens its reply: the right one, a wrong one, any other, and none', async ({ page }) => {
  await page.goto('sharing/');
  const question = page.getByRole('group', { name: PROMPT });
  const field = question.getByRole('textbox', { name: PROMPT });
  const open = question.locator('.answer[open]');
  const type = async (text: string): Promise<void> => {
    await field.fill(text);
    await field.press('Enter');
  };
  await expect(question.locator('.answer:visible')).toHaveCount(0);

  await type('456');
  await expect(open).toHaveAttribute('data-right', '');
  await expect(question.getByRole('status')).toHaveText('Right.');
  await type('1 824');
  await expect(open).toContainText('locally connected');
  await type('17');
  await expect(open).toContainText('F (k²C + 1)');
  await expect(question.locator('.answer:visible')).toHaveCount(1);

  await type('many');
  await expect(open).toHaveCount(0);
  await expect(question.getByRole('status')).toContainText('no number');

  await question.getByRole('button', { name: 'Show the answers' }).click();
  await expect(question.locator('.answer:visible')).toHaveCount(5);
  await expect(question.locator('summary').first()).toBeFocused();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the answers of a typed question are opened like all others', async ({ page }) => {
    await page.goto('sharing/');
    const question = page.locator('.question', { hasText: PROMPT });
    await expect(question.locator('.answer:visible')).toHaveCount(5);
    await expect(question.locator('input')).toBeHidden();
  });
});
