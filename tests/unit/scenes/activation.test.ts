import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphaShown } from '../../../src/kit/activation/functions.ts';
import { expressionLeft } from '../../../src/kit/scene/equations.ts';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { CELLS } from '../../../src/scenes/activation/model.ts';
import type { ActivationParams } from '../../../src/scenes/activation/parameters.ts';
import { activation } from '../../../src/scenes/activation/scene.ts';
import { type ActivationName, activations } from '../../../src/tensor/activations.ts';
import { evaluatePrinted } from './contract/evaluate.ts';

const SIZE = { band: 'wide', width: 960, height: 336 } as const;
const NAMES = Object.keys(activations) as ActivationName[];

function figure(change: Partial<ActivationParams> = {}) {
  const store = createFigureStore(activation);
  store.actions.setParams(change);
  const now = () => nowOf(activation, store.getState(), SIZE);
  const caption = () => activation.caption(now().model, now().view, 'en');
  return { ...store.actions, now, caption };
}

describe('the scene activation', () => {
  it('writes a slope that the function next to the point confirms', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES),
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.double({ min: 0.01, max: 2, noNaN: true }),
        (name, z, alpha) => {
          const { model, view } = figure({ name, z, alpha }).now();
          const [value, slope] = view.equations;
          expect(value?.value).toBe(model.g(view.point.z));
          fc.pre(Math.abs(view.point.z) > 0.001);
          const h = 1e-5;
          const rise = (model.g(view.point.z + h) - model.g(view.point.z - h)) / (2 * h);
          expect(slope?.value).toBeCloseTo(rise, 5);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('prints both lines so that they come to what the core computed, in all digits', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.double({ min: -5, max: 5, noNaN: true }), (name, z) => {
        const one = figure({ name, z });
        one.setFullPrecision(true);
        for (const line of one.now().view.equations)
          expect(evaluatePrinted(expressionLeft(line))).toBeCloseTo(line.value, 9);
      }),
      { numRuns: 40 },
    );
  });

  it('sends back to the bias what it sends back to the sums', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.integer({ min: 1, max: 99 }), (name, seed) => {
        const one = figure({ name, seed });
        one.seek(2 * CELLS);
        const { model, view } = one.now();
        const sum = Array.from(model.dz.data).reduce((all, value) => all + value, 0);
        expect(view.equations[0]?.value).toBeCloseTo(sum, 12);
      }),
    );
  });

  it('says what the chapter says', () => {
    const { now, caption, goTo } = figure();
    goTo('relu');
    expect(now().view.point.slope).toBe(1);
    goTo('relu-off');
    expect(now().view.point.slope).toBe(0);
    goTo('kink');
    expect(now().view.point.slope).toBe(0);
    expect(caption()).toContain('On the kink the slope is 0 from the left and 1 from the right');
    goTo('steepest');
    expect(now().view.point.slope).toBe(0.25);
    expect(activation.sizes?.(now().model, 'depth')?.tex).toContain('0.25^{5}\\approx0.000977');
    expect(activation.sizes?.(now().model, null)?.tex).toBe('\\varphi(z)=1/(1+e^{-z})');
    goTo('saturated');
    expect(now().view.point.slope ** 5).toBeLessThan(2e-9);
    goTo('gelu');
    expect(now().view.point.value).toBeCloseTo(-0.17, 2);
    goTo('map-half');
    expect(now().view.done).toBe(13);
    goTo('map-bent');
    expect(now().model.zeros).toBe(13);
    goTo('one-cut');
    expect(now().view.cell).toMatchObject({ a: 0, slope: 0, dz: 0 });
    expect(now().view.cell.da).not.toBe(0);
    goTo('dead');
    expect([...now().model.a.data, ...now().model.dz.data, ...now().model.db.data]).toEqual(
      Array(2 * CELLS + 1).fill(0),
    );
    expect(caption()).toContain('All 25 activations are 0, every gradient is cut to 0');
    goTo('not-dead');
    expect(now().view.equations[0]?.value).not.toBe(0);
    expect(caption()).toContain('10% of their size is left');
  });

  it('calls a corner only what is one', () => {
    for (const [name, alpha] of [
      ['relu', 0.5],
      ['leakyRelu', 0.5],
      ['elu', 2],
    ] as const)
      expect(figure({ name, alpha, z: 0 }).caption(), name).toContain('On the kink');
    for (const name of ['leakyRelu', 'elu', 'gelu'] as const)
      expect(figure({ name, alpha: 1, z: 0 }).caption(), name).toContain('The point is at 0');
  });

  it('shows leaky ReLU with a slope that can be seen, and lets alpha rest where there is none', () => {
    expect(alphaShown('leakyRelu')).toBe(0.1);
    const one = figure({ name: 'elu', alpha: 1.5 });
    one.setParams({ name: 'relu' });
    expect(activation.ranges?.alpha?.(one.now().model.params)).toEqual([1.5, 1.5]);
  });
});
