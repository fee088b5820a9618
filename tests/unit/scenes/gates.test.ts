import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { CHAINS } from '../../../src/scenes/gates/chains.ts';
import { mostLeft } from '../../../src/scenes/gates/formula.ts';
import { GATE_NAMES, type GatesParams } from '../../../src/scenes/gates/parameters.ts';
import { gates } from '../../../src/scenes/gates/scene.ts';
import { shortText } from '../../../src/scenes/gates/view.ts';
import { activationOf } from '../../../src/tensor/activations.ts';

const SIZE = { band: 'wide', width: 960, height: 344 } as const;

function figure(change: Partial<GatesParams> = {}) {
  const store = createFigureStore(gates);
  store.actions.setParams(change);
  const now = () => nowOf(gates, store.getState(), SIZE);
  const caption = (language: 'en' | 'zh' = 'en') => gates.caption(now().model, now().view, language);
  return { ...store.actions, now, caption };
}

describe('the scene gates, one layer', () => {
  it('works the example out: open gates pass, shut ones do not, and 0 is shut', () => {
    const { goTo, now, caption } = figure();
    goTo('through');
    const { layer } = now().model;
    expect([...layer.a.data]).toEqual([2, 0, 0, 5]);
    expect([...layer.gate.data]).toEqual([1, 0, 0, 1]);
    expect([...layer.dz.data]).toEqual([1, 0, 0, 4]);
    expect(caption()).toBe('Of 4 gradients, 2 are stopped; 50% of their size goes on.');
    goTo('at-zero');
    expect(caption()).toContain('at exactly 0 there is no slope');
    expect(caption('zh')).toContain('恰在 0 处没有斜率');
  });

  it('leaves the corner out of what nudging is asked', () => {
    const { goTo, now, setParams } = figure();
    goTo('example');
    const kinks = (): (boolean | undefined)[] => {
      const [claim] = gates.gradients?.(now().model) ?? [];
      return [0, 1, 2, 3].map((i) => claim?.isKink?.(i));
    };
    expect(kinks()).toEqual([false, false, true, false]);
    setParams({ name: 'sigmoid' });
    expect(kinks()).toEqual([false, false, false, false]);
  });

  it('multiplies each gradient by the slope at its own place', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GATE_NAMES),
        fc.array(fc.double({ min: -6, max: 6, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (name, z) => {
          const { now } = figure({ name, size: 2, z, da: [1, -2, 3, 4], alpha: 0.2 });
          const { layer } = now().model;
          const f = activationOf(name, 0.2);
          for (let i = 0; i < 4; i++) {
            const slope = f.derivative(layer.z.data[i] as number, f.alpha);
            expect(layer.dz.data[i]).toBeCloseTo(([1, -2, 3, 4][i] as number) * slope, 12);
          }
        },
      ),
    );
  });

  it('says that nothing came in where all gradients are 0', () => {
    const { seek, caption } = figure({ size: 2, z: [1, 2, 3, 4], da: [0, 0, 0, 0] });
    seek(8);
    expect(caption()).toBe('No gradient came in, so none goes on.');
  });
});

describe('the scene gates, many layers', () => {
  const ends = (name: string): number[] => {
    const { goTo, now } = figure();
    expect(goTo(name)).toBe(true);
    const { left, depth } = now().model.chains;
    return Array.from({ length: CHAINS }, (_, chain) => left[chain * depth] as number);
  };

  it('is the product of weights and gates, and never more than the most', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GATE_NAMES),
        fc.integer({ min: 1, max: 20 }),
        fc.double({ min: 0.25, max: 4, noNaN: true }),
        fc.integer({ min: 1, max: 500 }),
        (name, depth, weight, seed) => {
          const { now } = figure({ show: 'deep', name, depth, weight, seed });
          const { chains, params } = now().model;
          for (let chain = 0; chain < CHAINS; chain++) {
            let product = 1;
            for (let layer = depth - 1; layer >= 0; layer--) {
              product *= params.weight * (chains.gates[chain * depth + layer] as number);
              const left = chains.left[chain * depth + layer] as number;
              expect(Math.abs(left - product)).toBeLessThanOrEqual(1e-12 * Math.abs(product));
              expect(left).toBeLessThanOrEqual(mostLeft(params, depth - layer) * (1 + 1e-12));
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('says what the chapter says', () => {
    for (const left of ends('deep-sigmoid')) expect(left).toBeLessThan(0.25 ** 10);
    expect(ends('deep-relu')).toEqual([1, 0, 1, 0]);
    expect(ends('deep-leaky').map((left) => Number(left.toPrecision(6)))).toEqual([1, 0.01, 1, 0.1]);
    expect(ends('vanish')[0]).toBe(1 / 1024);
    expect(ends('explode')[0]).toBe(1024);
    for (const left of ends('deep-four')) expect(left).toBeLessThan(2e-11);
  });

  it('writes very small and very large numbers short enough for a cell', () => {
    expect([0, 1, 0.25, 0.0625, 0.00098, 3.3e-7, 1024, 1048576].map(shortText)).toEqual([
      '0',
      '1',
      '0.25',
      '0.06',
      '1e−3',
      '3e−7',
      '1000',
      '1e6',
    ]);
  });
});
