import { expect, test } from '@playwright/test';
import { FIGURES } from '../../tools/figures.ts';
import { evaluateLine, openFigure, readFigure, setSlider, watchErrors } from './figure.ts';

/*
 * A few positions of every scene show that the page has what the view holds; the views themselves are walked in Node
 * (tests/unit/scenes/contract).
 */

for (const scene of FIGURES) {
  test(`${scene}: shows its view, and a copied link opens the same state`, async ({ page, context }) => {
    const errors = watchErrors(page);
    const figure = await openFigure(page, './', scene);
    const bar = figure.getByRole('slider', { name: 'Position' });
    const total = (await bar.count()) > 0 ? Number(await bar.getAttribute('max')) : 0;
    const places = total > 0 ? [0, Math.ceil(total / 3), total] : [0];
    for (const place of places) {
      if (total > 0) await setSlider(figure, 'Position', place);
      const { arithmetic, caption, grids, sliders } = await readFigure(figure);
      if (total > 0) expect(sliders['Position']).toBe(place);
      expect(Object.keys(grids).length).toBeGreaterThan(0);
      for (const line of arithmetic) {
        const { left, right, exact } = evaluateLine(line);
        if (exact) expect(left === right || Object.is(left, right), line).toBe(true);
      }
      expect(caption.length).toBeGreaterThan(10);
    }
    const before = await readFigure(figure);
    await figure.getByRole('button', { name: 'Copy', exact: true }).click();
    await figure.getByRole('menuitem', { name: 'Link to this state' }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await context.newPage();
    expect(await readFigure(await openFigure(other, link, scene))).toEqual(before);
    expect(errors).toEqual([]);
  });

  test(`${scene}: speaks Chinese`, async ({ page }) => {
    const errors = watchErrors(page);
    const figure = await openFigure(page, './zh/', scene);
    const { caption, arithmetic } = await readFigure(figure);
    expect(caption).toMatch(/[\u4e00-\u9fff]/);
    for (const line of arithmetic) expect(() => evaluateLine(line)).not.toThrow();
    expect(errors).toEqual([]);
  });
}
