import { expect, test } from '@playwright/test';
import { openFigure, readFigure } from './figure.ts';

const SCENE = 'stride';

test('stride: stripes become one grey or the other, and an average keeps their mean', async ({ page }) => {
  const open = async (params: string): Promise<(number | null)[]> => {
    const figure = await openFigure(page, `./#scene=${SCENE}&source=stripes&${params}&position=16`, SCENE);
    return [...new Set((await readFigure(figure)).grids['Output']?.flat())];
  };
  expect(await open('preset=identity&kernel=1')).toEqual([9]);
  expect(await open('preset=identity&kernel=1&shift=1')).toEqual([0]);
});

test('stride: a pinned pixel that no window reads says so', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}&pin=x,7,7`, SCENE);
  await expect(figure.locator('figcaption')).toContainText('No window reads the pixel in row 7, column 7');
  expect((await readFigure(figure)).arithmetic).toContain('0 = 0');
});
