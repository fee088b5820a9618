import type { Language } from '../../src/language/language.ts';
import { pageOf } from '../../tools/site/built.ts';
import { type Snapshot, snapshotOf } from '../e2e/figure.ts';
import type { Driver } from './driver/driver.ts';
import { click, press, type Spot } from './driver/input.ts';
import { inElement, inPage } from './driver/run.ts';

/** The selector of a scene's figure. */
export const figureOf = (scene: string): string => `figure[data-scene="${scene}"]`;

/** Opens the page of a scene and waits until its figure is awake. */
export async function openFigure(driver: Driver, site: string, scene: string, language: Language = 'en') {
  await openAddress(driver, new URL(pageOf(scene, language), site).href, scene);
}

/** The same by a full address, such as a copied link; also from the page itself. */
export async function openAddress(
  driver: Driver,
  address: string,
  scene: string,
  figure = figureOf(scene),
): Promise<void> {
  // Else an address that differs in its hash alone would not load the page again.
  await driver.goto('about:blank');
  await driver.goto(address);
  await inElement(
    driver,
    `[data-island="${scene}"]`,
    async (island, selector) => {
      island.scrollIntoView({ block: 'center', behavior: 'instant' });
      for (const until = Date.now() + 20_000; !document.querySelector(selector); ) {
        if (Date.now() > until) throw new Error(`${selector} did not appear`);
        await new Promise(requestAnimationFrame);
      }
    },
    `${figure}[data-ready]`,
  );
}

/** What the figure shows. */
export const read = (driver: Driver, scene: string): Promise<Snapshot> =>
  inElement(driver, figureOf(scene), snapshotOf);

/** What went wrong on the page since it was opened. */
export const faultsOf = (driver: Driver): Promise<string[]> =>
  inPage(driver, () => (window as unknown as { faults: string[] }).faults);

/** By how many pixels the page is wider than its window. */
export const tooWide = (driver: Driver): Promise<number> =>
  inPage(driver, () => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/**
 * Brings an element into the window and says where it can be clicked; throws if it is not to be seen there.
 *
 * @param selector of the elements, of which the first visible one with that name is meant
 * @param name its label or its text
 */
export const spotOf = (driver: Driver, selector: string, name: string | null = null): Promise<Spot> =>
  inPage(
    driver,
    async (selector, name) => {
      const named = (element: Element): boolean =>
        name === null || (element.getAttribute('aria-label') ?? element.textContent?.trim()) === name;
      const meant = [...document.querySelectorAll(selector)].find(
        (element) => element.checkVisibility() && named(element),
      );
      if (!meant) throw new Error(`there is no ${selector} ${name ?? ''}`);
      meant.scrollIntoView({ block: 'center', behavior: 'instant' });
      await new Promise(requestAnimationFrame);
      const { x, y, width, height } = meant.getBoundingClientRect();
      const [left, top] = [x + width / 2, y + height / 2];
      const hit = document.elementFromPoint(left, top);
      // A painted grid has one ground, and answers by the place that is pressed.
      const grid = meant.closest('[role=grid]');
      if (!hit || !(meant.contains(hit) || hit.contains(meant) || grid?.contains(hit)))
        throw new Error(`${selector} ${name ?? ''} is covered by ${hit?.outerHTML.slice(0, 120)}`);
      return [left, top] as const;
    },
    selector,
    name,
  );

export const clickOn = async (driver: Driver, selector: string, name?: string): Promise<void> =>
  click(driver, await spotOf(driver, selector, name));

/** Gives an element the focus and presses keys. */
export async function pressOn(driver: Driver, selector: string, ...keys: string[]): Promise<void> {
  await inElement(driver, selector, (element) => (element as HTMLElement).focus({ preventScroll: true }));
  for (const key of keys) await press(driver, key);
}

/** What the clipboard holds, pasted into a field that is there for a moment. */
export async function pasted(driver: Driver): Promise<string> {
  await inPage(driver, () => {
    const field = document.body.appendChild(document.createElement('textarea'));
    field.id = 'pasted';
    field.focus();
  });
  await press(driver, 'Control', 'v');
  return inElement(driver, '#pasted', (field) => {
    field.remove();
    return (field as HTMLTextAreaElement).value;
  });
}
