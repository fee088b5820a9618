import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlOf, sizeOf } from '../../../src/kit/digitPass/control.ts';
import { FACTS } from '../../../src/kit/digitPass/nodes.ts';
import { lossOf, lossSlopes, sharesOf } from '../../../src/kit/digitPass/quickLoss.ts';
import { createWalk, type Push, unitOffset } from '../../../src/kit/digitPass/walk.ts';
import { digit } from '../../../src/kit/samples/samples.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { growing, keepOf } from '../../../src/scenes/push/model.ts';
import { push } from '../../../src/scenes/push/scene.ts';
import { crossEntropy } from '../../../src/tensor/crossEntropy.ts';
import { softmax } from '../../../src/tensor/softmax.ts';
import { tensor } from '../../../src/tensor/tensor.ts';

const three = Float64Array.from(digit(3).pixels, (byte) => byte / 255);
const fooling = (change: Partial<Push> = {}): Push => ({
  ...{ start: three, base: three, rule: 'sign', rate: 4 / 255, keep: 1, clip: true },
  goal: { kind: 'loss', label: 8, direction: -1 },
  ...change,
});

describe('a walk', () => {
  it('is the same whether its steps are asked for one by one or the last one first', () => {
    const [slow, quick] = [createWalk(fooling()), createWalk(fooling())];
    for (let step = 0; step <= 6; step++) slow.at(step);
    expect(quick.at(6).x).toEqual(slow.at(6).x);
    expect(quick.found).toBe(7);
    expect(quick.at(3)).toBe(quick.at(3));
  });

  it('by the sign moves no pixel by more than a step each time, and keeps to paper and ink', () => {
    const walk = createWalk(fooling());
    for (let step = 1; step <= 8; step++) {
      const { x } = walk.at(step);
      expect(
        sizeOf(x.map((pixel, i) => pixel - (walk.at(step - 1).x[i] as number))).largest,
      ).toBeLessThanOrEqual(4 / 255 + 1e-12);
      expect(sizeOf(x.map((pixel, i) => pixel - (three[i] as number))).largest).toBeLessThanOrEqual(
        (4 * step) / 255 + 1e-12,
      );
      expect(Math.min(...x)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...x)).toBeLessThanOrEqual(1);
    }
  });

  it('without the limits leaves them, and with them lowers the loss all the same', () => {
    const free = createWalk(fooling({ clip: false }));
    expect(Math.min(...free.at(1).x)).toBeLessThan(0);
    const kept = createWalk(fooling());
    for (let step = 1; step <= 5; step++) expect(kept.at(step).value).toBeLessThan(kept.at(step - 1).value);
  });

  it('for a kernel without limits comes to (η / κ) · w, the fixed point of its rule', () => {
    const unit = { layer: 'conv1', k: 2 } as const;
    const set = { growth: 0.02, decay: 0.5, noise: 0, clip: false, seed: 1 };
    const walk = createWalk(growing(unit, set));
    const { x, gradient } = walk.at(40);
    x.forEach((pixel, i) => {
      expect(pixel - 0.5).toBeCloseTo((set.growth / set.decay) * (gradient[i] as number), 9);
    });
  });

  it('starts from the same noise for the same seed, within its bounds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (seed, noise) => {
          const set = { growth: 0.1, decay: 0.05, noise, clip: true, seed };
          const [one, other] = [
            growing({ layer: 'conv2', k: 0 }, set),
            growing({ layer: 'logits', k: 3 }, set),
          ];
          expect(one.start).toEqual(other.start);
          const most = Math.max(...one.start.map((pixel) => Math.abs(pixel - 0.5)));
          // Beside a half, a number of 1e−17 is rounding.
          expect(most).toBeLessThanOrEqual(noise + Number.EPSILON);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('looks at the number in the middle of a map', () => {
    expect(unitOffset({ layer: 'conv2', k: 3 })).toBe((3 * 14 + 7) * 14 + 7);
    expect(unitOffset({ layer: 'logits', k: 9 })).toBe(9);
    expect(keepOf(0.07)).toBe(0.93);
  });
});

describe('the control', () => {
  it('has the same changes, each once, and without limits the same size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (seed) => {
        const { x } = createWalk(fooling()).at(1);
        const change = x.map((pixel, i) => pixel - (three[i] as number));
        const { moved, size } = controlOf(three, x, false, seed);
        expect(moved.toSorted()).toEqual(change.toSorted());
        expect(size.largest).toBeCloseTo(sizeOf(change).largest, 12);
        expect(size.length).toBeCloseTo(sizeOf(change).length, 12);
      }),
      { numRuns: 5 },
    );
  });
});

describe('loss and shares', () => {
  const scores = fc.array(fc.double({ min: -60, max: 60, noNaN: true }), { minLength: 10, maxLength: 10 });

  it('are those of the core', () => {
    fc.assert(
      fc.property(scores, fc.integer({ min: 0, max: 9 }), (numbers, label) => {
        const z = Float64Array.from(numbers);
        const t = tensor([1, 10], numbers, 'float64');
        const shares = sharesOf(z);
        expect(lossOf(z, label)).toBeCloseTo(crossEntropy(t, [label]).data[0] as number, 9);
        softmax(t).data.forEach((share, k) => {
          expect(shares[k]).toBeCloseTo(share, 12);
          expect(lossSlopes(shares, label)[k]).toBeCloseTo(share - (k === label ? 1 : 0), 12);
        });
      }),
    );
  });
});

describe('hostile settings', () => {
  it('of every kind give pictures of numbers', () => {
    for (const change of [
      { rule: 'gradient', rate: 1, clip: false },
      { rule: 'gradient', rate: 1, clip: false, aim: 'away' },
      { levels: 64, clip: false, aim: 'away' },
      { target: 3 },
      { mode: 'grow', layer: 'logits', unit: 15, growth: 1, decay: 0, clip: false },
      { mode: 'grow', layer: 'conv1', unit: 15, growth: 1, decay: 0.5, noise: 0 },
    ] as const) {
      const store = createFigureStore(push);
      store.actions.setParams(change as never);
      const { x, shares, value } = store.getState().model.walk.at(40);
      expect(x.length).toBe(FACTS.image.rows * FACTS.image.cols);
      for (const number of [...x, ...shares, value]) expect(Number.isFinite(number)).toBe(true);
    }
  });
});
