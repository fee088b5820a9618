import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printNumber } from '../../../src/formula/numbers.ts';
import type { GridId } from '../../../src/kit/operations/operation.ts';
import { nowOf } from '../../../src/kit/scene/now.ts';
import { LANGUAGES } from '../../../src/language/language.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { bench } from '../../../src/scenes/bench/scene.ts';
import { network } from '../../../src/scenes/network/scene.ts';

/** What chapter 19 says of its numbers is what the bench computes. */
function at(beat: string) {
  const store = createFigureStore(bench);
  expect(store.actions.goTo(beat)).toBe(true);
  const { model } = store.getState();
  const { view } = nowOf(bench, store.getState(), { band: 'wide', width: 960, height: 336 });
  const numbers = (id: GridId): number[] => Array.from(model.operation.tensors[id]?.data ?? []);
  const shape = (id: GridId) => model.operation.tensors[id]?.shape.slice(-2);
  return { model, view, numbers, shape, counts: model.operation.counts };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

describe.each(LANGUAGES)('the numbers of chapter 19, %s', (language) => {
  const prose = readFileSync(`src/chapters/19-workbench/${language}.mdx`, 'utf8');
  const says = (...texts: string[]): void => {
    for (const one of texts) expect(prose).toContain(one);
  };

  it('turns the kernel by half a turn, and moves it with the pixel', () => {
    says('6 5 4', '3 2 1', '180°');
    expect(at('dot').numbers('w')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(at('dot').numbers('y')).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(at('dot-moved').numbers('y')).toEqual([6, 5, 4, 3, 2, 1, 0, 0, 0]);
  });

  it('carries the picture one column to the right', () => {
    const { numbers } = at('carry');
    const moved = numbers('x').map((_, i, x) => (i % 5 === 0 ? 0 : (x[i - 1] as number)));
    expect(numbers('y')).toEqual(moved);
    expect(sum(numbers('w'))).toBe(1);
  });

  it('makes the output larger in two ways', () => {
    says('3 × 3', '5 × 5', '7 × 7');
    expect([at('larger-full').shape('x'), at('larger-full').shape('y')]).toEqual([
      [3, 3],
      [5, 5],
    ]);
    expect([at('larger-transposed').shape('x'), at('larger-transposed').shape('y')]).toEqual([
      [3, 3],
      [7, 7],
    ]);
  });

  it('leaves 33 of 49 pixels unread', () => {
    says('"33" right', '4 · 4 = 16', '49 − 16');
    const { model, view } = at('skipped-pixel');
    const reads = Array.from(model.operation.reads ?? []);
    expect(reads).toHaveLength(49);
    expect(reads.filter((count) => count === 0)).toHaveLength(33);
    expect(Math.max(...reads)).toBe(1);
    expect(view.subject.explanation).toMatchObject({ kind: 'sum', value: 0, terms: [] });
    const read = [0, 1, 2, 3, 4, 5, 6].filter((row) =>
      reads.slice(row * 7, row * 7 + 7).some((count) => count > 0),
    );
    expect(read).toEqual([0, 1, 3, 4]);
  });

  it('subtracts the sample before, and leads nothing back in time', () => {
    const { numbers, view } = at('tone-past');
    const x = numbers('x');
    expect(numbers('y')).toEqual(x.map((now, i) => now - (x[i - 1] ?? 0)));
    const { explanation } = view.subject;
    if (explanation.kind !== 'sum') throw new Error('a gradient is a sum');
    const reached = explanation.terms.map(({ factors }) => factors[0]?.index.at(-1));
    expect(reached.sort()).toEqual([6, 7]);
  });

  it('counts parameters', () => {
    says('148', '40', '20', '60');
    const of = ['whole-layer', 'own-channel', 'one-pixel'].map((beat) => at(beat).counts?.parameters);
    expect(of).toEqual([148, 40, 20]);
  });

  it('normalises: moving all numbers changes nothing, so the gradients add to 0', () => {
    expect(at('norm').numbers('x')).toEqual([1, 2, 4, 5]);
    expect(at('norm-moved').numbers('x')).toEqual([101, 102, 104, 105]);
    at('norm-moved')
      .numbers('y')
      .forEach((value, i) => {
        expect(value).toBeCloseTo(at('norm').numbers('y')[i] as number, 12);
      });
    const { numbers, model } = at('norm-back');
    expect(numbers('dy')).toEqual([1, 0, 0, 0]);
    const dx = numbers('dx');
    expect(dx.map((value) => value.toFixed(3).replace('-', '−'))).toEqual([
      '0.221',
      '−0.285',
      '−0.032',
      '0.095',
    ]);
    says(...dx.map((value) => value.toFixed(3).replace('-', '−')));
    expect(sum(dx)).toBeCloseTo(0, 12);
    expect(model.operation.counts?.parameters).toBe(2);
  });

  it('ends with a pixel of chapter 17 and its gradient', () => {
    says('253', '200', '−0.116');
    const seen = (beat: string) => {
      const store = createFigureStore(network);
      expect(store.actions.goTo(beat)).toBe(true);
      return store.getState();
    };
    const { model, pinned } = seen('picture');
    expect(pinned).toMatchObject({ grid: 'image', row: 14, col: 14 });
    expect(Math.round(255 * model.values.image.at(0, 0, 14, 14))).toBe(253);
    // Far from the edge: each of the 25 weights of all eight filters meets it once.
    expect(25 * (model.values.conv1.shape[1] as number)).toBe(200);
    const back = seen('pixel-back');
    expect([back.pinned, back.model.params.label]).toMatchObject([{ grid: 'dimage', row: 14, col: 14 }, 8]);
    expect(printNumber(back.model.gradients.image.at(0, 0, 14, 14)).text).toBe('−0.116');
  });

  it('shuts a ReLU', () => {
    const { numbers } = at('shut');
    expect(numbers('x').every((value) => value < 0)).toBe(true);
    expect([...numbers('y'), ...numbers('dx')].every((value) => value === 0)).toBe(true);
    expect(numbers('dy').some((value) => value !== 0)).toBe(true);
  });

  it('counts the networks of the quest', () => {
    // Two blocks of 5 × 5 without a bias, batch norm with two numbers a filter, then ten scores of 7 × 7 × 2f.
    const parameters = (f: number): number =>
      25 * f + 2 * f + 25 * f * 2 * f + 2 * 2 * f + 10 * 49 * 2 * f + 10;
    expect(parameters(4)).toBe(4854);
    says('11,274', '4854', '98.4%', '98.63%', '2500');
  });
});
