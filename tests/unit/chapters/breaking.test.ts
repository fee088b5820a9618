import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { printNumber } from '../../../src/formula/numbers.ts';
import { type Bench, byClass, flipsOf, openBench, readBroken } from '../../../src/kit/ablation/testBench.ts';
import { LANGUAGES } from '../../../src/language/language.ts';
import { createFigureStore } from '../../../src/playback/store.ts';
import { breaksOf } from '../../../src/scenes/broken-filter/model.ts';
import { brokenFilter } from '../../../src/scenes/broken-filter/scene.ts';
import type { Tensor } from '../../../src/tensor/tensor.ts';
import { createDigitLoader } from '../../../src/worker/loadDigits.ts';

/** What chapter 17 says of the broken network is what the shipped test digits give. */

/** A computation that runs in the pauses of the page, in one go. */
function whole<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

const fromDisk = async (file: unknown): Promise<Response> => new Response(readFileSync(String(file)));

let bench: Bench;

beforeAll(async () => {
  const loader = createDigitLoader({ base: 'public/data/mnist/', fetch: fromDisk as typeof fetch });
  bench = whole(openBench(await loader.load('test', 2500)));
}, 60_000);

function at(beat: string) {
  const store = createFigureStore(brokenFilter);
  expect(store.actions.goTo(beat)).toBe(true);
  return store.getState().model;
}

const readAt = (beat: string) => whole(readBroken(bench, breaksOf(at(beat).params)));
const lostAt = (beat: string): number => bench.whole.correct - readAt(beat).correct;
const lostAlone = (how: 'silent' | 'frozen', filter: number): number =>
  bench.whole.correct - whole(readBroken(bench, { how, broken: 1 << filter, edit: null })).correct;

/** What a map of the last layer gives to the score of a class, of one test digit. */
function shareOf(digit: number, k: number, map: number): number {
  const [w] = bench.parts.dense.params as [Tensor];
  const maps = bench.pooled[1].data;
  let sum = 0;
  for (let i = 0; i < 49; i++)
    sum += (w.data[k * 784 + map * 49 + i] as number) * (maps[digit * 784 + map * 49 + i] as number);
  return sum;
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const text = (value: number, digits = 3): string => printNumber(value, { digits }).text;

describe.each(LANGUAGES)('the numbers of “Break it”, %s', { timeout: 60_000 }, (language) => {
  const prose = readFileSync(`src/chapters/17-network/${language}.mdx`, 'utf8');
  const says = (...texts: string[]): void => {
    for (const one of texts) expect(prose).toContain(one);
  };

  it('counts what two neighbours cost', () => {
    says('2500', '2468', '17', '171', '118');
    expect([bench.digits.labels.length, bench.whole.correct]).toEqual([2500, 2468]);
    const nothing = flipsOf(bench, readAt('nothing'));
    expect([lostAt('nothing'), nothing.length]).toEqual([0, 17]);
    expect(nothing.filter(({ label, before }) => before === label).length).toBe(8);
    expect(nothing.filter(({ label, now }) => now === label).length).toBe(8);
    expect(lostAt('ones')).toBe(171);
    const ones = byClass(bench, readAt('ones'))[1];
    expect(ones && [ones.count, ones.before - ones.now]).toEqual([287, 118]);
    expect(118 / 287).toBeCloseTo(2 / 5, 1);
  });

  it('says why: one map carries the one', () => {
    says(
      '14.26',
      '16.36',
      '9.54',
      '287',
      { en: 'Without it 2.1 is left, and the eight wins with 3.', zh: '只剩 2.1，8 以 3 胜出' }[language],
    );
    const { shares, now } = at('one-share');
    expect([text(shares.at(1, 15), 2), text(now.logits.at(0, 1), 2)]).toEqual(['14.26', '16.36']);
    const silent = at('ones').now;
    expect([text(silent.logits.at(0, 1), 1), text(silent.logits.at(0, 8), 1), silent.best]).toEqual([
      '2.1',
      '3',
      8,
    ]);
    const ones = [...bench.digits.labels.keys()].filter((n) => bench.digits.labels[n] === 1);
    expect(text(mean(ones.map((n) => shareOf(n, 1, 15))), 2)).toBe('9.54');
    // Map 11 takes from the one and gives to the two.
    expect(mean(ones.map((n) => shareOf(n, 1, 11)))).toBeLessThan(-0.2);
    expect(mean(ones.map((n) => shareOf(n, 2, 11)))).toBeGreaterThan(0.5);
  });

  it('compares silent with frozen', () => {
    says('31', '44');
    expect(lostAt('frozen')).toBe(31);
    expect([lostAlone('silent', 7), lostAlone('frozen', 7)]).toEqual([5, 44]);
  });

  it('adds up nothing', () => {
    says('122', '49', '335', '54', '83', '30', '1395');
    expect([lostAt('better'), 171 - lostAt('better')]).toEqual([122, 49]);
    expect([lostAlone('silent', 1), lostAlone('silent', 3), lostAt('two-first')]).toEqual([54, 83, 335]);
    expect([lostAlone('silent', 6), lostAt('signs')]).toEqual([30, 1395]);
  });
});
