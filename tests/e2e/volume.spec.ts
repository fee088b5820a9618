import { expect, test } from '@playwright/test';
import { openFigure, setSlider, watchErrors } from './figure.ts';

const SCENE = 'volume';

/** The numbers of a grid of several planes, by plane, row and column. */
const planesOf = (figure: Awaited<ReturnType<typeof openFigure>>, tensor: string): Promise<number[][][]> =>
  figure.locator(`[data-tensor="${tensor}"]`).evaluate((grid) => {
    const planes: number[][][] = [];
    for (const { dataset } of grid.querySelectorAll<SVGElement>('[role=gridcell]')) {
      const [plane, row, col] = [dataset['plane'] ?? 0, dataset['row'], dataset['col']].map(Number) as [
        number,
        number,
        number,
      ];
      planes[plane] ??= [];
      (planes[plane] as number[][])[row] ??= [];
      ((planes[plane] as number[][])[row] as number[])[col] = Number(dataset['value']);
    }
    return planes;
  });

test('volume: every map adds up from the sheets on the page, in groups too', async ({ page }) => {
  const errors = watchErrors(page);
  const figure = await openFigure(page, `./#scene=${SCENE}&channels=4&filters=4&groups=2&kernel=2`, SCENE);
  await setSlider(figure, 'Position', 4 * 16 * 3);
  const [x, w, b, y] = await Promise.all(['x', 'w', 'b', 'y'].map((tensor) => planesOf(figure, tensor)));
  expect(y).toHaveLength(4);
  y?.forEach((map, f) => {
    const first = f < 2 ? 0 : 2;
    map.forEach((row, i) => {
      for (const [j, value] of row.entries()) {
        let sum = b?.[0]?.[0]?.[f] ?? Number.NaN;
        for (let c = 0; c < 2; c++)
          w?.[2 * f + c]?.forEach((weights, u) => {
            for (const [v, weight] of weights.entries())
              sum += weight * (x?.[first + c]?.[i + u]?.[j + v] ?? Number.NaN);
          });
        expect(value).toBe(sum);
      }
    });
  });
  expect(errors).toEqual([]);
});

test('volume: the groups slider takes possible numbers only', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}&channels=4&filters=4`, SCENE);
  const slider = figure.getByRole('slider', { name: 'Groups', exact: true });
  await slider.focus();
  const seen: string[] = [];
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft']) {
    await page.keyboard.press(key);
    seen.push(await slider.inputValue());
  }
  expect(seen).toEqual(['2', '4', '4', '2']);
});

test('volume: a pinned weight of the second filter brings its sheet to the front', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}&pin=w,5,0,1`, SCENE);
  await expect(figure.locator('.frame-pin')).toContainText('w₁,₂,₀,₁');
  await expect(figure.locator('figcaption')).toContainText('reads channel 2 only');
  const last = figure.locator('[data-tensor="x"] [role=gridcell]').last();
  await expect(last).toHaveAttribute('data-plane', '2');
});
