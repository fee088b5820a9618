import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/language/language.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { type Moment, momentAt } from '../../../src/playback/track.ts';
import { BEST } from '../../../src/scenes/gradient-check/best.ts';
import { numberAt } from '../../../src/scenes/gradient-check/model.ts';
import { TENSORS, type TensorName } from '../../../src/scenes/gradient-check/network.ts';
import { gradientCheck as scene } from '../../../src/scenes/gradient-check/scene.ts';
import { type CheckView, viewOf } from '../../../src/scenes/gradient-check/view.ts';
import { activation, activationBackward } from '../../../src/tensor/activations.ts';
import { centralDifference, relativeError } from '../../../src/tensor/gradientCheck.ts';
import { tensor } from '../../../src/tensor/tensor.ts';

/** What chapter 16 works out by hand is what the core computes, and its phrases bring what their sentences say. */
function at(beat: string) {
  const store = createFigureStore(scene);
  expect(store.actions.goTo(beat)).toBe(true);
  const { model, track, position, pinned } = store.getState();
  const view: CheckView = viewOf(model, momentAt(track, position) as Moment<TensorName>, {
    asked: pinned,
    held: null,
    full: false,
  });
  return { model, view, number: numberAt(model, view.name, view.at) };
}

const relu = (z: number): number => activation('relu', tensor([1], [z], 'float64')).at(0);
const slopeOf = (f: (v: number) => number, where: number, epsilon: number): number =>
  centralDifference((values: Float64Array) => f(values[0] as number), Float64Array.of(where), 0, epsilon)
    .slope;

describe.each(LANGUAGES)('the sums of chapter 16 that are done by hand, %s', (language) => {
  const text = readFileSync(`src/chapters/16-gradient-check/${language}.mdx`, 'utf8');
  const cube = (v: number): number => v ** 3;

  it('x³ at 2 with ε = 0.1: 12.61 from one side, 12.01 from both, 12 exactly', () => {
    expect((cube(2.1) - cube(2)) / 0.1).toBeCloseTo(12.61, 10);
    expect(slopeOf(cube, 2, 0.1)).toBeCloseTo(12.01, 10);
    expect([cube(2.1), cube(1.9)].map((v) => v.toFixed(3))).toEqual(['9.261', '6.859']);
    expect((cube(2.1) - cube(1.9)).toFixed(3)).toBe('2.402');
    expect(Math.round((12.61 / 12 - 1) * 100)).toBe(5);
    for (const part of ['(9.261-8)/0.1=12.61', '(9.261 − 6.859) / 0.2 = 2.402 / 0.2', '3\\cdot2^2=12'])
      expect(text).toContain(part);
    expect(text).toMatch(/<Answer text="12\.01" right>/);
  });

  it('ReLU at 0.05 with ε = 0.1: 0.75 across the kink, 1 on either road without it', () => {
    expect(slopeOf(relu, 0.05, 0.1)).toBeCloseTo(0.75, 12);
    expect(slopeOf(relu, 0.05, 0.04)).toBeCloseTo(1, 12);
    const z = tensor([1], [0.05], 'float64');
    expect(activationBackward('relu', z, tensor([1], [1], 'float64')).at(0)).toBe(1);
    expect(text).toContain('(0.15 − 0) / 0.2 = 0.75');
  });

  it('counts numbers and passes', () => {
    const { network } = at('compare').model;
    const numbers = TENSORS.reduce((sum, name) => sum + network[name].size, 0);
    expect(numbers).toBe(68);
    expect(text).toContain(language === 'en' ? '68 numbers' : '68 个数');
    expect(text).toContain(String(2 * numbers));
    expect(text).toContain((2 * 11_274).toLocaleString('en-US'));
  });

  it('has the best ε of both formats', () => {
    expect(BEST.float64).toBeCloseTo(6e-6, 6);
    expect(BEST.float32).toBeCloseTo(5e-3, 3);
    expect(text).toContain(String.raw`\sqrt[3]{2^{-52}}\approx6\cdot10^{-6}`);
    expect(text).toContain(String.raw`\sqrt[3]{2^{-23}}\approx5\cdot10^{-3}`);
  });
});

describe('what the phrases of chapter 16 bring', () => {
  it('a secant that misses the tangent by some percent at 1, and hardly at 0.1', () => {
    const [far, near] = [at('secant').number, at('closer').number];
    expect(far.error).toBeGreaterThan(0.02);
    expect(near.error).toBeCloseTo(0.012, 3);
    for (const language of LANGUAGES)
      expect(readFileSync(`src/chapters/16-gradient-check/${language}.mdx`, 'utf8')).toContain('1.2%');
    expect(far.error / near.error).toBeGreaterThan(10);
    expect([far.isKink, near.isKink]).toEqual([false, false]);
  });

  it('the two ends of the V', () => {
    expect(at('best').number.error).toBeLessThan(1e-10);
    const lost = Math.log10(at('too-small').number.error);
    expect(Math.abs(lost + 4)).toBeLessThan(1);
    expect(at('single').model.red).toEqual(TENSORS);
    const { error } = at('single-best').number;
    expect(error > 1e-6 && error < 1e-5).toBe(true);
  });

  it('cells that are wrong, and why', () => {
    const turn = at('turn');
    expect(turn.model.red).toEqual(['x']);
    expect(Math.sign(turn.number.analytic)).toBe(-Math.sign(turn.number.numeric));
    expect(at('zeros').model.red).toEqual(['x']);
    const mean = at('mean');
    expect(mean.model.red).toEqual(['b']);
    expect(mean.number.error).toBeCloseTo(0.5, 6);
    for (const beat of ['gate', 'tie', 'plateau']) {
      const { model, number } = at(beat);
      expect(number.error, beat).toBeGreaterThan(0.1);
      expect(
        model.checks.W.numbers.some(({ analytic, numeric }) => relativeError(analytic, numeric) > 1e-3),
      ).toBe(false);
    }
    for (const beat of ['gate', 'tie', 'plateau']) expect(at(beat).model.red).toEqual(['x', 'w', 'b']);
    // No ε helps: the same error at another nudge.
    expect(at('plateau').number.error).toBeCloseTo(at('tie').number.error, 4);
    expect(at('plateau').model.epsilon).not.toBe(at('tie').model.epsilon);
  });

  it('a window whose four sums are negative', () => {
    const { z, pooled, argMax } = at('gate').model.pass;
    const dead = [...pooled.data].indexOf(0);
    expect(dead).toBeGreaterThanOrEqual(4);
    expect(z.data[argMax[dead] as number]).toBeLessThan(0);
  });

  it('a pixel that no ε can judge', () => {
    const { number, model } = at('kink');
    expect(number.isKink).toBe(true);
    expect(model.checks.x.kinks).toBe(8);
    expect(model.red).toEqual([]);
  });
});
