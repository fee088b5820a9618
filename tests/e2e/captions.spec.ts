import { expect, test } from '@playwright/test';
import { linesOf, textWidth } from '../unit/scenes/contract/textWidth.ts';
import { openFigure } from './figure.ts';

const SAMPLES = {
  en: [
    '14 of 18. The window of ∂y₁,₀,₁ began 0 rows up, 2 columns left and read the pixel through w₁,₀,₁,₁.',
    'After 100 steps: loss 8.11e−32, farthest weight 2.943 off. Only 1 of 9 directions shows and moves.',
    'A kernel of 5 × 5 weighs AVATAR, Wave & “fjord”: (1 + 2) × 3 = 9; 50% of 1.25 is 0.625…',
  ],
  zh: [
    '输出第 5 行第 5 列从输入第 7 行第 7 列开始，加权和是 0.125，与步幅 1 的第 10 行第 10 列相同。',
    '过 ReLU 的门：开是 1，关是 0。+0.1：损失 −4.18e−10。',
  ],
} as const;

for (const language of ['en', 'zh'] as const)
  test(`the unit tests measure captions as the browser does: ${language}`, async ({ page }) => {
    const figure = await openFigure(page, language === 'zh' ? './zh/' : './');
    await page.evaluate(() => document.fonts.ready);
    for (const text of SAMPLES[language]) {
      const ems = await figure.locator('.frame-words').evaluate((words, sample) => {
        const span = document.createElement('span');
        span.style.cssText = 'position: absolute; white-space: nowrap';
        span.textContent = sample;
        words.append(span);
        const width = span.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(span).fontSize);
        span.remove();
        return width;
      }, text);
      // Never narrower than it is; signs that Inter lacks, and punctuation that closes up, may take less.
      expect(textWidth(text), text).toBeGreaterThan(ems * 0.99);
      expect(textWidth(text), text).toBeLessThan(ems * 1.06);
    }
  });

test('a caption that is longer than its row is not cut', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const figure = await openFigure(page, './');
  const words = figure.locator('.frame-words');
  const long = 'Nine products and the bias are added, one after the other. '.repeat(3);
  expect(linesOf(long, 362 / 13)).toBeGreaterThan(2);
  await words.evaluate((element, text) => {
    element.textContent = text;
  }, long);
  const [shown, whole] = await words.evaluate((element) => [element.clientHeight, element.scrollHeight]);
  expect(shown).toBe(whole);
  expect(shown).toBe(20 * linesOf(long.trim(), 362 / 13));
});
