import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { openFigure, watchErrors } from './figure.ts';

/** The test digits are fetched and read in the pauses of a page that others slow down. */
const READ = { timeout: 60_000 };

test('a filter is broken by a press, digits change, and one of them opens in the whole network', async ({
  page,
}) => {
  const errors = watchErrors(page);
  const figure = await openFigure(page, './#scene=broken-filter', 'broken-filter');
  const accuracy = figure.locator('[data-metric="accuracy"]');
  await expect(accuracy).toHaveAttribute('data-value', '0.9188', READ);
  const eleven = figure.getByRole('button', { name: 'filter 11 of convolution 2' });
  await eleven.click();
  await expect(eleven).toHaveAttribute('aria-pressed', 'true');
  await expect(accuracy).toHaveAttribute('data-value', '0.9384', READ);
  await figure
    .getByRole('button', { name: /^A 1, read as 1, now as/ })
    .first()
    .click();
  await figure.getByRole('link', { name: /Open it in the network/ }).click();
  const network = page.locator('figure[data-scene="network"]');
  await expect(network.locator('[data-metric="prediction"]')).toHaveAttribute('data-value', '1', READ);
  expect(errors).toEqual([]);
});

test('the network takes weights of the reader, refuses a file that was cut off, and gives its own back', async ({
  page,
}) => {
  const figure = await openFigure(page, './#scene=network', 'network');
  const input = figure.locator('.own-weights input[type=file]');
  const buffer = readFileSync('public/weights/mnist-lenet.bin');
  const file = (name: string, bytes: Buffer) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: bytes,
  });
  await input.setInputFiles(file('cut.bin', buffer.subarray(0, 9000)));
  await expect(figure.getByRole('alert')).toContainText('cut off');
  await input.setInputFiles(file('mine.bin', buffer));
  const note = figure.locator('[data-metric="own-accuracy"]');
  await expect(note).toHaveAttribute('data-value', '0.9872', READ);
  await figure.getByRole('button', { name: 'The article’s' }).click();
  await expect(note).toHaveCount(0);
});
