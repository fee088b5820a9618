import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curvatures } from '../../../src/kit/losses/landscape.ts';
import { LANDSCAPES } from '../../../src/kit/losses/landscapes.ts';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import type { DescentParams } from '../../../src/scenes/gradient-descent/parameters.ts';
import { gradientDescent } from '../../../src/scenes/gradient-descent/scene.ts';

const SIZE = { band: 'wide', width: 960, height: 350 } as const;

function figure(change: Partial<DescentParams> = {}) {
  const store = createFigureStore(gradientDescent);
  store.actions.setParams(change);
  const now = () => nowOf(gradientDescent, store.getState(), SIZE);
  const caption = () => gradientDescent.caption(now().model, now().view, 'en');
  return { ...store.actions, now, caption, state: store.getState };
}

const weightsAfter = (change: Partial<DescentParams>): number[] =>
  figure(change)
    .now()
    .model.path.updates.map(({ next }) => next[0] as number);

describe('the losses of gradient-descent', () => {
  const place = fc.double({ min: -4, max: 4, noNaN: true });

  it.each(Object.entries(LANDSCAPES))('%s: slope and curvature are those of its loss', (_, landscape) => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const at = [a, b].slice(0, landscape.letters.length);
        const moved = (axis: number, by: number): number[] => at.map((w, i) => (i === axis ? w + by : w));
        const h = 1e-5;
        landscape.letters.forEach((_letter, axis) => {
          const rise = (landscape.loss(moved(axis, h)) - landscape.loss(moved(axis, -h))) / (2 * h);
          expect(landscape.slope(at)[axis]).toBeCloseTo(rise, 4);
          landscape.letters.forEach((_other, other) => {
            const bend =
              ((landscape.slope(moved(axis, h))[other] as number) -
                (landscape.slope(moved(axis, -h))[other] as number)) /
              (2 * h);
            expect(landscape.hessian(at)[axis * at.length + other]).toBeCloseTo(bend, 4);
          });
        });
      }),
      { numRuns: 20 },
    );
  });

  it.each(Object.entries(LANDSCAPES))('%s: at its bottom the slope is 0', (_, landscape) => {
    const bottom = landscape.bottom([1, 1]);
    for (const slope of landscape.slope(bottom)) expect(slope).toBeCloseTo(0, 10);
  });

  it.each(Object.entries(LANDSCAPES))('%s: the mean over its examples is the loss', (_, landscape) => {
    if (landscape.examples === 0) return;
    const at = [0.5, -1].slice(0, landscape.letters.length);
    const each = Array.from({ length: landscape.examples }, (_each, i) => landscape.loss(at, i));
    expect(each.reduce((sum, loss) => sum + loss, 0) / each.length).toBeCloseTo(landscape.loss(at), 12);
  });

  it('has the curvatures of a matrix that is not diagonal', () => {
    expect(curvatures([2, 1, 1, 2])).toEqual([3, 1]);
    expect(curvatures(LANDSCAPES.unscaled.hessian([]))[0]).toBeCloseTo(43.54, 2);
    expect(curvatures(LANDSCAPES.scaled.hessian([]))).toEqual([2.5, 2]);
  });
});

describe('the scene gradient-descent', () => {
  it('takes the steps that are worked out by hand', () => {
    const near = (found: readonly number[], wanted: readonly number[]): void =>
      wanted.forEach((w, i) => {
        expect(found[i]).toBeCloseTo(w, 12);
      });
    near(weightsAfter({ rate: 0.1 }), [0.6, 1.08]);
    near(weightsAfter({ rate: 0.5 }), [3, 3]);
    near(weightsAfter({ rate: 1 }), [6, 0, 6]);
    near(weightsAfter({ rate: 1.1 }), [6.6, -1.32, 8.184]);
  });

  it('writes decimal arithmetic with =, though doubles miss by a bit', () => {
    const one = figure();
    one.seek(3);
    expect(one.now().view.equations[0]).toMatchObject({
      head: 'w′',
      sign: '=',
      result: '0.6',
      value: 0.6000000000000001,
    });
    one.setFullPrecision(true);
    expect(one.now().view.equations[0]?.result).toBe('0.6000000000000001');
  });

  it('goes through a loss, a gradient, a step and new weights', () => {
    const one = figure();
    const facts = [0, 1, 2, 3, 4].map((position) => {
      one.seek(position);
      return [one.now().view.fact, one.now().view.k, one.now().view.ball[0]];
    });
    expect(facts).toEqual([
      ['loss', 0, 0],
      ['slope', 0, 0],
      ['step', 0, 0],
      ['next', 0, 0.6000000000000001],
      ['slope', 1, 0.6000000000000001],
    ]);
  });

  it('moves the ball straight to its next place, not through the valley', () => {
    const one = figure({ rate: 1 });
    one.seek(2.5);
    expect(one.now().view.ball).toEqual([3]);
    one.seek(3);
    expect(one.now().view.ball).toEqual([6]);
  });

  it('says when the ball has left, and when no float32 could hold it', () => {
    const one = figure({ rate: 1.1, updates: 100 });
    one.seek(one.state().track.total);
    expect(one.caption()).toContain('off the picture, at −2.48e8');
    one.setParams({ rate: 10, updates: 100 });
    one.seek(one.state().track.total);
    expect(one.state().track.total).toBeLessThan(300);
    expect(one.caption()).toContain('where no float32 is finite');
  });

  it('shows the update whose gradient is pinned', () => {
    const one = figure();
    one.pin({ grid: 'slopes', plane: 0, row: 0, col: 1 });
    expect(one.now().view.k).toBe(1);
    expect(one.now().view.equations[0]).toMatchObject({ sign: '=', result: '−4.8' });
  });

  it('draws examples anew with each seed, and the same with the same', () => {
    const drawn = (seed: number) =>
      figure({ curve: 'fit', single: true, seed })
        .now()
        .model.path.updates.map(({ example }) => example);
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(1)).not.toEqual(drawn(2));
    expect(new Set(drawn(1))).toEqual(new Set([0, 1, 2]));
    expect(
      figure({ single: true })
        .now()
        .model.path.updates.every(({ example }) => example === null),
    ).toBe(true);
  });
});
