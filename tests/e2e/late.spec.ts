import { expect, type Locator, test } from '@playwright/test';
import { openFigure, readFigure, setSlider } from './figure.ts';

/** The colour at the upper left of every cell of the first grid, read from its canvas in the very task of the change. */
function paintedAfter(figure: Locator, slider: string, value: number): Promise<number[][]> {
  return figure.evaluate(
    (root, [name, next]) => {
      const input = [...root.querySelectorAll<HTMLInputElement>('.param-range')].find(
        ({ labels }) => labels?.[0]?.textContent === name,
      ) as HTMLInputElement;
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      set?.call(input, String(next));
      input.dispatchEvent(new Event('input', { bubbles: true }));
      if (root.getAttribute('aria-busy') !== 'true')
        throw new Error('the figure does not say that it is busy');
      const box = root.querySelector('.grid-box') as HTMLElement;
      const canvas = box.querySelector('canvas.painted-cells:not([hidden])') as HTMLCanvasElement;
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      const side = Number(box.querySelector('svg')?.getAttribute('aria-rowcount'));
      const slot = Number(box.querySelector('svg')?.getAttribute('viewBox')?.split(' ')[2]);
      const cell = Math.min(54, Math.floor(((slot - 2) / side) * 4) / 4);
      const left = Math.round((slot - cell * side) / 2);
      const scale = canvas.width / slot;
      return Array.from({ length: side * side }, (_, i) => {
        const x = (left + ((i % side) + 0.12) * cell) * scale;
        const y = (1 + (Math.floor(i / side) + 0.12) * cell) * scale;
        return [...context.getImageData(x, y, 1, 1).data.subarray(0, 3)];
      });
    },
    [slider, value] as const,
  );
}

/** The colours that the drawn cells of the first grid have. */
function drawn(figure: Locator): Promise<number[][]> {
  return figure.evaluate(async (root) => {
    while (root.getAttribute('aria-busy')) await new Promise(requestAnimationFrame);
    const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
    return [...root.querySelectorAll('.grid-box')[0]!.querySelectorAll('[role=gridcell] > rect')].map(
      (rect) => {
        context.fillStyle = getComputedStyle(rect).fill;
        context.fillRect(0, 0, 1, 1);
        return [...context.getImageData(0, 0, 1, 1).data.subarray(0, 3)];
      },
    );
  });
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`a change of parameters is painted in its own frame, in the colours of the drawing, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    const figure = await openFigure(page, './#scene=stride&padding=0', 'stride');
    const painted = await paintedAfter(figure, 'Input size', 9);
    const colours = await drawn(figure);
    expect(painted).toHaveLength(81);
    expect(colours).toHaveLength(81);
    for (const [i, colour] of colours.entries())
      for (const [channel, value] of colour.entries())
        expect(Math.abs(value - (painted[i]?.[channel] ?? Number.NaN)), `cell ${i}`).toBeLessThanOrEqual(3);
  });

test('however fast the slider is dragged, the cells end where it ends', async ({ page }) => {
  const figure = await openFigure(page, './#scene=stride', 'stride');
  for (const size of [9, 8, 7, 10, 6, 9]) await setSlider(figure, 'Input size', size);
  const { grids } = await readFigure(figure);
  expect(grids['Input']).toHaveLength(9);
  expect(grids['Input']?.flat().filter((value) => value !== null)).toHaveLength(81);
  const texts = await figure
    .locator('.grid-box')
    .first()
    .locator('[role=gridcell] > text:not(.badge)')
    .allTextContents();
  expect(texts.map((text) => Number(text.replace('−', '-')))).toEqual(grids['Input']?.flat());
});

for (const [scene, slider, canvas] of [
  ['stride', 'Dilation', 'canvas.painted-cells:not([hidden])'],
  ['conv-matrix', 'Padding', '.painted-grids:not([hidden]) canvas'],
] as const)
  test(`what is painted lies over what was drawn before: ${scene}`, async ({ page }) => {
    const figure = await openFigure(page, `./#scene=${scene}`, scene);
    const covered = await figure.evaluate(
      async (root, [name, selector]) => {
        const input = [...root.querySelectorAll<HTMLInputElement>('.param-range')].find(
          ({ labels }) => labels?.[0]?.textContent === name,
        ) as HTMLInputElement;
        const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
        set?.call(input, String(Number(input.value) + 1));
        input.dispatchEvent(new Event('input', { bubbles: true }));
        return [...root.querySelectorAll<HTMLElement>(selector)].map((canvas) => {
          canvas.scrollIntoView({ block: 'center' });
          canvas.style.pointerEvents = 'auto';
          const { left, top, width, height } = canvas.getBoundingClientRect();
          return document.elementFromPoint(left + width / 2, top + height / 2) === canvas;
        });
      },
      [slider, canvas] as const,
    );
    expect(covered.length).toBeGreaterThan(0);
    expect(covered).not.toContain(false);
  });
