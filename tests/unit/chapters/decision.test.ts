import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explainFlatten } from '../../../src/explain/flatten.ts';
import { LANGUAGES } from '../../../src/language/language.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { flattenScene } from '../../../src/scenes/flatten/scene.ts';
import { softmaxScene } from '../../../src/scenes/softmax/scene.ts';
import { crossEntropy, crossEntropyBackward } from '../../../src/tensor/crossEntropy.ts';
import { softmax } from '../../../src/tensor/softmax.ts';
import { tensor, zeros } from '../../../src/tensor/tensor.ts';

/** What chapter 11 works out by hand is what the core computes. */
const row = (...z: number[]) => tensor([1, z.length], z, 'float64');
const EIGHTHS = [0, Math.log(2), Math.log(5)] as const;
const sharesOf = (...z: number[]): number[] => [...softmax(row(...z)).data];
const lossOf = (truth: number, ...z: number[]): number => crossEntropy(row(...z), [truth], 'sum').at();

function expectNear(found: ArrayLike<number>, wanted: readonly number[]): void {
  expect(found).toHaveLength(wanted.length);
  wanted.forEach((value, i) => {
    expect(found[i]).toBeCloseTo(value, 12);
  });
}

/** The model that a phrase of the chapter brings. */
function softmaxAt(beat: string) {
  const store = createFigureStore(softmaxScene);
  expect(store.actions.goTo(beat)).toBe(true);
  return store.getState().model;
}
function flattenAt(beat: string) {
  const store = createFigureStore(flattenScene);
  expect(store.actions.goTo(beat)).toBe(true);
  return store.getState();
}

describe('the sums of chapter 11 that are done by hand', () => {
  it('finds the cell of the digit network at address 66, and what the wrong answers would be', () => {
    const x = zeros([1, 16, 7, 7], 'float64');
    expect(explainFlatten({ x }, [0, 66]).terms[0]?.factors[0]?.index).toEqual([0, 1, 2, 3]);
    const last = zeros([1, 7, 7, 16], 'float64');
    expect(explainFlatten({ x: last }, [0, 273]).terms[0]?.factors[0]?.index).toEqual([0, 2, 3, 1]);
    expect([1 * 49 + 2 * 7 + 3, (2 * 7 + 3) * 16 + 1, 2 * 7 + 3]).toEqual([66, 273, 17]);
  });

  it('makes eighths, which a constant leaves alone and a factor does not', () => {
    expectNear(sharesOf(...EIGHTHS), [1 / 8, 2 / 8, 5 / 8]);
    expectNear(sharesOf(...EIGHTHS.map((z) => z + 100)), [1 / 8, 2 / 8, 5 / 8]);
    expectNear(sharesOf(...EIGHTHS.map((z) => 2 * z)), [1 / 30, 4 / 30, 25 / 30]);
    // The answer that doubles one exponential alone.
    expectNear(sharesOf(0, Math.log(2), Math.log(10)), [1 / 13, 2 / 13, 10 / 13]);
  });

  it('has the losses of the example, of equal guesses and of answers that are right', () => {
    expectNear(
      [0, 1, 2].map((t) => lossOf(t, ...EIGHTHS)),
      [Math.log(8), Math.log(4), Math.log(8 / 5)],
    );
    expect(lossOf(3, ...Array<number>(10).fill(0))).toBeCloseTo(Math.log(10), 12);
    expect([-Math.log(0.51), -Math.log(0.99)].map((loss) => loss.toFixed(3))).toEqual(['0.673', '0.010']);
    expect((Math.log(10) / Math.log(2)).toFixed(2)).toBe('3.32');
  });

  it('sends back share less label', () => {
    expectNear(crossEntropyBackward(row(...EIGHTHS), [2], 'sum').data, [1 / 8, 2 / 8, -3 / 8]);
  });

  it('knows where exponentials overflow', () => {
    expect([Math.exp(709), Math.exp(710)].map(Number.isFinite)).toEqual([true, false]);
    expect([88, 89].map((z) => Number.isFinite(Math.fround(Math.exp(z))))).toEqual([true, false]);
    const digits = Math.floor(Math.log10(Math.exp(100))) + 1;
    expect(digits).toBe(44);
  });
});

describe('what the phrases of chapter 11 bring', () => {
  it('an address, a logit, and another order with other logits', () => {
    const { model, position } = flattenAt('address');
    expect(model.places[position - 1]).toEqual({ c: 1, i: 0, j: 2 });
    expect(position - 1).toBe(8);
    expect([...model.logits.data]).toEqual([2, 1, 3]);
    expect([...flattenAt('wrong-order').model.logits.data]).toEqual([8, 6, 2]);
    const { pinned } = flattenAt('one-cell');
    expect(pinned).toEqual({ grid: 'x', plane: 1, row: 0, col: 2 });
    expect([0, 1, 2].map((k) => Math.sign(model.w.at(k, 8)))).toEqual([1, -1, 0]);
  });

  it('shares, shifted, doubled, cold and hot', () => {
    expectNear(softmaxAt('exponentials').exps, [1, 2, 5]);
    expectNear(softmaxAt('shares').q, [1 / 8, 2 / 8, 5 / 8]);
    expectNear(softmaxAt('shifted').q, [1 / 8, 2 / 8, 5 / 8]);
    expectNear(softmaxAt('doubled').q, [1 / 30, 4 / 30, 25 / 30]);
    const { q: cold } = softmaxAt('cold');
    expect(((1 - (cold[2] as number)) * 1e4).toFixed(0)).toBe('1');
    for (const share of Array.from(softmaxAt('hot').q)) expect(Math.abs(share - 0.335)).toBeLessThan(0.035);
  });

  it('numbers that are lost, and the same ones kept', () => {
    const lost = softmaxAt('overflow');
    expect([...lost.exps]).toEqual(Array(3).fill(Number.POSITIVE_INFINITY));
    expect(Array.from(lost.q)).toEqual(Array(3).fill(Number.NaN));
    const kept = softmaxAt('subtracted');
    expect(Array.from(kept.q, (q) => q.toFixed(3))).toEqual(['0.090', '0.245', '0.665']);
    expect(kept.subtracted).toBe(1002);
  });

  it('what sure wrong answers cost', () => {
    const sure = softmaxAt('sure-wrong');
    expect((sure.q[0] as number).toFixed(6)).toBe('0.000123');
    expect(sure.loss).toBeGreaterThan(9);
    expect(sure.loss).toBeLessThan(9.001);
    const surest = softmaxAt('surest-wrong');
    expect([surest.q[0], surest.loss]).toEqual([0, 1000]);
    expect(softmaxAt('ten-equal').loss.toFixed(3)).toBe('2.303');
  });
});

describe.each(LANGUAGES)('the text of chapter 11, %s', (language) => {
  const text = readFileSync(`src/chapters/11-decision/${language}.mdx`, 'utf8');

  it('prints these numbers', () => {
    for (const number of [
      String.raw`1\cdot6+0\cdot3+2=8`,
      String.raw`\tfrac18`,
      String.raw`\ln\tfrac85\approx0.470`,
      String.raw`\ln4\approx1.386`,
      String.raw`\ln8\approx2.079`,
      '0.000123',
      '2.303',
    ])
      expect(text).toContain(number);
    for (const answer of ['66', '0.833', '2.303', '-0.375'])
      expect(text).toContain(`<Answer text="${answer}" right>`);
  });
});
