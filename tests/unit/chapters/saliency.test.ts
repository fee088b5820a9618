import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sizeOf } from '../../../src/kit/digitPass/control.ts';
import { FACTS } from '../../../src/kit/digitPass/nodes.ts';
import { receptiveField, regionOf } from '../../../src/kit/digitPass/regions.ts';
import { digit } from '../../../src/kit/samples/samples.ts';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { LANGUAGES } from '../../../src/language/language.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { push } from '../../../src/scenes/push/scene.ts';
import { saliency } from '../../../src/scenes/saliency/scene.ts';

/* The numbers that chapter 17 names in its sections on the gradient of the picture, each from its own beat. */

const proses = LANGUAGES.map((language) => readFileSync(`src/chapters/17-network/${language}.mdx`, 'utf8'));
it.each(
  [
    ['20.603', '0.38', '162', '376', '622', '0.084', '0.0335', '0.00000015', '0.0000005'],
    [
      '0.187',
      '4.721',
      '0.922',
      '16 × 16',
      '4.798',
      '0.037',
      '2.779',
      '−0.0086',
      '5.1217',
      '−0.3235',
      '4.7982',
    ],
    ['23.772', '22.9', '2.14', '10.24', '1.67', '131', '42.552', '25.351'],
  ].flat(),
)('the prose says %s', (number) => {
  for (const prose of proses) expect(prose).toContain(number);
});

const SIZE = { band: 'wide', width: 960, height: 392 } as const;

const salient = (beat: string) => {
  const store = createFigureStore(saliency);
  expect(store.actions.goTo(beat)).toBe(true);
  return nowOf(saliency, store.getState(), SIZE);
};
const pushed = (beat: string) => {
  const store = createFigureStore(push);
  expect(store.actions.goTo(beat)).toBe(true);
  return nowOf(push, store.getState(), SIZE);
};
const at = (row: number, col: number): number => row * FACTS.image.cols + col;
const largest = (values: ArrayLike<number>): number => Math.max(...Array.from(values, Math.abs));
const total = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0);
const bestOf = (shares: ArrayLike<number>): number =>
  Array.from(shares).indexOf(Math.max(...Array.from(shares)));

describe('what in this 4 speaks for the 4', () => {
  const { model } = salient('own');
  const ink = model.values.image.data;
  const slopes = model.gradients.image.data;

  it('is most of all a pixel without ink', () => {
    expect(ink[at(18, 6)]).toBe(0);
    expect(Math.abs(slopes[at(18, 6)] as number)).toBe(largest(slopes));
    expect(slopes[at(18, 6)]).toBeCloseTo(-3.806, 3);
    expect(model.values.logits.data[4]).toBeCloseTo(20.603, 3);
  });

  it('lies on 162 pixels with ink and on 376 of 622 without', () => {
    const counted = (isInk: boolean, isMoved: boolean): number =>
      Array.from(slopes).filter((slope, i) => (ink[i] as number) > 0 === isInk && (!isMoved || slope !== 0))
        .length;
    expect([counted(true, false), counted(true, true)]).toEqual([162, 162]);
    expect([counted(false, false), counted(false, true)]).toEqual([622, 376]);
  });

  it('in the gap between the arms takes 0.084 from the 4 and gives the 9 0.0335', () => {
    expect(0.1 * (salient('gap').model.gradients.image.data[at(6, 13)] as number)).toBeCloseTo(-0.084, 3);
    expect(0.1 * (salient('gap-nine').model.gradients.image.data[at(6, 13)] as number)).toBeCloseTo(
      0.0335,
      4,
    );
  });

  it('is hidden by the share, which is saturated', () => {
    const { values, gradients } = salient('share').model;
    expect(1 - (values.probs.data[4] as number)).toBeCloseTo(0.00000015, 8);
    expect(largest(gradients.image.data)).toBeCloseTo(0.0000005, 7);
  });

  it('for Grad-CAM is above all map 15 at the foot of the stem', () => {
    const { cam, values } = model;
    expect(cam.alpha?.[15]).toBeCloseTo(0.187, 3);
    expect(Math.max(...(cam.alpha ?? []))).toBe(cam.alpha?.[15]);
    expect(values.pool2.at(0, 15, 5, 4)).toBeCloseTo(4.721, 3);
    expect(cam.cam[5 * 7 + 4]).toBe(Math.max(...cam.cam));
    expect(Math.max(...cam.cam)).toBeCloseTo(0.922, 3);
    expect((cam.weighted[15 * 49 + 39] as number) / (cam.cam[39] as number)).toBeGreaterThan(0.9);
  });

  it('is seen by each of the 49 numbers through 16 × 16 pixels', () => {
    const { top, bottom, left, right } = receptiveField('pool2', regionOf({ plane: 0, row: 3, col: 3 }));
    expect([bottom - top + 1, right - left + 1]).toEqual([16, 16]);
  });

  it('for the 9 is almost nothing with the mean, and adds up to the score without', () => {
    const mean = salient('nine').model;
    const cells = salient('nine-cells').model;
    expect(mean.values.logits.data[9]).toBeCloseTo(4.798, 3);
    expect(mean.values.logits.data.toSorted((a, b) => b - a)[1]).toBe(mean.values.logits.data[9]);
    expect(Math.max(...mean.cam.cam)).toBeCloseTo(0.037, 3);
    expect(mean.cam.alpha?.[15]).toBeCloseTo(-0.0086, 4);
    expect(cells.cam.cam[39]).toBeCloseTo(2.779, 3);
    expect(Math.max(...cells.cam.cam)).toBe(cells.cam.cam[39]);
    expect(total(cells.cam.sum)).toBeCloseTo(5.1217, 4);
    const bias = cells.weights[5]?.data[9] as number;
    expect(bias).toBeCloseTo(-0.3235, 4);
    expect(total(cells.cam.sum) + bias).toBeCloseTo(cells.values.logits.data[9] as number, 10);
  });

  it('begins with the same weights for every picture', () => {
    const store = createFigureStore(saliency);
    store.actions.setParams({ digit: '7', label: 4 });
    expect(Array.from(store.getState().model.gradients.pool2.data)).toEqual(
      Array.from(model.gradients.pool2.data),
    );
  });
});

describe('the picture pushed', () => {
  const walkOf = (change: Parameters<ReturnType<typeof createFigureStore>['actions']['setParams']>[0]) => {
    const store = createFigureStore(push);
    store.actions.setParams(change as never);
    return store.getState().model.walk;
  };

  it('is an 8 after 36 steps of one level, and not before', () => {
    const walk = walkOf({ levels: 1 } as never);
    expect(bestOf(walk.at(35).shares)).toBe(3);
    expect(bestOf(walk.at(36).shares)).toBe(8);
    const { view } = pushed('eight');
    expect(255 * view.size.largest).toBeCloseTo(36, 9);
    expect(view.size.length).toBeCloseTo(2.14, 2);
  });

  it('would be one after 22 if the first gradient held: 23.772 of loss, 1.1 with each step', () => {
    const { value, gradient } = walkOf({}).at(0);
    const promised = total(Array.from(gradient, Math.abs)) / 255;
    expect(value).toBeCloseTo(23.772, 3);
    expect(promised).toBeCloseTo(1.1, 1);
    expect(Math.ceil(value / promised)).toBe(22);
    expect(walkOf({ levels: 1 } as never).at(1).value).toBeCloseTo(22.9, 1);
  });

  it('lies nearer to its 3 than the 8 of the test set', () => {
    const apart = Array.from(digit(3).pixels, (byte, i) => (byte - (digit(8).pixels[i] as number)) / 255);
    expect(sizeOf(apart).length).toBeCloseTo(10.24, 2);
  });

  it('stays a 3 when the same changes are shuffled, ten times out of ten', () => {
    const { view } = pushed('control');
    expect(1 - (view.control?.shares[3] as number)).toBeCloseTo(0.00000002, 8);
    for (let seed = 1; seed <= 10; seed++) {
      const store = createFigureStore(push);
      store.actions.setParams({ levels: 1, seed });
      store.actions.seek(36);
      const { control } = nowOf(push, store.getState(), SIZE).view;
      expect(bestOf(control?.shares ?? [])).toBe(3);
      expect(255 * (control?.size.largest ?? 1)).toBeLessThanOrEqual(36 + 1e-9);
    }
  });

  it('by the gradient itself changes less in length and more in one pixel', () => {
    const { view } = pushed('gradient');
    expect(bestOf(view.state.shares)).toBe(8);
    expect(view.size.length).toBeCloseTo(1.67, 2);
    expect(255 * view.size.largest).toBeCloseTo(131, 0);
  });

  it('cannot leave a sure class by the gradient, but by its sign', () => {
    expect(255 * pushed('stuck').view.size.largest).toBeLessThan(0.00001);
    const { view } = pushed('away');
    expect([view.step, bestOf(view.state.shares)]).toEqual([8, 5]);
  });

  it('grows a kernel of the first layer, nothing of the second from grey, and no 3 for the 3', () => {
    expect(pushed('kernel').view.alike).toBeCloseTo(1, 12);
    for (let unit = 0; unit < 16; unit++) {
      const { gradient } = walkOf({ mode: 'grow', unit, noise: 0 } as never).at(0);
      expect(largest(gradient)).toBe(0);
      expect(walkOf({ mode: 'grow', unit } as never).at(40).value).toBeGreaterThan(1);
    }
    const { view } = pushed('score');
    expect(view.state.value).toBeCloseTo(42.552, 3);
    expect(walkOf({}).at(0).logits[3]).toBeCloseTo(25.351, 3);
    expect(view.state.shares[3]).toBeGreaterThan(walkOf({}).at(0).shares[3] as number);
  });
});
