import { describe, expect, it } from 'vitest';
import { createFigureStore } from '../../../src/playback/store.ts';
import { learnKernel } from '../../../src/scenes/learn-kernel/scene.ts';

const SOBEL = [-1, 0, 1, -2, 0, 2, -1, 0, 1];

const at = (beat: string) => {
  const store = createFigureStore(learnKernel);
  expect(store.actions.goTo(beat)).toBe(true);
  const { model, position } = store.getState();
  return { model, position, now: model.descent.at(position), start: model.descent.at(0) };
};

const farthest = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.max(...Array.from(a, (value, i) => Math.abs(value - (b[i] as number))));

describe('nine numbers that learn', () => {
  it('finds the hidden kernel from noise, each of those that the prose names', () => {
    expect(farthest(at('arrived').now.w.data, SOBEL)).toBeLessThan(1e-6);
    for (const beat of ['blur', 'own']) {
      const { now, model } = at(beat);
      expect(farthest(now.w.data, model.goal?.data ?? [])).toBeLessThan(1e-6);
    }
    expect(farthest(at('ten-steps').now.w.data, SOBEL)).toBeLessThan(0.11);
  });

  it('takes the step that its rule says', () => {
    const { model, start } = at('random');
    const next = model.descent.at(1);
    start.w.data.forEach((value, i) => {
      expect(next.w.data[i]).toBe(value - model.params.rate * (start.dw.data[i] as number));
    });
    expect(start.y.size).toBe(72);
  });

  it('moves all nine by the same amount on flat pictures, until their sum is that of the target', () => {
    const { now, start, model } = at('flat');
    const moved = Array.from(now.w.data, (value, i) => value - (start.w.data[i] as number));
    for (const by of moved) expect(by).toBeCloseTo(moved[0] as number, 12);
    expect(Array.from(now.w.data).reduce((a, b) => a + b, 0)).toBeCloseTo(0, 9);
    expect(now.loss).toBeLessThan(1e-12);
    expect(model.bowl.learnable).toBe(1);
  });

  it('tells three directions apart from upright stripes, and nine, barely, from a photograph', () => {
    const { model, start, now } = at('stripes');
    expect(model.bowl.learnable).toBe(3);
    for (const col of [0, 1, 2]) {
      const moved = [0, 1, 2].map((row) => {
        const i = row * 3 + col;
        return (now.w.data[i] as number) - (start.w.data[i] as number);
      });
      expect(moved[1]).toBeCloseTo(moved[0] as number, 9);
      expect(moved[2]).toBeCloseTo(moved[0] as number, 9);
    }
    const { curvatures, learnable } = at('photo').model.bowl;
    expect(learnable).toBe(9);
    expect((curvatures[0] as number) / (curvatures[8] as number)).toBeGreaterThan(500);
  });

  it('stops at the least loss that any kernel has, where the target is no convolution', () => {
    for (const beat of ['no-convolution', 'mirrored']) {
      const { now, model } = at(beat);
      expect(model.goal).toBeNull();
      expect(model.bowl.least).toBeGreaterThan(0.1);
      expect(now.loss).toBeGreaterThan(0.999999 * model.bowl.least);
      expect(now.loss).toBeLessThan(1.001 * model.bowl.least);
    }
  });

  it('diverges above 2 / λ and not below, and then ends with a finite number and a word', () => {
    const { model } = at('too-fast');
    expect(model.params.rate).toBeGreaterThan(model.bowl.bound);
    expect(model.descent.at(1).loss).toBeLessThan(model.descent.at(0).loss);
    const end = model.descent.ranAway(100) as number;
    expect(end).toBeGreaterThan(12);
    for (let step = 5; step < end; step++)
      expect(model.descent.at(step + 1).loss).toBeGreaterThan(model.descent.at(step).loss);
    expect(Number.isFinite(model.descent.at(100).loss)).toBe(true);
    expect(at('random').model.params.rate).toBeLessThan(at('random').model.bowl.bound);
    const store = createFigureStore(learnKernel);
    store.actions.goTo('too-fast');
    store.actions.seek(100);
    const { model: now, track, position } = store.getState();
    expect([track.total, position]).toEqual([100, 100]);
    expect(now.descent.ranAway(position)).toBe(end);
  });
});
