import { expect, test } from '@playwright/test';
import { openFigure, readFigure, setSlider } from './figure.ts';

const SCENE = 'stride';

test('stride: the output is every second number of the output at stride 1', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}`, SCENE);
  await setSlider(figure, 'Position', 45);
  const { grids } = await readFigure(figure);
  const every = grids['Output at stride 1'] ?? [];
  expect(grids['Output']).toEqual([0, 2, 4].map((row) => [0, 2, 4].map((col) => every[row]?.[col])));
});

test('stride: stripes become one grey or the other, and an average keeps their mean', async ({ page }) => {
  const open = async (params: string): Promise<(number | null)[]> => {
    const figure = await openFigure(page, `./#scene=${SCENE}&source=stripes&${params}&position=20`, SCENE);
    return [...new Set((await readFigure(figure)).grids['Output']?.flat())];
  };
  expect(await open('preset=identity&kernel=1')).toEqual([9]);
  expect(await open('preset=identity&kernel=1&shift=1')).toEqual([0]);
  expect(await open('preset=box&kernel=2&shift=1')).toEqual([4.5]);
});

test('stride: a pinned pixel that no window reads says so', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}&pin=x,7,7`, SCENE);
  await expect(figure.locator('figcaption')).toContainText('No window reads the pixel in row 7, column 7');
  expect((await readFigure(figure)).arithmetic).toContain('0 = 0');
});
