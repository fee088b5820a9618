import { expect, type Locator, type Page, test } from '@playwright/test';
import { openFigure, watchErrors } from './figure.ts';

/* Training in the tab: with the site's own worker, digits and policy. */

test.describe.configure({ timeout: 90_000 });

const SOON = { timeout: 40_000 };

const press = (figure: Locator, name: string) => figure.getByRole('button', { name, exact: true }).click();

const metric = async (figure: Locator, name: string): Promise<number> =>
  Number((await figure.locator(`[data-metric="${name}"]`).getAttribute('data-value')) || Number.NaN);

/** Steps done, once they are so many. */
async function steps(figure: Locator, least: number): Promise<number> {
  const track = figure.getByRole('slider', { name: 'Training step' });
  await expect.poll(async () => Number(await track.inputValue()), SOON).toBeGreaterThanOrEqual(least);
  return Number(await track.inputValue());
}

/** Steps one by one, and gives the loss of each. */
async function lossOfNext(figure: Locator): Promise<number> {
  const images = await metric(figure, 'images');
  await press(figure, 'Step');
  await expect.poll(() => metric(figure, 'images'), SOON).toBe(images + 32);
  await expect.poll(() => metric(figure, 'loss'), SOON).toBeGreaterThan(0);
  return metric(figure, 'loss');
}

async function rate(page: Page, figure: Locator, value: string): Promise<void> {
  const field = figure.getByRole('textbox', { name: 'Learning rate as a number' });
  await field.fill(value);
  await page.keyboard.press('Enter');
}

test('learns, stops, steps, goes back to the same numbers', async ({ page }) => {
  const errors = watchErrors(page);
  const figure = await openFigure(page, './', 'training');
  expect(await metric(figure, 'images')).toBe(0);

  const first = await lossOfNext(figure);
  const second = await lossOfNext(figure);
  await press(figure, 'Reset');
  await expect.poll(() => metric(figure, 'images')).toBe(0);
  expect(await lossOfNext(figure)).toBe(first);
  expect(await lossOfNext(figure)).toBe(second);

  await press(figure, 'Start');
  await steps(figure, 150);
  await press(figure, 'Pause');
  await expect(figure.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
  expect(await metric(figure, 'loss')).toBeLessThan(first / 2);
  await expect.poll(() => metric(figure, 'test-accuracy'), SOON).toBeGreaterThan(0.8);

  // Back in time, and on again.
  const track = figure.getByRole('slider', { name: 'Training step' });
  await track.fill('1');
  await expect.poll(() => metric(figure, 'loss'), SOON).toBe(first);
  expect(await lossOfNext(figure)).toBe(second);

  // The four parts of a step: after the last one it is done.
  for (const word of ['forward', 'loss', 'backward']) {
    await press(figure, 'Next part');
    await expect(figure.locator('figcaption')).toContainText(word, SOON);
    expect(await metric(figure, 'images')).toBe(64);
  }
  await press(figure, 'Next part');
  await expect.poll(() => metric(figure, 'images'), SOON).toBe(96);
  expect(errors).toEqual([]);
});

test('says at a learning rate of a million what happened, and what helps', async ({ page }) => {
  const figure = await openFigure(page, './', 'training');
  await rate(page, figure, '1000000');
  await press(figure, 'Start');
  const alert = figure.getByRole('alert');
  await expect(alert).toContainText(/dead|∞|NaN|loss is/, SOON);
  await alert.getByRole('button', { name: 'Learning rate 0.04' }).click();
  await expect(alert).toHaveCount(0);
  await expect(figure.getByRole('slider', { name: 'Learning rate' })).toHaveAttribute(
    'aria-valuetext',
    '0.04',
  );
  expect(await metric(figure, 'images')).toBe(0);
  await press(figure, 'Start');
  await steps(figure, 60);
});

test('goes on when its worker is lost, and comes back after a reload', async ({ page }) => {
  await page.addInitScript(() => {
    const workers: Worker[] = [];
    const Real = window.Worker;
    window.Worker = class extends Real {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        workers.push(this);
      }
    };
    Object.assign(window, { workers });
  });
  const figure = await openFigure(page, './', 'training');
  await press(figure, 'Start');
  await steps(figure, 60);
  await page.evaluate(() => {
    const { workers } = window as unknown as { workers: Worker[] };
    for (const worker of [...workers]) {
      worker.terminate();
      worker.dispatchEvent(new ErrorEvent('error', { message: 'gone' }));
    }
  });
  await expect(figure.getByText(/worker was lost/)).toBeVisible(SOON);
  await steps(figure, 120);
  await press(figure, 'Pause');
  await expect(figure.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
  await expect.poll(() => metric(figure, 'test-accuracy'), SOON).toBeGreaterThan(0.5);
  const step = await steps(figure, 120);
  const loss = await metric(figure, 'loss');
  await page.waitForTimeout(500);

  await page.reload();
  await page.locator('[data-island="training"]').scrollIntoViewIfNeeded();
  expect(await steps(figure, 120)).toBe(step);
  expect(await metric(figure, 'loss')).toBe(loss);
  await expect(figure.getByText('stands where you left it')).toBeVisible();
  await press(figure, 'Step');
  expect(await steps(figure, step + 1)).toBe(step + 1);
});

test.describe('without the worker that keeps pages for offline reading', () => {
  // What it answers cannot be held up here.
  test.use({ serviceWorkers: 'block' });

  test('says that digits are missing, and goes on where it stopped', async ({ page }) => {
    let missing = true;
    await page.route('**/data/mnist/train-2*', (route) =>
      missing ? route.fulfill({ status: 404, body: '' }) : route.continue(),
    );
    const figure = await openFigure(page, './', 'training');
    await press(figure, 'Start');
    const alert = figure.getByRole('alert');
    await expect(alert).toContainText('missing on the server', SOON);
    missing = false;
    await alert.getByRole('button', { name: 'Try again' }).click();
    await steps(figure, 1);
    await expect(alert).toHaveCount(0);
  });
});

test('two runs stand side by side, and a link holds both', async ({ page, context }) => {
  const figure = await openFigure(page, './', 'training');
  await press(figure, 'Keep as run B');
  await figure.getByRole('combobox', { name: 'Optimiser' }).selectOption('sgd');
  await press(figure, 'Start');
  await steps(figure, 60);
  await press(figure, 'Pause');
  await expect(figure.locator('.training-end.is-b').first()).toBeVisible(SOON);
  const link = await figure.evaluate((element) => {
    const detail: { link?: string } = {};
    element.dispatchEvent(new CustomEvent('figure:state', { detail }));
    return detail.link ?? '';
  });
  const other = await context.newPage();
  const linked = await openFigure(other, `./${link}`, 'training');
  await expect(linked.getByRole('combobox', { name: 'Optimiser' })).toHaveValue('sgd');
  await expect(linked.getByText(/B: optimiser Momentum/)).toBeVisible();
  await expect(linked.locator('figcaption')).toContainText('Press Start');
});
