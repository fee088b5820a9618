import { expect, test } from '@playwright/test';
import { FIGURES } from '../../tools/figures.ts';
import { evaluateLine, openFigure, readFigure, watchErrors } from '../e2e/figure.ts';

/* Every figure wakes, steps, and answers each of its sliders in this browser, in both languages, without an error. */

for (const scene of FIGURES)
  for (const [path, forward] of [
    ['./', 'Step forward'],
    ['./zh/', '前进一步'],
  ] as const)
    test(`${path} ${scene}`, async ({ page }) => {
      const errors = watchErrors(page);
      const figure = await openFigure(page, path, scene);
      const step = figure.getByRole('button', { name: forward });
      for (let i = 0; i < 3 && (await step.isEnabled()); i++) await step.click();
      const sliders = figure.locator('.controls input[type=range]:enabled');
      for (let i = 0; i < (await sliders.count()); i++) {
        const slider = sliders.nth(i);
        const before = Number(await slider.inputValue());
        await slider.press(before < Number(await slider.getAttribute('max')) ? 'ArrowRight' : 'ArrowLeft');
        await expect.poll(async () => Number(await slider.inputValue())).not.toBe(before);
      }
      const { arithmetic, caption, grids } = await readFigure(figure);
      expect(Object.keys(grids).length).toBeGreaterThan(0);
      expect(caption.length).toBeGreaterThan(5);
      for (const line of arithmetic) {
        const { left, right, exact } = evaluateLine(line);
        if (exact) expect(left, line).toBe(right);
      }
      expect(errors).toEqual([]);
    });
