import { expect, test } from '@playwright/test';
import { evaluateLine, openFigure, readFigure, setSlider, watchErrors } from './figure.ts';

const SCENE = 'parameter-explosion';

test('every size of photo is counted in rows that close', async ({ page }) => {
  const errors = watchErrors(page);
  const figure = await openFigure(page, './', SCENE);
  for (let size = 0; size < 6; size++) {
    await setSlider(figure, 'Size of the photo', size);
    for (const neurons of [1, 4096]) {
      await setSlider(figure, 'Neurons', neurons);
      const { arithmetic } = await readFigure(figure);
      expect(arithmetic.length).toBeGreaterThanOrEqual(14);
      for (const line of arithmetic) {
        const { left, right, exact } = evaluateLine(line);
        if (exact) expect(left, line).toBe(right);
        else expect(Math.abs(left - right), line).toBeLessThan(0.02 * Math.max(1, Math.abs(right)));
      }
    }
  }
  expect(errors).toEqual([]);
});

test('the shrunk photo is the photo, averaged', async ({ page }) => {
  const figure = await openFigure(page, `./#scene=${SCENE}&pin=x,3,4`, SCENE);
  await expect(figure.locator('figcaption')).toContainText('Row 3, column 4');
  await setSlider(figure, 'Weights you can afford', 5);
  const grid = figure.getByRole('grid', { name: 'Shrunk photo' });
  const [rows, cols] = await grid.evaluate((node) => [
    Number(node.getAttribute('aria-rowcount')),
    Number(node.getAttribute('aria-colcount')),
  ]);
  expect((rows ?? 0) * (cols ?? 0)).toBeLessThanOrEqual(50);
  const { arithmetic, grids } = await readFigure(figure);
  const mean = evaluateLine(arithmetic.at(-1) ?? '');
  // The same average from the pixels on the page, in the browser's own arithmetic.
  const own = await figure.locator('.pe-original canvas').evaluate(
    (node, [row, col, tall, wide]) => {
      const canvas = node as HTMLCanvasElement;
      const edge = (i: number, n: number, size: number): number => Math.floor((i * size) / n);
      const [top, left] = [edge(row, tall, canvas.height), edge(col, wide, canvas.width)];
      const height = edge(row + 1, tall, canvas.height) - top;
      const width = edge(col + 1, wide, canvas.width) - left;
      const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(
        left,
        top,
        width,
        height,
      );
      let sum = 0;
      for (let i = 0; i < data.length; i += 4)
        sum += Math.round(
          0.299 * (data[i] as number) + 0.587 * (data[i + 1] as number) + 0.114 * (data[i + 2] as number),
        );
      return sum / (width * height);
    },
    [3, 4, rows ?? 1, cols ?? 1] as const,
  );
  expect(mean.left).toBeCloseTo(own, 6);
  expect(grids['Shrunk photo']?.[0]?.[0]).toBeGreaterThan(0);
});

test.describe('offline', () => {
  // A service worker would answer from its store.
  test.use({ serviceWorkers: 'block' });

  test('without the photograph the count still stands', async ({ page }) => {
    await page.route('**/photos/boats.jpg', (route) => route.abort());
    const figure = await openFigure(page, './', SCENE);
    await expect(figure.locator('.pe-state')).toContainText('could not be fetched');
    expect((await readFigure(figure)).arithmetic.length).toBeGreaterThan(10);
  });
});
