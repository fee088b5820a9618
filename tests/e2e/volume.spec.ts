import { expect, test } from '@playwright/test';
import { openFigure, readFigure, setSlider, watchErrors } from './figure.ts';

const SCENE = 'volume';

const SETS = [
  { name: 'as it opens', link: '', channels: 3, filters: 2, groups: 1 },
  { name: 'two groups', link: '&channels=4&filters=4&groups=2&kernel=2', channels: 4, filters: 4, groups: 2 },
  {
    name: 'depthwise',
    link: '&channels=3&filters=3&groups=3&source=numbers',
    channels: 3,
    filters: 3,
    groups: 3,
  },
];

for (const { name, link, channels, filters, groups } of SETS)
  test(`every map adds up from the planes on the page: ${name}`, async ({ page }) => {
    const errors = watchErrors(page);
    const figure = await openFigure(page, `./#scene=${SCENE}${link}`, SCENE);
    const total = Number(await figure.getByRole('slider', { name: 'Position' }).getAttribute('max'));
    for (let f = 0; f < filters; f++) {
      // The last step of this filter: its map is written, its kernels are shown.
      await setSlider(figure, 'Position', (total / filters) * (f + 1));
      const { grids } = await readFigure(figure);
      const first = Math.floor(f / (filters / groups)) * (channels / groups);
      const map = grids[`Output, channel ${f}`] ?? [];
      expect(map.length).toBeGreaterThan(2);
      map.forEach((row, i) => {
        for (const [j, value] of row.entries()) {
          let sum = grids['Bias']?.[0]?.[f] ?? Number.NaN;
          for (let c = first; c < first + channels / groups; c++)
            grids[`Kernel, filter ${f}, channel ${c}`]?.forEach((weights, u) => {
              for (const [v, w] of weights.entries())
                sum += (w ?? 0) * (grids[`Input, channel ${c}`]?.[i + u]?.[j + v] ?? Number.NaN);
            });
          expect(value).toBe(sum);
        }
      });
    }
    expect(errors).toEqual([]);
  });

test('the groups slider takes possible numbers only', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}&channels=4&filters=4`, SCENE);
  const slider = figure.getByRole('slider', { name: 'Groups', exact: true });
  await slider.focus();
  const seen: string[] = [];
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('ArrowRight');
    seen.push(await slider.inputValue());
  }
  expect(seen).toEqual(['2', '4', '4']);
  await page.keyboard.press('ArrowLeft');
  expect(await slider.inputValue()).toBe('2');
});
