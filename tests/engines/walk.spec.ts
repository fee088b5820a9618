import { expect } from '@playwright/test';
import { FIGURES } from '../../tools/figures.ts';
import { evaluateLine } from '../e2e/figure.ts';
import type { Driver } from './driver/driver.ts';
import { press, takeMouseAway } from './driver/input.ts';
import { pause } from './driver/process.ts';
import { inElement } from './driver/run.ts';
import {
  clickOn,
  faultsOf,
  figureOf,
  openAddress,
  openFigure,
  pasted,
  pressOn,
  read,
  tooWide,
} from './figure.ts';
import { appearanceOf, faceOf } from './look.ts';
import { test } from './tab.ts';

/* Every figure wakes, fits, steps, plays, answers its sliders and its cells, and comes back from its link. */

const TALLEST = 700;

for (const scene of FIGURES) {
  // It moves by its worker, not by the clock: see `pages.spec.ts`.
  const learns = scene === 'training';
  const figure = figureOf(scene);

  test(`${scene} on a laptop`, async ({ tab, site }) => {
    const position = async () => (await read(tab, scene)).sliders['Position'] ?? Number.NaN;
    const face = () => inElement(tab, figure, faceOf);
    await tab.resize(1366, 768);
    await openFigure(tab, site, scene);
    const { height, blank, hasTrack } = await inElement(tab, figure, appearanceOf);
    expect(height).toBeLessThanOrEqual(TALLEST);
    expect(blank).toEqual([]);
    expect(await tooWide(tab)).toBeLessThanOrEqual(0);

    if (hasTrack) {
      await pressOn(tab, `${figure} input[aria-label=Position]`, 'Home');
      const start = await face();
      await pressOn(tab, figure, 'ArrowRight');
      expect(await position()).toBe(1);
      const first = await face();
      expect(first === start, 'the key changes the figure').toBe(false);
      await clickOn(tab, `${figure} button`, 'Step forward');
      expect(await position()).toBe(2);
      expect((await face()) === first, 'the button changes the figure').toBe(false);
      await pressOn(tab, figure, ' ');
      await expect.poll(position).toBeGreaterThan(2);
      await press(tab, ' ');
      await inElement(tab, figure, async (root) => {
        while (root.querySelector('button[aria-label=Pause]')) await new Promise(requestAnimationFrame);
      });
      // A link holds whole steps; it may have been stopped between two.
      await press(tab, 'ArrowLeft');
    }

    const count = await inElement(
      tab,
      figure,
      (root, all) => {
        const sliders = [...root.querySelectorAll<HTMLInputElement>(all)].filter((one) =>
          one.checkVisibility(),
        );
        for (const [i, slider] of sliders.entries()) slider.dataset['walked'] = String(i);
        return sliders.length;
      },
      '.controls input[type=range]:enabled',
    );
    const idle: (string | null | undefined)[] = [];
    for (let i = 0; i < count; i++) {
      const slider = `${figure} [data-walked="${i}"]`;
      const { value, max, name } = await inElement(tab, slider, (element) => {
        const { value, max, ariaLabel, labels } = element as HTMLInputElement;
        return { value, max, name: ariaLabel ?? labels?.[0]?.textContent };
      });
      const before = await face();
      await pressOn(tab, slider, Number(value) < Number(max) ? 'ArrowRight' : 'ArrowLeft');
      expect(await inElement(tab, slider, (element) => (element as HTMLInputElement).value)).not.toBe(value);
      if ((await face()) === before) idle.push(name);
    }
    // One step of a scale over millions may be less than a pixel.
    if (!learns && count > 0) expect(idle.length, `${idle} change nothing`).toBeLessThan(count);

    // A slider that keys have moved is held for a moment, and the figure looks at what it changes.
    await pause(1000);
    if (!learns) await pinSomeNumber(tab, scene);

    await takeMouseAway(tab);
    const shown = await read(tab, scene);
    for (const line of shown.arithmetic) {
      const { left, right, exact } = evaluateLine(line);
      if (exact) expect(left, line).toBeCloseTo(right, 9);
    }
    await clickOn(tab, `${figure} .copy-menu > button`);
    await clickOn(tab, `${figure} [role=menuitem]`, 'Link to this state');
    const link = await pasted(tab);
    expect(link).toContain(`scene=${scene}`);
    expect(await faultsOf(tab)).toEqual([]);
    await openAddress(tab, link, scene);
    await takeMouseAway(tab);
    expect(await read(tab, scene)).toEqual(shown);
    expect(await faultsOf(tab)).toEqual([]);
  });

  test(`${scene} on a phone, in Chinese`, async ({ tab, site }) => {
    await tab.resize(390, 844);
    await openFigure(tab, site, scene, 'zh');
    const { blank, hasTrack } = await inElement(tab, figure, appearanceOf);
    expect(blank).toEqual([]);
    if (hasTrack) {
      const before = await inElement(tab, figure, faceOf);
      await clickOn(tab, `${figure} button`, '后退一步');
      expect((await inElement(tab, figure, faceOf)) === before, 'the button changes the figure').toBe(false);
    }
    expect((await read(tab, scene)).caption).toMatch(/[\u4e00-\u9fff]/);
    expect(await tooWide(tab)).toBeLessThanOrEqual(0);
    expect(await faultsOf(tab)).toEqual([]);
  });
}

/** Pins cells of one grid after the other, the last first, until one is taken apart: an output is, an input need not be. */
async function pinSomeNumber(tab: Driver, scene: string): Promise<void> {
  const figure = figureOf(scene);
  const count = await inElement(tab, figure, (root) => {
    const grids = [...root.querySelectorAll<SVGElement>('[role=grid]')].filter((one) =>
      one.checkVisibility(),
    );
    for (const [i, grid] of grids.entries()) grid.dataset['grid'] = String(i);
    return grids.length;
  });
  for (let i = count - 1; i >= 0; i--) {
    await clickOn(tab, `${figure} [data-grid="${i}"] [role=gridcell]`);
    const isApart = await inElement(tab, figure, async (root) => {
      const isPinned = (): boolean => root.querySelector('[role=gridcell][aria-selected=true]') !== null;
      for (const until = performance.now() + 1500; performance.now() < until && !isPinned(); )
        await new Promise(requestAnimationFrame);
      return isPinned() && root.querySelector('[data-arithmetic]') !== null;
    });
    if (isApart) return;
  }
  throw new Error('no number is taken apart');
}
