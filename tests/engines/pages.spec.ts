import { expect } from '@playwright/test';
import { drag, press, type Spot } from './driver/input.ts';
import { inElement, inPage } from './driver/run.ts';
import { clickOn, faultsOf, figureOf, openAddress, openFigure, pressOn, read, tooWide } from './figure.ts';
import { test } from './tab.ts';

/* What the walk over the figures does not come to: pages without figures, the pad, the training, the network from behind. */

for (const page of ['', 'glossary/', 'references/', 'print/', 'zh/', 'zh/glossary/', 'zh/references/'])
  test(`/${page} is no wider than its window`, async ({ tab, site }) => {
    await tab.goto(new URL(page, site).href);
    for (const [width, height] of [
      [1366, 768],
      [390, 844],
    ] as const) {
      await tab.resize(width, height);
      await expect.poll(() => inPage(tab, () => innerWidth)).toBe(width);
      expect(await tooWide(tab), `at ${width}`).toBeLessThanOrEqual(0);
    }
    expect(await faultsOf(tab)).toEqual([]);
  });

test('the opening reads the digit that is drawn', async ({ tab, site }) => {
  await tab.resize(1366, 768);
  await openAddress(tab, site, 'drawn-digit', '.drawn-digit');
  await clickOn(tab, 'button', 'Clear the pad');
  const { x, y, width, height } = await inElement(tab, '[data-pad]', async (pad) => {
    pad.scrollIntoView({ block: 'center', behavior: 'instant' });
    await new Promise(requestAnimationFrame);
    return pad.getBoundingClientRect().toJSON() as DOMRect;
  });
  const at = (right: number, down: number): Spot => [x + right * width, y + down * height];
  const between = (a: number, b: number, share: number): number => a + (b - a) * share;
  const shares = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
  // A seven: two lines.
  await drag(tab, [
    at(0.25, 0.25),
    ...shares.map((share) => at(between(0.25, 0.75, share), 0.25)),
    ...shares.map((share) => at(between(0.75, 0.45, share), between(0.25, 0.85, share))),
  ]);
  await expect
    .poll(() =>
      inElement(tab, '.drawn-digit [data-metric=prediction]', (one) => one.getAttribute('data-value')),
    )
    .toBe('7');
  expect(await faultsOf(tab)).toEqual([]);
});

test('the glossary finds a word', async ({ tab, site }) => {
  await tab.resize(1366, 768);
  await tab.goto(new URL('glossary/', site).href);
  const shown = (): Promise<number> =>
    inPage(tab, () => [...document.querySelectorAll('.entry')].filter((one) => one.checkVisibility()).length);
  const all = await shown();
  await pressOn(tab, '.glossary-search input', ...'stride');
  await expect.poll(shown).toBeLessThan(all);
  expect(await shown()).toBeGreaterThan(0);
});

test('a word opens its definition inside the window', async ({ tab, site }) => {
  await tab.resize(390, 844);
  await openFigure(tab, site, 'convolution');
  await clickOn(tab, '[data-term=convolution]');
  const inside = (): Promise<boolean> =>
    inPage(tab, () => {
      const bubble = document.querySelector('.term-bubble');
      if (!bubble?.checkVisibility()) return false;
      const { left, right, top, bottom } = bubble.getBoundingClientRect();
      return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
    });
  await expect.poll(inside).toBe(true);
  await press(tab, 'Escape');
  await expect.poll(inside).toBe(false);
});

test('the network learns in the tab', async ({ tab, site }) => {
  const figure = figureOf('training');
  const metric = (name: string): Promise<number> =>
    inElement(
      tab,
      `${figure} [data-metric=${name}]`,
      (one) => Number((one as SVGElement).dataset['value'] || Number.NaN) || 0,
    );
  await tab.resize(1366, 768);
  await openFigure(tab, site, 'training');
  await clickOn(tab, `${figure} button`, 'Start');
  await expect.poll(() => metric('images'), { timeout: 60_000 }).toBeGreaterThan(1000);
  await clickOn(tab, `${figure} button`, 'Pause');
  await expect.poll(() => metric('test-accuracy'), { timeout: 60_000 }).toBeGreaterThan(0.3);
  expect(await metric('loss')).toBeGreaterThan(0);
  expect(await metric('loss')).toBeLessThan(2.3);
  expect(await faultsOf(tab)).toEqual([]);
});

test('a number of the network is taken apart, forwards and backwards', async ({ tab, site }) => {
  const figure = figureOf('network');
  await tab.resize(1366, 768);
  await openFigure(tab, site, 'network');
  await clickOn(tab, `${figure} [role=grid] [role=gridcell]`);
  await expect.poll(async () => (await read(tab, 'network')).arithmetic.length).toBeGreaterThan(0);
  await clickOn(tab, `${figure} label`, 'Backward');
  await expect.poll(async () => (await read(tab, 'network')).direction).toBe('backward');
  expect((await read(tab, 'network')).arithmetic.length).toBeGreaterThan(0);
  expect(await faultsOf(tab)).toEqual([]);
});
