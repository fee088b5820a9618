import { expect, type Locator, type Page, test } from '@playwright/test';
import { evaluateLine, openFigure, setSlider } from './figure.ts';

/*
 * What the kit puts around every stage, shown by the convolution: keys, the equation as a scrubber, a slider that is
 * held, the figure that comes to the reader, and a page that a browser translates.
 */

const position = (figure: Locator): Promise<number> =>
  figure.getByRole('slider', { name: 'Position' }).inputValue().then(Number);
const line = async (figure: Locator) =>
  evaluateLine((await figure.locator('[data-arithmetic]').first().textContent()) ?? '');

test('the keys step, play and unpin while the figure has the focus', async ({ page }) => {
  const figure = await openFigure(page, './');
  const start = await position(figure);
  await figure.focus();
  await page.keyboard.press('ArrowRight');
  expect(await position(figure)).toBe(start + 1);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  expect(await position(figure)).toBe(start - 1);
  await page.keyboard.press(' ');
  await expect(figure.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press(' ');
  await expect(figure.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  // A slider keeps its own arrows.
  const before = await position(figure);
  await figure.getByRole('slider', { name: 'Stride' }).press('ArrowRight');
  await expect(figure.getByRole('slider', { name: 'Stride' })).toHaveValue('2');
  await figure.getByRole('slider', { name: 'Stride' }).press('ArrowLeft');
  expect(await position(figure)).toBeLessThanOrEqual(before);
  await figure.locator('[role=gridcell][data-row="0"][data-col="0"]').last().press('Enter');
  await expect(figure.getByRole('button', { name: 'unpin' })).toBeVisible();
  await figure.focus();
  await page.keyboard.press('Escape');
  await expect(figure.getByRole('button', { name: 'unpin' })).toHaveCount(0);
});

test('a term leads to its step, and a number lights its cell', async ({ page }) => {
  const figure = await openFigure(page, './#scene=convolution&position=76');
  await figure.locator('[data-term="8"] .line-times').click({ force: true });
  expect(await position(figure)).toBe(79);
  await figure.getByRole('button', { name: /^Go to term 8:/ }).press('Enter');
  expect(await position(figure)).toBe(78);
  await figure.getByRole('button', { name: /^Go to term 9:/ }).press('Enter');
  const sum = await line(figure);
  expect(sum.right).toBe(sum.left);
  const numbers = figure.getByRole('toolbar');
  await expect(numbers.locator('button[tabindex="0"]')).toHaveCount(1);
  await numbers.locator('button[tabindex="0"]').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(numbers.locator('button:focus')).toHaveClass(/is-lit/);
  // The step is the figure's, the arrow was the line's.
  expect(await position(figure)).toBe(79);
});

test('a held slider shows what it measures, and nothing of the page moves', async ({ page }) => {
  const figure = await openFigure(page, './');
  const height = () => figure.evaluate((element) => element.getBoundingClientRect().height);
  const before = await height();
  const stride = figure.getByRole('slider', { name: 'Stride' });
  await stride.focus();
  await stride.press('ArrowRight');
  await expect(figure.locator('.line.is-sizes')).toBeVisible();
  expect(await height()).toBe(before);
  // A key holds until it has rested.
  await expect(figure.locator('.line.is-sizes')).toHaveCount(0);
  expect(await height()).toBe(before);
  await setSlider(figure, 'Input size', 9);
  expect(await height()).toBe(before);
});

test('what is typed and does not fit is said', async ({ page }) => {
  const figure = await openFigure(page, './');
  const field = figure.getByLabel('Stride as a number');
  await field.fill('99');
  await field.press('Enter');
  await expect(figure.getByText(/^Only 1 to \d+ fit here: \d+ was taken\.$/)).toBeVisible();
});

/** What a translator of the browser does: every text is put into an element of its own. */
const translate = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
      if (!node.parentElement?.closest('script, style, svg, textarea, option')) texts.push(node);
    for (const text of texts) {
      if (text.data.trim() === '') continue;
      const font = document.createElement('font');
      text.replaceWith(font);
      font.textContent = text.data;
    }
  });

test('a page that a browser has translated steps on, and its sum is right', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const figure = await openFigure(page, './#scene=convolution&position=73');
  await translate(page);
  for (const step of [74, 75, 76]) {
    await figure.getByRole('button', { name: 'Step forward' }).click();
    await expect(figure.getByRole('slider', { name: 'Position' })).toHaveValue(String(step));
    const { left, right } = await line(figure);
    expect(right).toBe(left);
    await expect(figure.locator('.line-result b')).toHaveText(String(right).replace('-', '−'));
    await expect(figure.locator('.transport-where')).toHaveText(`cell8of 25·product${step - 70}of 9`);
  }
  await setSlider(figure, 'Stride', 2);
  await figure.getByRole('radio', { name: 'Backward' }).check();
  await figure.getByRole('button', { name: 'Original state' }).click();
  expect(errors).toEqual([]);
  await expect(figure.locator('.is-broken')).toHaveCount(0);
});

const boxOf = (locator: Locator) =>
  locator.evaluate((element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    return { top, bottom, height };
  });

/** A phrase that stands in the window with its figure out of it. */
async function phraseAway(page: Page, figure: Locator, block: ScrollLogicalPosition): Promise<Locator> {
  const phrase = page.locator('a[data-beat-scene="convolution"]').last();
  await phrase.evaluate((element, at) => {
    // The page has to be long enough for the phrase to stand anywhere in the window.
    document.body.style.paddingBottom = '100vh';
    element.scrollIntoView({ block: at, behavior: 'instant' });
  }, block);
  const { top, bottom } = await boxOf(figure);
  const height = page.viewportSize()?.height ?? 0;
  expect(bottom > height || top < 0).toBe(true);
  return phrase;
}

test('a phrase brings its figure, and the figure goes back @phone', async ({ page }) => {
  const figure = await openFigure(page, './');
  const phrase = await phraseAway(page, figure, 'center');
  const place = await boxOf(figure);
  await phrase.click();
  await expect(figure).toHaveAttribute('data-docked', 'convolution');
  const card = figure.locator('.frame-card');
  const [stage, text, window] = [await boxOf(card), await boxOf(phrase), page.viewportSize()?.height ?? 0];
  expect(stage.top).toBeGreaterThanOrEqual(0);
  expect(stage.bottom).toBeLessThanOrEqual(window);
  expect(stage.height).toBeLessThanOrEqual(window / 2 + 1);
  expect(text.bottom <= stage.top || text.top >= stage.bottom).toBe(true);
  expect(text.top >= 0 && text.bottom <= window).toBe(true);
  expect((await boxOf(figure)).height).toBeCloseTo(place.height, 0);
  // Another phrase of the same figure keeps the dock.
  await phrase.click();
  await expect(figure).toHaveAttribute('data-docked', 'convolution');
  await page.keyboard.press('Escape');
  await expect(figure).not.toHaveAttribute('data-docked');
  await expect(phrase).toBeFocused();
  await phrase.click();
  await figure.getByRole('button', { name: 'Put the figure back' }).click();
  await expect(figure).not.toHaveAttribute('data-docked');
  await expect(phrase).toBeFocused();
  await phrase.click();
  await figure.getByRole('button', { name: 'Go to the figure' }).click();
  await expect(figure).not.toHaveAttribute('data-docked');
  await expect(figure).toBeFocused();
  await expect(figure).toBeInViewport({ ratio: 0.5 });
});

test('the keys lead into a docked figure and out of it', async ({ page }) => {
  const figure = await openFigure(page, './');
  const phrase = await phraseAway(page, figure, 'center');
  await phrase.focus();
  await page.keyboard.press('Enter');
  await expect(figure).toHaveAttribute('data-docked', 'convolution');
  await expect(phrase).toBeFocused();
  await page.keyboard.press('Enter');
  const region = figure.getByRole('region', { name: /^Figure .*, docked: / });
  await expect(region).toBeFocused();
  const start = await figure.locator('[data-arithmetic]').first().textContent();
  await page.keyboard.press('ArrowLeft');
  await expect(figure.locator('[data-arithmetic]').first()).not.toHaveText(start ?? '');
  await page.keyboard.press('Escape');
  await expect(figure).not.toHaveAttribute('data-docked');
  await expect(phrase).toBeFocused();
});

test('a docked figure stands at the edge that does not hold the sentence', async ({ page }) => {
  const figure = await openFigure(page, './');
  for (const [block, edge] of [
    ['start', 'bottom'],
    ['end', 'top'],
  ] as const) {
    const phrase = await phraseAway(page, figure, block);
    await phrase.evaluate((element, at) => {
      scrollBy({ top: at === 'start' ? -120 : 60, behavior: 'instant' });
      return element.getBoundingClientRect().top;
    }, block);
    const before = (await boxOf(phrase)).top;
    await phrase.click();
    await expect(figure.locator('.frame-card')).toHaveAttribute('data-edge', edge);
    // It was not covered, so it has not moved.
    expect((await boxOf(phrase)).top).toBeCloseTo(before, 0);
    await page.keyboard.press('Escape');
  }
});
