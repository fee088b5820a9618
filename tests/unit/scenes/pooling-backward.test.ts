import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import type { PoolBackParams } from '../../../src/scenes/pooling-backward/parameters.ts';
import { shareText } from '../../../src/scenes/pooling-backward/payments.ts';
import { poolingBackward } from '../../../src/scenes/pooling-backward/scene.ts';

const SIZE = { band: 'wide', width: 960, height: 398 } as const;

function figure(change: Partial<PoolBackParams> = {}) {
  const store = createFigureStore(poolingBackward);
  store.actions.setParams(change);
  const now = () => nowOf(poolingBackward, store.getState(), SIZE);
  const caption = (language: 'en' | 'zh' = 'en') =>
    poolingBackward.caption(now().model, now().view, language);
  return { ...store.actions, now, caption };
}

const gradientAt = (beat: string): number[] => {
  const { goTo, now } = figure();
  expect(goTo(beat)).toBe(true);
  return [...now().model.dx.data];
};

describe('the scene pooling-backward', () => {
  it('pays one window: the largest number takes all, a mean gives each a quarter, of equal ones the first', () => {
    expect(gradientAt('one-paid')).toEqual([0, 0, 6, 0]);
    expect(gradientAt('one-mean')).toEqual([1.5, 1.5, 1.5, 1.5]);
    expect(gradientAt('tie')).toEqual([6, 0, 0, 0]);
  });

  it('adds where windows overlap', () => {
    expect(gradientAt('pairs-both').slice(0, 3)).toEqual([0, 5, 0]);
    const { goTo, now } = figure();
    goTo('shared-seven');
    const [sum] = now().view.equations;
    expect(sum?.kind === 'sum' && [sum.head, sum.line.value]).toEqual(['∂x₁,₂', 45]);
    goTo('first-window');
    const [first] = now().view.equations;
    expect(first?.kind === 'sum' && first.line.value).toBe(18);
  });

  it('hands out all of a gradient and no more, where no padding is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('max', 'average'),
        fc.integer({ min: 2, max: 8 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 99 }),
        (kind, input, kernel, stride, seed) => {
          const { now } = figure({ kind: kind as 'max' | 'average', input, kernel, stride, seed });
          const { dx, dy } = now().model;
          const sum = (of: Iterable<number>): number => [...of].reduce((all, value) => all + value, 0);
          expect(sum(dx.data as Float64Array)).toBeCloseTo(sum(dy.data as Float64Array), 9);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('comes to the same gradient in both orders', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('max', 'average'),
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 99 }),
        (kind, stride, countPad, seed) => {
          const change = { kind: kind as 'max' | 'average', stride, countPad, seed, padding: 1 };
          const { now, seek } = figure(change);
          seek(now().model.track.total);
          const gathered = figure({ ...change, method: 'gather' }).now().model;
          expect([...now().model.dx.data]).toEqual([...gathered.dx.data]);
          // Scattered to the end, every pixel has what the core says.
          const known = now().view.grids['dx']?.known;
          for (let i = 0; i < now().model.dx.size; i++) expect(known?.(i) ?? true).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('cuts away what lands on padding, and gives it to the pixels where padding is not counted', () => {
    const { goTo, now, caption } = figure();
    goTo('cropped');
    expect(now().view.cropped).toBe(true);
    expect(caption()).toContain('cut away');
    const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((all, one) => all + one, 0);
    const given = sum(now().model.dy.data);
    expect(sum(now().model.dx.data)).not.toBeCloseTo(given, 6);
    goTo('not-counted');
    expect(sum(now().model.dx.data)).toBeCloseTo(sum(now().model.dy.data), 9);
  });

  it('says of a pixel that lost, of one that nobody read, and of a tie', () => {
    const { goTo, caption } = figure();
    goTo('loser');
    expect(caption()).toBe('4 windows read this pixel and took another one. It gets 0.');
    goTo('unread');
    expect(caption()).toBe('No window read this pixel, so its gradient is 0.');
    goTo('tied-five');
    expect(caption()).toContain('Of 2 equals the first is paid.');
    goTo('all-windows');
    expect(caption()).toBe('4 outputs have paid: 22 of 25 pixels got nothing.');
  });

  it('leaves out of the nudging what is tied for a maximum, and nothing of a mean', () => {
    const { now, setParams } = figure({ input: 2, kernel: 2, stride: 2, x: [3, 3, 3, 1], dy: [6] });
    const kinks = () => {
      const [claim] = poolingBackward.gradients?.(now().model) ?? [];
      return [0, 1, 2, 3].map((i) => claim?.isKink?.(i));
    };
    expect(kinks()).toEqual([true, true, true, false]);
    setParams({ kind: 'average' });
    expect(kinks()).toEqual([false, false, false, false]);
  });

  it('writes a share of a mean as a division, so that it closes', () => {
    const { goTo, now } = figure();
    goTo('mean-middle');
    const [line] = now().view.equations;
    expect(line?.kind === 'expression' && [line.sign, line.result]).toEqual(['=', '8']);
    expect([1, 0, 0.25, 1 / 9].map(shareText)).toEqual(['1', '0', '1/4', '1/9']);
  });
});
