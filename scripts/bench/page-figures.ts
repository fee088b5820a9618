import { existsSync, readdirSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { pageOf } from '../../tools/site/built.ts';
import { type Row, row } from './page-rows.ts';

const SCENES = readdirSync('src/scenes').filter((name) => existsSync(`src/scenes/${name}/index.ts`));
/** The figure that is measured at its largest input as well. */
const LARGEST = { scene: 'convolution', state: '&input=28' };
const TASK = 50;
const SLIDER = 16;
const ROUNDS = 3;
const CHANGES = 20;
const PLAY = 4000;

/**
 * From a slider's input to the painted result, and the longest task while playing.
 *
 * @param only names of scenes; all, if there are none
 */
export async function measureFigures(browser: Browser, url: string, only: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  const all = [LARGEST, ...SCENES.map((name) => ({ scene: name, state: '' }))];
  for (const { scene, state } of all.filter(({ scene }) => only.length === 0 || only.includes(scene))) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    await page.goto(new URL(`${pageOf(scene)}#scene=${scene}${state}`, url).href);
    const island = page.locator(`[data-island="${scene}"]`);
    if ((await island.count()) === 0) {
      await context.close();
      continue;
    }
    await island.scrollIntoViewIfNeeded();
    await page.waitForSelector(`figure[data-scene="${scene}"][data-ready]`);
    await page.waitForTimeout(500);
    const name = state ? `${scene} (${state.slice(1)})` : scene;
    // Others use the machine too: of three rounds, the quietest says most about the page.
    const medians = new Map<string, number>();
    for (let round = 0; round < ROUNDS; round++)
      for (const { label, milliseconds } of await sliderToPaint(page, scene, CHANGES))
        medians.set(label, Math.min(milliseconds, medians.get(label) ?? Number.POSITIVE_INFINITY));
    for (const [label, milliseconds] of medians)
      rows.push(row(`${name}: ${label} → painted, median`, milliseconds, 'ms', SLIDER));
    rows.push(row(`${name}: longest task while playing`, await longestTask(page, scene), 'ms', TASK, 0));
    await context.close();
  }
  return rows;
}

/** Moves every slider of the figure and the position to and fro, as many times each. */
function sliderToPaint(
  page: Page,
  scene: string,
  changes: number,
): Promise<{ label: string; milliseconds: number }[]> {
  return page.evaluate(
    async ([name, changes]) => {
      const figure = document.querySelector(`figure[data-scene="${name}"]`);
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      const results: { label: string; milliseconds: number }[] = [];
      const sliders = [
        ...(figure?.querySelectorAll<HTMLInputElement>(
          '.figure-controls input[type=range]:enabled, .transport input[type=range]',
        ) ?? []),
      ];
      for (const slider of sliders) {
        const label = slider.labels?.[0]?.textContent ?? slider.getAttribute('aria-label') ?? '';
        const start = Number(slider.value);
        const step = Number(slider.step) || 1;
        const other = start + step <= Number(slider.max) ? start + step : start - step;
        const times: number[] = [];
        for (let i = 0; i < changes; i++) {
          // Within one frame: the event, what React makes of it, style, layout and paint.
          const time = await new Promise<number>((resolve) => {
            requestAnimationFrame(() => {
              const begun = performance.now();
              set?.call(slider, String(i % 2 ? start : other));
              slider.dispatchEvent(new Event('input', { bubbles: true }));
              const channel = new MessageChannel();
              channel.port1.onmessage = () => resolve(performance.now() - begun);
              channel.port2.postMessage(0);
            });
          });
          if (i >= 4) times.push(time);
          await new Promise((resolve) => setTimeout(resolve, 30));
        }
        times.sort((a, b) => a - b);
        results.push({ label, milliseconds: times[times.length >> 1] ?? 0 });
      }
      return results;
    },
    [scene, changes] as const,
  );
}

/** Plays at the highest speed; tasks of less than 50 ms are not reported by the browser and count as 0. */
async function longestTask(page: Page, scene: string): Promise<number> {
  const figure = page.locator(`figure[data-scene="${scene}"]`);
  const play = figure.getByRole('button', { name: 'Play', exact: true });
  if ((await play.count()) === 0) return 0;
  const speed = figure.getByRole('combobox', { name: 'Speed' });
  if (await speed.count()) await speed.selectOption('30').catch(() => []);
  await figure.getByRole('button', { name: 'Reset' }).click();
  await page.evaluate(() => {
    Object.assign(window, { longest: 0 });
    new PerformanceObserver((list) => {
      const host = window as unknown as { longest: number };
      for (const { duration } of list.getEntries()) host.longest = Math.max(host.longest, duration);
    }).observe({ type: 'longtask' });
  });
  await play.click();
  await page.waitForTimeout(PLAY);
  return page.evaluate(() => (window as unknown as { longest: number }).longest);
}
