import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { evaluateLine, openFigure, readFigure, setSlider, watchErrors } from './figure.ts';

const SCENES = readdirSync('src/scenes').filter((name) => existsSync(`src/scenes/${name}/index.ts`));

/** Half of the last digit that a rounded line prints, and what rounding its operands can add up to. */
const ROUNDING = 0.02;

for (const scene of SCENES) {
  test(`${scene}: every position closes`, async ({ page }) => {
    test.setTimeout(240_000);
    const errors = watchErrors(page);
    const figure = await openFigure(page, `./#scene=${scene}`, scene);
    const total = Number(await figure.getByRole('slider', { name: 'Position' }).getAttribute('max'));
    expect(total).toBeGreaterThan(0);
    for (let step = 0; step <= total; step++) {
      await setSlider(figure, 'Position', step);
      const shown = await readFigure(figure);
      expect(shown.sliders['Position']).toBe(step);
      expect(Object.keys(shown.grids).length).toBeGreaterThan(0);
      expect(shown.arithmetic.length).toBeGreaterThan(0);
      for (const line of shown.arithmetic) {
        const { left, right, exact } = evaluateLine(line);
        const same = Object.is(left, right) || left === right;
        if (exact) expect(same, line).toBe(true);
        else if (!same)
          expect(Math.abs(left - right), line).toBeLessThan(ROUNDING * Math.max(1, Math.abs(right)));
      }
      expect(shown.caption.length).toBeGreaterThan(10);
    }
    expect(errors).toEqual([]);
  });

  test(`${scene}: a copied link opens the same state`, async ({ page, context }) => {
    const figure = await openFigure(page, './', scene);
    const total = Number(await figure.getByRole('slider', { name: 'Position' }).getAttribute('max'));
    await setSlider(figure, 'Position', Math.ceil(total / 3));
    const before = await readFigure(figure);
    await figure.getByRole('button', { name: 'Copy', exact: true }).click();
    await figure.getByRole('menuitem', { name: 'Link to this state' }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await context.newPage();
    expect(await readFigure(await openFigure(other, link, scene))).toEqual(before);
  });

  test(`${scene}: says something in Chinese`, async ({ page }) => {
    const errors = watchErrors(page);
    const figure = await openFigure(page, './zh/', scene);
    const { caption, arithmetic } = await readFigure(figure);
    expect(caption).toMatch(/[\u4e00-\u9fff]/);
    for (const line of arithmetic) expect(() => evaluateLine(line)).not.toThrow();
    expect(errors).toEqual([]);
  });
}
