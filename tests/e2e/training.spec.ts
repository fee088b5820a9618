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

test('run B says what happened to it, offers a way on, and both runs come back after a reload', async ({
  page,
}) => {
  const figure = await openFigure(page, './', 'training');
  await rate(page, figure, '1000000');
  await press(figure, 'Keep as run B');
  await rate(page, figure, '0.04');
  await press(figure, 'Start');
  await steps(figure, 60);
  const alert = figure.getByRole('alert');
  await expect(alert).toContainText(/^Run B: /, SOON);
  await press(figure, 'Pause');
  await expect(figure.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
  await expect(figure.locator('.training-end')).toHaveCount(4, SOON);
  const ends = (): Promise<string[]> => figure.locator('.training-end text').allTextContents();
  // B may have to come to where A rests.
  let stood: string[] = [];
  await expect
    .poll(
      async () => {
        const before = stood;
        stood = await ends();
        return stood.join() === before.join();
      },
      { ...SOON, intervals: [1500] },
    )
    .toBe(true);

  await page.reload();
  await page.locator('[data-island="training"]').scrollIntoViewIfNeeded();
  await expect(figure.locator('.training-end')).toHaveCount(4, SOON);
  expect(await ends()).toEqual(stood);
  await expect(alert).toContainText(/^Run B: /);

  // Swapped, each run takes along what it has learned.
  const named = (of: string[], letter: string): string[] =>
    of.filter((text) => text.startsWith(letter)).map((text) => text.slice(1));
  await press(figure, 'Swap A and B');
  await expect.poll(async () => named(await ends(), 'B'), SOON).toEqual(named(stood, 'A'));
  expect(named(await ends(), 'A').length).toBe(2);
  await press(figure, 'Swap A and B');
  await expect.poll(async () => named(await ends(), 'A'), SOON).toEqual(named(stood, 'A'));

  // The offered change is one of run B alone: it learns anew and catches up.
  await alert.getByRole('button', { name: 'Learning rate 0.04' }).click();
  await expect(figure.getByText('B has the same settings as A')).toBeVisible();
  await press(figure, 'Step');
  await expect(alert).toHaveCount(0, SOON);
  await expect
    .poll(async () => {
      const now = await ends();
      return [now.length, named(now, 'A').join() === named(now, 'B').join()];
    }, SOON)
    .toEqual([4, true]);
});

for (const [what, said] of [
  ['refused', 'stores nothing here'],
  ['full', 'no more room'],
] as const)
  test(`storage that is ${what} is told, and nothing else is lost`, async ({ page }) => {
    const errors = watchErrors(page);
    await page.addInitScript((how) => {
      if (how === 'refused')
        IDBFactory.prototype.open = () => {
          throw new DOMException('refused', 'SecurityError');
        };
      else
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    }, what);
    const figure = await openFigure(page, './', 'training');
    await press(figure, 'Start');
    await steps(figure, 60);
    const note = figure.getByRole('status').filter({ hasText: said });
    await expect(note).toBeVisible(SOON);
    const step = await steps(figure, 60);
    await note.getByRole('button', { name: 'All right' }).click();
    await expect(note).toHaveCount(0);
    await steps(figure, step + 20);
    await press(figure, 'Pause');
    await expect(figure.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
    await expect.poll(() => metric(figure, 'test-accuracy'), SOON).toBeGreaterThan(0.5);
    // What the reader made can be taken along, and what cannot be handed on is said.
    const download = page.waitForEvent('download');
    await press(figure, 'Save weights');
    expect((await download).suggestedFilename()).toMatch(/^weights-step-\d+\.bin$/);
    await figure.locator('a[data-digit][href]').first().click();
    await expect(figure.getByText('keeps nothing for this site')).toBeVisible();
    expect(errors).toEqual([]);
  });

test('out of sight it goes on without drawing, and a small sign leads back', async ({ page }) => {
  const figure = await openFigure(page, './', 'training');
  await press(figure, 'Start');
  await steps(figure, 20);
  await page.getByRole('contentinfo').scrollIntoViewIfNeeded();
  const sign = figure.locator('.training-away');
  await expect(sign).toContainText('Training goes on', SOON);
  const track = figure.locator('.training-track');
  const shown = await track.inputValue();
  const told = await sign.textContent();
  await expect.poll(() => sign.textContent(), SOON).not.toBe(told);
  expect(await track.inputValue()).toBe(shown);
  await sign.getByRole('button', { name: 'Let the training rest' }).click();
  await expect(sign).toContainText(/rests at step|Trained/, SOON);
  await sign.getByRole('button', { name: /rests at step|Trained/ }).click();
  await expect(figure.locator('.frame-stage')).toBeInViewport();
  await expect(sign).toBeHidden();
  expect(Number(await track.inputValue())).toBeGreaterThan(Number(shown));
});

test('misread clothes open in the network with the weights that misread them', async ({ page }) => {
  const figure = await openFigure(
    page,
    './#scene=training&data=fashion&digits=1000&left=misread&right=filters&position=80',
    'training',
  );
  await press(figure, 'Start');
  const cloth = figure.locator('a[data-digit][href]').first();
  await expect(cloth).toBeVisible(SOON);
  await expect(figure.getByRole('button', { name: 'Start', exact: true })).toBeVisible(SOON);
  await expect(figure.getByText(/at step 20,/)).toBeVisible(SOON);
  const name = (await cloth.getAttribute('aria-label')) ?? '';
  const [, label = '', read = ''] = /^(.+), read as (.+), \d+% sure/.exec(name) ?? [];
  expect(read).toMatch(/[a-z]/);
  await cloth.click();
  const network = page.locator('figure[data-scene="network"][data-ready]');
  await expect(network).toBeVisible(SOON);
  await expect(network.getByText(`Read as ${read} (`).first()).toBeVisible(SOON);
  await expect(network.getByText(`Loss as ${label}:`).first()).toBeVisible();
  await expect(network.getByText('trained on clothes')).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('has every button, and every panel in its turn', async ({ page }) => {
    const figure = await openFigure(page, './', 'training');
    for (const name of ['Reset', 'Start', 'Step', 'Next part', 'One epoch'])
      await expect(figure.getByRole('button', { name, exact: true })).toBeInViewport();
    await expect(figure.getByRole('slider', { name: 'Training step' })).toBeInViewport();
    await press(figure, 'Step');
    await expect.poll(() => metric(figure, 'images'), SOON).toBe(32);
    const choice = figure.getByRole('combobox', { name: 'Left view' });
    for (const panel of await choice.getByRole('option').allTextContents()) {
      await choice.selectOption({ label: panel });
      await expect(figure.locator('.stage-svg')).toBeInViewport();
    }
  });
});
