import { expect, type Locator, type Page } from '@playwright/test';
import { evaluate } from '../../src/formula/expression.ts';
import { pageOf } from '../../tools/site/built.ts';

/**
 * The figure of a scene, hydrated, on the page of its chapter.
 *
 * @param path the language (`./` or `./zh/`) with the state of the figure behind it, or a whole address
 */
export async function openFigure(page: Page, path: string, scene = 'convolution'): Promise<Locator> {
  const [, zh, hash] = /^\.\/(zh\/)?(#.*)?$/.exec(path) ?? [];
  await page.goto(path.startsWith('./') ? pageOf(scene, zh ? 'zh' : 'en') + (hash ?? '') : path);
  const figure = page.locator(`figure[data-scene="${scene}"]`);
  await page.locator(`[data-island="${scene}"]`).scrollIntoViewIfNeeded();
  await expect(figure).toHaveAttribute('data-ready', '');
  return figure;
}

/** One position of the figure as the page offers it. */
export interface Snapshot {
  readonly arithmetic: string[];
  readonly grids: Record<string, (number | null)[][]>;
  readonly sliders: Record<string, number>;
  readonly direction: string;
  readonly caption: string;
}

/** Reads grids, sliders and arithmetic out of the page, in the page: a walk asks hundreds of times. */
export const readFigure = (figure: Locator): Promise<Snapshot> => figure.evaluate(snapshotOf);

/** What a figure shows. Runs in the page, so nothing from around it is at hand. */
export async function snapshotOf(root: Element): Promise<Snapshot> {
  // After a change of parameters many cells are drawn a frame later.
  while (root.getAttribute('aria-busy')) await new Promise(requestAnimationFrame);
  const grids: Record<string, (number | null)[][]> = {};
  for (const grid of root.querySelectorAll('[role=grid]')) {
    const label = grid.getAttribute('aria-labelledby');
    const name =
      (label && document.getElementById(label)?.textContent) || grid.getAttribute('aria-label') || '';
    const rows: (number | null)[][] = [];
    for (const cell of grid.querySelectorAll<SVGElement>('[role=gridcell]')) {
      const { row, col, value } = cell.dataset;
      rows[Number(row)] ??= [];
      (rows[Number(row)] as (number | null)[])[Number(col)] = value === undefined ? null : Number(value);
    }
    grids[name] = rows;
  }
  const sliders: Record<string, number> = {};
  for (const slider of root.querySelectorAll<HTMLInputElement>('input[type=range]')) {
    const name = slider.getAttribute('aria-label') ?? slider.labels?.[0]?.textContent ?? '';
    sliders[name] = Number(slider.value);
  }
  return {
    arithmetic: [...root.querySelectorAll('[data-arithmetic]')].map((line) => line.textContent ?? ''),
    grids,
    sliders,
    direction:
      root.querySelector<HTMLInputElement>('[role=radiogroup][aria-label=Direction] input:checked')?.value ??
      '',
    caption: root.querySelector('figcaption')?.textContent ?? '',
  };
}

/** Moves a slider as a reader's drag does. */
export function setSlider(figure: Locator, name: string, value: number): Promise<void> {
  return figure.getByRole('slider', { name, exact: true }).evaluate((element, next) => {
    const slider = element as HTMLInputElement;
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    set?.call(slider, String(next));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  }, value);
}

/** Re-evaluates a line of arithmetic: both sides, and whether the line claims to be exact. */
export function evaluateLine(line: string): { left: number; right: number; exact: boolean } {
  const [left = '', right = '', ...more] = line.split(/[=≈]/);
  if (more.length > 0) throw new Error(`two results in “${line}”`);
  return { left: evaluate(left), right: evaluate(right), exact: line.includes('=') };
}

/** Console errors, page errors and failed requests of a page, collected from now on. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('requestfailed', (request) => {
    // What a page asked for and is left before it came is no fault.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') errors.push(`failed: ${request.url()}`);
  });
  return errors;
}

/** The names of a figure's sliders, those of the bar left out. */
export const sliderNames = (figure: Locator): Promise<string[]> =>
  figure.locator('.controls input[type=range]').evaluateAll((all) =>
    all.map((one) => {
      const label =
        one.getAttribute('aria-label') ?? (one as HTMLInputElement).labels?.[0]?.textContent ?? '';
      return label.trim();
    }),
  );
