import { expect, type Page, test } from '@playwright/test';
import { LANGUAGES } from '../../src/language/language.ts';
import { pageOf } from '../../tools/site/built.ts';

test.describe('words of the glossary', () => {
  const bubbleOf = (page: Page) => page.locator('.term-bubble');

  test('hover shows the definition; the pointer may move onto it; Esc closes it without moving', async ({
    page,
  }) => {
    await page.goto(pageOf('convolution'));
    const word = page.locator('[data-term=convolution]').first();
    await word.scrollIntoViewIfNeeded();
    await word.hover();
    const bubble = bubbleOf(page);
    await expect(bubble).toBeVisible();
    await expect(word).toHaveAttribute('aria-expanded', 'true');
    await expect(bubble).toContainText('a sum of products at every place');
    await bubble.hover();
    await page.waitForTimeout(500);
    await expect(bubble).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(bubble).toBeHidden();
    await expect(word).toHaveAttribute('aria-expanded', 'false');
  });

  test('by keyboard: focus opens, Tab reaches its links, Enter and Space close and open', async ({
    page,
  }) => {
    await page.goto(pageOf('convolution'));
    const word = page.getByRole('button', { name: 'convolution', exact: true }).first();
    await word.scrollIntoViewIfNeeded();
    await word.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    const bubble = bubbleOf(page);
    await expect(word).toBeFocused();
    await expect(bubble).toBeVisible();
    await expect(word).toHaveAttribute('aria-describedby', 'term-bubble');
    await page.keyboard.press('Enter');
    await expect(bubble).toBeHidden();
    await page.keyboard.press(' ');
    await expect(bubble).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(bubble.getByRole('link').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(bubble).toBeHidden();
    await expect(word).toBeFocused();
  });

  test('a tap opens it inside the window, a tap elsewhere closes it @phone-only', async ({ page }) => {
    for (const language of LANGUAGES) {
      await page.goto(pageOf('convolution', language));
      for (const term of ['convolution', 'cross-correlation', 'gradient']) {
        const word = page.locator(`[data-term=${term}]`).first();
        await word.scrollIntoViewIfNeeded();
        await word.tap();
        const bubble = bubbleOf(page);
        await expect(bubble).toBeVisible();
        const box = await bubble.boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
        expect(box?.y).toBeGreaterThanOrEqual(0);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
        await page.locator('h1').dispatchEvent('pointerdown');
        await expect(bubble).toBeHidden();
      }
    }
  });

  test('without JavaScript a word is a link to its entry', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${baseURL}${pageOf('convolution')}`);
    await page.locator('[data-term=convolution]').first().click();
    await expect(page).toHaveURL(/\/glossary\/#term-convolution$/);
    await expect(page.locator('#term-convolution')).toBeInViewport();
    await context.close();
  });

  test('the field finds a word by its names in both languages', async ({ page }) => {
    await page.goto('./glossary/');
    const field = page.getByRole('searchbox');
    const shown = page.locator('.entry:visible dt');
    for (const [typed, word] of [
      ['步长', 'stride'],
      ['1x1', 'pointwise'],
      ['Atrous', 'dilation'],
      ['moire', 'aliasing'],
      ['ganshouye', 'receptive field'],
      ['hxg', 'cross-correlation'],
    ] as const) {
      await field.fill(typed);
      await expect(shown.filter({ hasText: word }).first()).toBeVisible();
      expect(await shown.count()).toBeLessThan(5);
    }
    await field.fill('nothing of the kind');
    await expect(page.locator('.glossary-search [role=status]')).toHaveText('No such word here.');
    await field.fill('');
    expect(await shown.count()).toBeGreaterThan(40);
  });
});
