import { expect, test } from '@playwright/test';
import { evaluateLine, openFigure, readFigure, type Snapshot, setSlider, watchErrors } from './figure.ts';

type Plane = readonly (readonly (number | null)[])[];
const at = (plane: Plane | undefined, row: number, col: number): number => plane?.[row]?.[col] ?? 0;

interface Sizes {
  readonly stride: number;
  readonly before: number;
  readonly dilation: number;
}

/** The convolution and its gradients written out once more, from the numbers on the page alone. */
function expectGridsToAgree({ grids }: Snapshot, { stride, before, dilation }: Sizes): number {
  const { Input: x, Kernel: w, Bias: b, Output: y } = grids as Record<string, Plane>;
  const dy = grids['Gradient of output'];
  let checked = 0;
  const close = (shown: number | null | undefined, expected: number): void => {
    if (shown === null || shown === undefined) return;
    // A plain comparison: an assertion a cell would cost minutes over a walk.
    if (Math.abs(shown - expected) > 1e-9 * Math.max(1, Math.abs(expected)))
      throw new Error(`the page shows ${shown}, the other grids give ${expected}`);
    checked++;
  };
  const k = w?.length ?? 0;
  const tap = (o: number, u: number): number => o * stride + u * dilation - before;
  y?.forEach((cells, i) => {
    cells.forEach((shown, j) => {
      let sum = 0;
      for (let u = 0; u < k; u++)
        for (let v = 0; v < k; v++) sum += at(x, tap(i, u), tap(j, v)) * at(w, u, v);
      close(shown, sum + at(b, 0, 0));
    });
  });
  if (!dy) return checked;
  const dx = grids['Gradient of input']?.map((row) => row.map(() => 0)) ?? [];
  const dw = grids['Gradient of kernel']?.map((row) => row.map(() => 0)) ?? [];
  let db = 0;
  dy.forEach((cells, i) => {
    cells.forEach((_, j) => {
      const g = at(dy, i, j);
      db += g;
      for (let u = 0; u < k; u++)
        for (let v = 0; v < k; v++) {
          const [row, col] = [tap(i, u), tap(j, v)];
          const target = dx[row];
          if (target && col >= 0 && col < target.length) target[col] = (target[col] ?? 0) + g * at(w, u, v);
          const weights = dw[u];
          if (weights) weights[v] = (weights[v] ?? 0) + g * at(x, row, col);
        }
    });
  });
  grids['Gradient of input']?.forEach((row, i) => {
    for (const [j, shown] of row.entries()) close(shown, at(dx, i, j));
  });
  grids['Gradient of kernel']?.forEach((row, i) => {
    for (const [j, shown] of row.entries()) close(shown, at(dw, i, j));
  });
  close(grids['Gradient of bias']?.[0]?.[0], db);
  return checked;
}

const SETS: readonly { readonly name: string; readonly link: string; readonly sizes: Sizes }[] = [
  { name: 'as it opens', link: '', sizes: { stride: 1, before: 1, dilation: 1 } },
  { name: 'stride 2, gather', link: '&stride=2&method=gather', sizes: { stride: 2, before: 1, dilation: 1 } },
  {
    name: 'valid, 2 × 2 blur',
    link: '&kernel=2&padding=0&preset=box',
    sizes: { stride: 1, before: 0, dilation: 1 },
  },
  {
    name: 'dilated, unread rows, target, gather',
    link: '&input=6&dilation=2&stride=3&padding=1&loss=target&method=gather&b=0.5',
    sizes: { stride: 3, before: 1, dilation: 2 },
  },
  {
    name: 'full, typed numbers',
    link: '&input=3&padding=2&kernel=3&preset=own&w=0.1,-0.2,0.3,1,-1,2,0,0,-0.7&b=-0.25&digits=all',
    sizes: { stride: 1, before: 2, dilation: 1 },
  },
];

for (const { name, link, sizes } of SETS)
  test(`every position adds up: ${name}`, async ({ page }) => {
    test.setTimeout(240_000);
    const errors = watchErrors(page);
    const figure = await openFigure(page, `./#scene=convolution${link}`);
    const position = figure.getByRole('slider', { name: 'Position' });
    const total = Number(await position.getAttribute('max'));
    expect(total).toBeGreaterThan(50);
    let lines = 0;
    let checked = 0;
    const directions = new Set<string>();
    await setSlider(figure, 'Position', 0);
    for (let step = 0; step <= total; step++) {
      if (step > 0) await setSlider(figure, 'Position', step);
      const shown = await readFigure(figure);
      expect(shown.sliders['Position']).toBe(step);
      directions.add(shown.direction);
      for (const line of shown.arithmetic) {
        const { left, right, exact } = evaluateLine(line);
        if (exact) expect(left === right, line).toBe(true);
        else expect(Math.abs(left - right), line).toBeLessThan(0.02 * Math.max(1, Math.abs(right)));
        lines++;
      }
      checked += expectGridsToAgree(shown, sizes);
      expect(shown.caption.length).toBeGreaterThan(10);
    }
    expect(lines).toBe(total + 1);
    expect(checked).toBeGreaterThan(total);
    expect([...directions]).toEqual(['forward', 'backward']);
    expect(errors).toEqual([]);
  });

test('a link keeps everything, and the copied link opens the same state', async ({ page, context }) => {
  const figure = await openFigure(page, './');
  await setSlider(figure, 'Stride', 2);
  await setSlider(figure, 'Kernel size', 2);
  await setSlider(figure, 'Position', 20);
  await figure.getByRole('grid', { name: 'Input', exact: true }).getByRole('gridcell').nth(3).click();
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  const before = await readFigure(figure);
  expect(before.grids['Input']?.[0]?.[3]).toBe(7);
  await figure.getByRole('button', { name: 'Copy' }).click();
  await figure.getByRole('menuitem', { name: 'Link to this state' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  const again = await readFigure(await openFigure(other, link));
  expect(again).toEqual(before);
});

const HOSTILE = [
  '#scene=convolution&stride=0&kernel=99&input=NaN&position=-5&padding=1e308',
  '#scene=convolution&x=1,2,abc&w=Infinity&preset=%3Cscript%3E&pin=zzz,9,9&dilation=2.7',
  `#scene=convolution&x=${'9'.repeat(1_000_000)}`,
  '#scene=no-such-figure&stride=2',
  '#scene=convolution&scene=__proto__&position=%00',
];
for (const [i, hash] of HOSTILE.entries())
  test(`a hostile link opens the page and says so (${i + 1})`, async ({ page }) => {
    const errors = watchErrors(page);
    await page.goto(`./${hash}`);
    await expect(page.getByText(/link/i).filter({ visible: true }).first()).toBeVisible();
    const figure = page.locator('figure[data-scene=convolution]');
    await page.locator('[data-island=convolution]').scrollIntoViewIfNeeded();
    await expect(figure).toHaveAttribute('data-ready', '');
    const shown = await readFigure(figure);
    expect(shown.sliders['Stride']).toBeGreaterThanOrEqual(1);
    expect(shown.sliders['Kernel size']).toBeLessThanOrEqual(5);
    await expect(page.locator('.notice').first()).toBeVisible();
    expect(errors).toEqual([]);
  });

test('a number typed that does not fit is said, and nothing moves', async ({ page }) => {
  const figure = await openFigure(page, './');
  const field = figure.getByRole('textbox', { name: 'Stride as a number' });
  const height = () => figure.evaluate((element) => element.getBoundingClientRect().height);
  const type = async (text: string) => {
    await field.fill(text);
    await field.press('Enter');
  };
  await type('1');
  const before = await height();
  await type('none');
  await expect(figure.getByText('“none” is not a number. It stays 1.')).toBeVisible();
  await expect(field).toHaveValue('1');
  expect(await height()).toBe(before);
  await type('w'.repeat(500));
  await expect(figure.getByText(`“${'w'.repeat(20)}…” is not a number`)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
  await type('9');
  await expect(figure.getByText('Only 1 to 4 fit here: 4 was taken.')).toBeVisible();
  await expect(field).toHaveValue('4');
  await field.blur();
  await field.focus();
  await expect(figure.getByText('Only 1 to 4')).toBeHidden();
  await type('2.6');
  await expect(figure.getByText('It goes in steps of 1: 3 was taken.')).toBeVisible();
  await expect(field).toHaveValue('3');
});

test('by keyboard alone', async ({ page }) => {
  const figure = await openFigure(page, './');
  await figure.focus();
  const start = (await readFigure(figure)).sliders['Position'] ?? 0;
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  expect((await readFigure(figure)).sliders['Position']).toBe(start + 1);
  await page.keyboard.press('Space');
  await expect(figure.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(figure.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  // One tab stop a grid; arrows walk its cells, Enter pins, Escape lets go, a digit edits.
  const cell = figure.getByRole('grid', { name: 'Input', exact: true }).locator('[tabindex="0"]');
  await expect(cell).toHaveCount(1);
  await cell.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(figure.getByText('Pinned')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(figure.getByText('Pinned')).toBeHidden();
  await page.keyboard.press('8');
  await page.keyboard.press('Enter');
  expect((await readFigure(figure)).grids['Input']?.[0]?.[4]).toBe(8);
  await expect(
    figure
      .getByRole('status')
      .filter({ hasText: /output|window/i })
      .first(),
  ).not.toBeEmpty();
});

test('by touch alone @phone-only', async ({ page }) => {
  const figure = await openFigure(page, './');
  await figure.getByRole('radio', { name: 'Backward' }).tap();
  await figure.getByRole('radio', { name: 'Gather' }).tap();
  await figure.getByRole('button', { name: 'Step forward' }).tap();
  await figure.getByRole('grid', { name: 'Kernel', exact: true }).getByRole('gridcell').nth(4).tap();
  await expect(figure.getByText('Pinned')).toBeVisible();
  await figure.getByRole('textbox', { name: 'Value of the pinned cell' }).fill('3');
  await figure.getByRole('textbox', { name: 'Value of the pinned cell' }).press('Enter');
  const shown = await readFigure(figure);
  expect(shown.grids['Kernel']?.[1]?.[1]).toBe(3);
  expect(shown.direction).toBe('backward');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('with reduced motion a step has no in-between', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const figure = await openFigure(page, './');
  await figure.getByRole('button', { name: 'Reset' }).click();
  await figure.getByRole('button', { name: 'Play', exact: true }).click();
  const places = await figure
    .locator('.windows .window')
    .first()
    .evaluate(async (node) => {
      const seen: number[] = [];
      for (let i = 0; i < 90; i++) {
        await new Promise(requestAnimationFrame);
        seen.push(Number(node.getAttribute('x')));
      }
      return [...new Set(seen)];
    });
  const cell = await figure.locator('[role=gridcell] rect').first().getAttribute('width');
  for (const x of places) expect(Math.abs(((x - (places[0] ?? 0)) / Number(cell)) % 1)).toBeLessThan(1e-6);
});

test('check it: the secant agrees with backpropagation', async ({ page }) => {
  const figure = await openFigure(page, './#scene=convolution&stride=2&loss=target');
  for (const [grid, index] of [
    ['Input', 7],
    ['Kernel', 2],
    ['Bias', 0],
  ] as const) {
    await figure.getByRole('grid', { name: grid, exact: true }).getByRole('gridcell').nth(index).click();
    const open = await figure.locator('.check-panel').count();
    if (!open) await figure.getByRole('button', { name: /Check it/ }).click();
    const difference = Number(await figure.locator('[data-difference]').getAttribute('data-difference'));
    expect(difference).toBeLessThan(1e-5);
  }
});
