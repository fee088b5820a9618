import { expect, type Locator, test } from '@playwright/test';
import katex from 'katex';
import { katexOptions } from '../../src/formula/katex.ts';
import { FIGURES } from '../../tools/figures.ts';
import { openFigure, setSlider, sliderNames } from './figure.ts';

/* Nothing on the screen is older than anything else: a picture is the one that is there a second later. */

/** All that a stage and its line show, as text. */
const pictureOf = (figure: Locator): Promise<string> =>
  figure.evaluate((root) => {
    const drawings = [...root.querySelectorAll('[data-stage] svg')].map((svg) => svg.outerHTML);
    const painted = [...root.querySelectorAll<HTMLCanvasElement>('[data-stage] canvas')].map((canvas) =>
      canvas.width > 0 ? canvas.toDataURL() : '',
    );
    const line = root.querySelector('[data-arithmetic]')?.textContent ?? '';
    return [...drawings, ...painted, line, root.querySelector('figcaption')?.textContent ?? ''].join('\n');
  });

const frames = (figure: Locator, count: number): Promise<void> =>
  figure.evaluate(async (_, n) => {
    for (let i = 0; i < n; i++) await new Promise(requestAnimationFrame);
  }, count);

for (const scene of FIGURES) {
  test(`${scene}: nothing is late while it plays`, async ({ page }) => {
    await page.clock.install();
    const figure = await openFigure(page, './', scene);
    const play = figure.getByRole('button', { name: 'Play', exact: true });
    if ((await play.count()) === 0) return;
    await play.click();
    for (const milliseconds of [350, 700, 900]) {
      await page.clock.runFor(milliseconds);
      // In one go: between a look at the button and a press on it a short film can come to its end.
      const isPaused = await figure.evaluate((root) => {
        const pause = root.querySelector<HTMLElement>('button[aria-label="Pause"]');
        pause?.click();
        return pause !== null;
      });
      if (!isPaused) return;
      const now = await pictureOf(figure);
      await page.clock.runFor(1000);
      expect(await pictureOf(figure)).toBe(now);
      await play.click();
    }
  });

  test(`${scene}: nothing is late after quick moves of a slider`, async ({ page }) => {
    const figure = await openFigure(page, './', scene);
    for (const name of (await sliderNames(figure)).slice(0, 3)) {
      const slider = figure.getByRole('slider', { name, exact: true });
      const [min, max] = [Number(await slider.getAttribute('min')), Number(await slider.getAttribute('max'))];
      for (let i = 0; i < 8; i++) await setSlider(figure, name, min + ((i * 3) % (max - min + 1)));
      await frames(figure, 2);
      // What a figure counts on the side is late by intention.
      await expect(figure).not.toHaveAttribute('data-counting', { timeout: 60_000 });
      const now = await pictureOf(figure);
      await page.waitForTimeout(1000);
      expect(await pictureOf(figure), name).toBe(now);
    }
  });
}

/** The formulas of a figure that differ from what KaTeX writes for their source. */
async function wrongFormulas(figure: Locator): Promise<string[]> {
  const sources = await figure.locator('.formula annotation').allTextContents();
  const written = sources.map((tex) => katex.renderToString(tex, katexOptions(false)));
  return figure.evaluate((root, texts) => {
    const plain = (element: HTMLElement): HTMLElement => {
      const copy = element.cloneNode(true) as HTMLElement;
      for (const node of copy.querySelectorAll<HTMLElement>('*')) {
        node.classList.remove('active');
        if (node.className === '') node.removeAttribute('class');
        if (node.style?.cssText) node.style.cssText = String(node.style.cssText);
      }
      // As markup KaTeX wraps a space, as elements it does not.
      for (const space of copy.querySelectorAll('mtext')) space.replaceWith(...space.childNodes);
      copy.normalize();
      return copy;
    };
    const drawn = [...root.querySelectorAll<HTMLElement>('.formula')];
    return drawn.flatMap((formula, i) => {
      const fresh = formula.cloneNode() as HTMLElement;
      fresh.innerHTML = texts[i] ?? '';
      return plain(formula).isEqualNode(plain(fresh)) ? [] : [formula.innerHTML];
    });
  }, written);
}

test('a formula of which only some signs were changed is the one that KaTeX writes', async ({ page }) => {
  const figure = await openFigure(page, './', 'convolution');
  const moves = [
    ['Stride', 2],
    ['Kernel size', 4],
    ['Padding', 2],
    ['Stride', 1],
    ['Position', 200],
    ['Dilation', 2],
    ['Position', 400],
    ['Kernel size', 2],
  ] as const;
  for (const [name, value] of moves) {
    await setSlider(figure, name, value);
    await page.waitForTimeout(name === 'Stride' ? 300 : 50);
    expect(await wrongFormulas(figure), `${name} ${value}`).toEqual([]);
  }
});
