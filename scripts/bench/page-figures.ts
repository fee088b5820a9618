import type { Browser, Page } from '@playwright/test';
import { FIGURES } from '../../tools/figures.ts';
import { pageOf } from '../../tools/site/built.ts';
import { type Row, row } from './page-rows.ts';

/** The figure that is measured at its largest input as well, there without slowing the processor. */
const LARGEST = { scene: 'convolution', state: '&input=28', slowed: 1, budget: 32 };
/** Milliseconds, on a processor four times slower. */
const SLOWED = { slowed: 4, budget: 100 };
/** Sixty frames a second, and a little for the clock. */
const FRAME = 17.5;
const CHANGES = 12;
const PLAY = 3000;

/**
 * From a slider's input, and from a step, until everything in the figure is new; and the frames while playing.
 *
 * @param only names of scenes; all, if there are none
 */
export async function measureFigures(browser: Browser, url: string, only: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  const all = [LARGEST, ...FIGURES.map((scene) => ({ scene, state: '', ...SLOWED }))];
  for (const { scene, state, slowed, budget } of all) {
    if (only.length > 0 && !only.includes(scene)) continue;
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      serviceWorkers: 'block',
      // A step glides for a while on purpose; what it costs shows without the gliding.
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    // The compiler of these scripts wraps named functions in a helper that the page does not have.
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.goto(new URL(`${pageOf(scene)}#scene=${scene}${state}`, url).href);
    await page.locator(`[data-island="${scene}"]`).scrollIntoViewIfNeeded();
    await page.waitForSelector(`figure[data-scene="${scene}"][data-ready]`);
    await page.waitForTimeout(500);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowed });
    const name = state ? `${scene} (${state.slice(1)})` : scene;
    for (const { label, milliseconds } of await untilNew(page, scene, CHANGES))
      rows.push(row(`${name}: ${label} → all is new, third quartile`, milliseconds, 'ms', budget));
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    rows.push(
      row(`${name}: a frame while playing, median`, await frameWhilePlaying(page, scene), 'ms', FRAME),
    );
    await context.close();
  }
  return rows;
}

interface Answer {
  readonly label: string;
  readonly milliseconds: number;
}

/** Moves every slider of the figure and the position to and fro, then steps, as many times each. */
function untilNew(page: Page, scene: string, changes: number): Promise<Answer[]> {
  return page.evaluate(
    async ([name, changes]) => {
      const REST = 120;
      const figure = document.querySelector(`figure[data-scene="${name}"]`) as HTMLElement;
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      /** From an act to the paint after the last change that it makes in the figure; waits until nothing changes any more. */
      const timeOf = (act: () => void): Promise<number> =>
        new Promise((resolve) => {
          const begun = performance.now();
          let [changed, painted] = [begun, begun];
          const observer = new MutationObserver((changes) => {
            // What is said aloud waits until the hand rests, on purpose.
            if (changes.every(({ target }) => target.parentElement?.closest('.visually-hidden'))) return;
            changed = performance.now();
            requestAnimationFrame(() => {
              const channel = new MessageChannel();
              channel.port1.onmessage = () => {
                painted = performance.now();
              };
              channel.port2.postMessage(0);
            });
          });
          observer.observe(figure, { subtree: true, childList: true, characterData: true, attributes: true });
          act();
          const look = (): void => {
            if (performance.now() - Math.max(changed, painted) < REST || painted < changed) {
              setTimeout(look, 20);
              return;
            }
            observer.disconnect();
            resolve(painted - begun);
          };
          setTimeout(look, REST);
        });
      const quartile = async (act: (i: number) => void): Promise<number> => {
        const times: number[] = [];
        for (let i = 0; i < changes; i++) {
          const time = await timeOf(() => act(i));
          if (i >= 2) times.push(time);
        }
        times.sort((a, b) => a - b);
        return times[Math.floor(times.length * 0.75)] ?? 0;
      };
      const answers: { label: string; milliseconds: number }[] = [];
      const sliders = figure.querySelectorAll<HTMLInputElement>(
        ':is(.controls, .transport-row) input[type=range]:enabled',
      );
      for (const slider of sliders) {
        const label = slider.labels?.[0]?.textContent || slider.getAttribute('aria-label') || '';
        const start = Number(slider.value);
        const step = Number(slider.step) || 1;
        const other = start + step <= Number(slider.max) ? start + step : start - step;
        const milliseconds = await quartile((i) => {
          set?.call(slider, String(i % 2 ? start : other));
          slider.dispatchEvent(new Event('input', { bubbles: true }));
        });
        answers.push({ label, milliseconds });
      }
      const back = figure.querySelector<HTMLButtonElement>('[aria-label="Step back"]');
      const milliseconds = back ? await quartile(() => back.click()) : 0;
      return [...answers, { label: 'a step', milliseconds }];
    },
    [scene, changes] as const,
  );
}

/** The median time between two frames at the speed that the figure has by itself. */
async function frameWhilePlaying(page: Page, scene: string): Promise<number> {
  const figure = page.locator(`figure[data-scene="${scene}"]`);
  await figure.getByRole('button', { name: 'Original state' }).click();
  await figure.getByRole('button', { name: 'Play', exact: true }).click();
  return page.evaluate(async (milliseconds) => {
    const frames: number[] = [];
    const begun = performance.now();
    let last = begun;
    while (last - begun < milliseconds) {
      const now = await new Promise<number>(requestAnimationFrame);
      frames.push(now - last);
      last = now;
    }
    frames.sort((a, b) => a - b);
    return frames[frames.length >> 1] ?? 0;
  }, PLAY);
}
