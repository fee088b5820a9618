import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { descend } from '../../../src/network/descend.ts';
import { boundsOf, regionOf, regionsIn } from '../../../src/network/rateBounds.ts';

/** ½ Σ λᵢ wᵢ² */
const bowl = (lambda: readonly number[]) => ({
  loss: (w: readonly number[]) => w.reduce((sum, x, i) => sum + ((lambda[i] as number) * x * x) / 2, 0),
  slope: (w: readonly number[]) => w.map((x, i) => (lambda[i] as number) * x),
});
const all = (count: number): null[] => Array.from({ length: count }, () => null);
const size = (w: readonly number[]): number => Math.hypot(...w);

describe('descend', () => {
  it('multiplies each distance by 1 − ηλ', () => {
    const { updates } = descend(bowl([25, 1]), { type: 'sgd', lr: 0.07 }, [1, 5], all(10));
    expect(updates.at(-1)?.next[0]).toBeCloseTo((1 - 0.07 * 25) ** 10, 12);
    expect(updates.at(-1)?.next[1]).toBeCloseTo(5 * 0.93 ** 10, 12);
  });

  it('adds the whole gradient to the velocity, and leaves the rate outside of it', () => {
    const { updates } = descend(bowl([1]), { type: 'momentum', lr: 0.1, momentum: 0.9 }, [5], all(2));
    expect(updates[0]).toMatchObject({ before: [[0]], after: [[5]], next: [4.5] });
    expect(updates[1]).toMatchObject({ before: [[5]], after: [[0.9 * 5 + 4.5]] });
  });

  it('begins with a step of η for Adam, whatever the slope', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), (lambda) => {
        const { updates } = descend(bowl([lambda]), { type: 'adam', lr: 0.3 }, [-2], all(1));
        expect(updates[0]?.next[0]).toBeCloseTo(-1.7, 5);
      }),
    );
  });

  it('ends where a float32 would', () => {
    const { updates, overflows } = descend(bowl([1]), { type: 'sgd', lr: 10 }, [1], all(100));
    expect(overflows).toBe(true);
    expect(updates.every(({ next }) => Math.abs(next[0] as number) <= 3.4028234663852886e38)).toBe(true);
    expect(Math.abs(updates.at(-1)?.next[0] as number) * 9).toBeGreaterThan(1e18);
  });
});

describe('the bounds of a rate', () => {
  const rates = fc.double({ min: 0.001, max: 3, noNaN: true });
  const curvature = fc.double({ min: 0.5, max: 30, noNaN: true });

  it('tell what gradient descent and momentum do on a bowl', () => {
    fc.assert(
      fc.property(rates, curvature, curvature, fc.constantFrom(0, 0.5, 0.9), (rate, a, b, mu) => {
        const lambda = [Math.max(a, b), Math.min(a, b)];
        const bounds = boundsOf(lambda, mu, 400);
        if (!bounds) throw new Error('a bowl has bounds');
        fc.pre(Math.abs(rate / bounds.stable - 1) > 0.02 && rate * (lambda[1] as number) > 0.03);
        const { updates } = descend(
          bowl(lambda),
          { type: 'momentum', lr: rate, momentum: mu },
          [1, 1],
          all(400),
        );
        const far = size(updates.at(-1)?.next ?? []);
        if (regionOf(rate, bounds) === 'diverges') expect(far).toBeGreaterThan(1);
        else expect(far).toBeLessThan(0.1);
      }),
      { numRuns: 60 },
    );
  });

  it('say what is too small: more than a tenth of the way is left', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.9, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        (rate, count) => {
          const bounds = boundsOf([1], 0, count);
          if (!bounds) throw new Error('a bowl has bounds');
          fc.pre(Math.abs(rate / bounds.slow - 1) > 1e-9);
          const { updates } = descend(bowl([1]), { type: 'sgd', lr: rate }, [1], all(count));
          expect(regionOf(rate, bounds) === 'slow').toBe((updates.at(-1)?.next[0] as number) > 0.1);
        },
      ),
    );
  });

  it('are none where a direction curves downwards', () => {
    expect(boundsOf([1, -1], 0, 20)).toBeNull();
  });

  it('cut a range into regions without gaps', () => {
    const bounds = boundsOf([2], 0, 20);
    if (!bounds) throw new Error('a bowl has bounds');
    const found = regionsIn(bounds, [0.001, 10]);
    expect(found.map(({ region }) => region)).toEqual(['slow', 'smooth', 'bounces', 'diverges']);
    expect(found.map(({ from }) => from).slice(1)).toEqual(found.map(({ to }) => to).slice(0, -1));
    expect(found.at(-1)).toMatchObject({ from: 1, to: 10 });
    // Where one rate suits no direction, all below the bound are too small for the flattest.
    const ravine = boundsOf([43.5, 0.46], 0, 40);
    expect(ravine && regionsIn(ravine, [0.001, 10]).map(({ region }) => region)).toEqual([
      'slow',
      'diverges',
    ]);
  });
});
