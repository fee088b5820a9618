import { expect, type Page, test } from '@playwright/test';
import { chapterSlugs } from '../../tools/site/built.ts';

/* After a dotted phrase is pressed, its sentence and the stage that it moves are both on the screen. */

interface Outcome {
  readonly phrase: string;
  readonly sentence: boolean;
  readonly stage: boolean;
}

/** Presses every phrase of a page, each from the middle of the window, and looks at what is seen then. */
async function pressAll(page: Page): Promise<Outcome[]> {
  await page.evaluate(() => {
    for (const island of document.querySelectorAll('[data-island]')) island.scrollIntoView();
  });
  return page.evaluate(async () => {
    const frames = async (count: number): Promise<void> => {
      for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
    };
    const header = document.querySelector('.page-header')?.getBoundingClientRect().bottom ?? 0;
    const inView = (element: Element, covered: Element | null): boolean => {
      const { top, bottom } = element.getBoundingClientRect();
      const cover = covered?.getBoundingClientRect();
      const free = !cover || covered?.contains(element) || bottom <= cover.top + 1 || top >= cover.bottom - 1;
      return top >= header - 1 && bottom <= innerHeight + 1 && free;
    };
    // The lines of a derivation are phrases too.
    for (const button of document.querySelectorAll<HTMLElement>('[data-derivation-all]')) button.click();
    const outcomes: Outcome[] = [];
    for (const phrase of document.querySelectorAll<HTMLElement>('a[data-beat]')) {
      document.querySelector('figure[data-docked]')?.dispatchEvent(new CustomEvent('figure:undock'));
      phrase.scrollIntoView({ block: 'center', behavior: 'instant' });
      await frames(2);
      phrase.click();
      const figure = document.querySelector(`figure[data-scene="${phrase.dataset['beatScene']}"]`);
      for (let i = 0; i < 60 && figure?.getAttribute('data-ready') === null; i++) await frames(4);
      await frames(6);
      const stage = figure?.querySelector('[data-stage]');
      const dock = figure?.hasAttribute('data-docked') ? (figure.querySelector('.frame-card') ?? null) : null;
      outcomes.push({
        phrase: `${phrase.dataset['beatScene']} ${phrase.dataset['beat']}`,
        sentence: inView(phrase, dock),
        stage: stage ? inView(stage, null) : false,
      });
    }
    return outcomes;
  });
}

for (const slug of chapterSlugs())
  test(`/${slug}/: every phrase brings its figure to its sentence @phone`, async ({ page }) => {
    test.setTimeout(120_000);
    if ((page.viewportSize()?.width ?? 0) > 600) await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(`./${slug}/`);
    const outcomes = await pressAll(page);
    expect(outcomes.length).toBeGreaterThan(0);
    expect(outcomes.filter(({ sentence, stage }) => !sentence || !stage)).toEqual([]);
  });
