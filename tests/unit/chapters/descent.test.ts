import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printNumber } from '../../../src/formula/numbers.ts';
import { LANDSCAPES } from '../../../src/kit/losses/landscapes.ts';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { LANGUAGES } from '../../../src/language/language.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { gradientDescent } from '../../../src/scenes/gradient-descent/scene.ts';

/** What chapter 12 works out by hand is what the core computes. */
const SIZE = { band: 'wide', width: 960, height: 350 } as const;
const print = (value: number, digits = 3): string => printNumber(value, { digits }).text;

function at(beat: string) {
  const store = createFigureStore(gradientDescent);
  expect(store.actions.goTo(beat)).toBe(true);
  const { model, view } = nowOf(gradientDescent, store.getState(), SIZE);
  return { model, view, results: view.equations.map(({ result }) => result) };
}

const lossAtEnd = (beat: string, optimizer: 'sgd' | 'momentum'): string => {
  const { model } = at(beat);
  return print(model.landscape.loss(model.paths[optimizer].updates.at(-1)?.next ?? []));
};

describe.each(LANGUAGES)('the numbers of chapter 12, %s', (language) => {
  const text = readFileSync(`src/chapters/12-gradient-descent/${language}.mdx`, 'utf8');

  /** The text of a phrase and what follows it up to the next. */
  const around = (beat: string): string => {
    const [, after = ''] = text.split(`to="${beat}">`);
    return after.split('<Beat')[0] as string;
  };

  it.each([
    ['secant-two', '−4'],
    ['secant-one', '−5'],
    ['secant-small', '−5.99'],
    ['first-update', '0.6'],
    ['second-update', '1.08'],
    ['path', '2.965'],
    ['small', '0.997'],
    ['lands', '3'],
    ['diverges', '8.184'],
    ['ravine-below', '0.274'],
    ['momentum-first', '9.35'],
  ])('%s comes to %s', (beat, number) => {
    expect(at(beat).results[0]).toBe(number);
    expect(around(beat)).toContain(number);
  });

  it('tells what the phrases of the ravines show', () => {
    expect(at('bowl').view.update.slope).toEqual([5, 1]);
    expect(at('gradient').view.update.slope).toEqual([5, 25]);
    expect(around('gradient')).toContain('(5, 25)');
    expect(at('ravine-above').view.ball[1]).toBeGreaterThan(10);
    expect(at('unscaled').model.lambda.map((value) => print(value, 2))).toEqual(
      ['43.54', '0.459'].map((n) => print(Number(n), 2)),
    );
    expect(print(at('unscaled').view.ball[0] as number, 1)).toBe('−1.3');
    expect(at('unscaled').model.bottom[0]).toBeCloseTo(0.7, 12);
    expect(at('scaled').model.lambda).toEqual([2.5, 2]);
    expect(at('scaled').model.path.updates[6]?.next[0]).toBeCloseTo(3.5, 3);
    expect(text).toContain('(x-4)/2');
  });

  it('compares the optimisers as they are', () => {
    expect(around('momentum')).toContain(lossAtEnd('momentum', 'momentum'));
    expect(around('momentum')).toContain(lossAtEnd('momentum', 'sgd'));
    const { update } = at('adam-first').view;
    update.next.forEach((to, i) => {
      expect(to - (update.at[i] as number)).toBeCloseTo(-0.3, 7);
    });
    expect(at('adam').model.paths.sgd.overflows).toBe(true);
    expect(Math.hypot(...at('adam').view.ball)).toBeLessThan(0.5);
    expect(at('over-the-hill').view.ball[0]).toBeGreaterThan(2.9);
    expect(at('over-the-hill').model.paths.sgd.updates.at(-1)?.next[0]).toBeCloseTo(-2, 3);
    expect(at('gone').view.ball[0]).toBeCloseTo(-2.48e8, -7);
  });

  it('diagnoses the typed numbers by what makes them', () => {
    const answer = (number: string): string =>
      text.split(`<Answer text="${number}"`)[1]?.split('</Answer>')[0] ?? '';
    // The parabola at 4: slope and height.
    expect(LANDSCAPES.parabola.slope([4])).toEqual([2]);
    expect(LANDSCAPES.parabola.loss([4])).toBe(1);
    expect(answer('2')).toMatch(/right/);
    expect(answer('1')).toContain('(4 − 3)²');
    // The ravine: 2/λ of its steep and of its flat direction, 1/λ, 2 over the mean.
    expect(at('gradient').model.bounds).toMatchObject({ stable: 0.08, smooth: 0.04 });
    expect(print(2 / 13, 4)).toBe('0.1538');
    expect(answer('0.08')).toMatch(/right/);
    // Adam without bias correction, and with half of it.
    const [m, q] = [0.1 * 25, 0.001 * 25 ** 2];
    expect(print((0.3 * m) / Math.sqrt(q))).toBe('0.949');
    expect(print((0.3 * m) / Math.sqrt(q / 0.001))).toBe('0.03');
    expect(print(0.3 * 25)).toBe('7.5');
    expect(answer('0.3')).toMatch(/right/);
  });
});
