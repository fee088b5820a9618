import { describe, expect, it } from 'vitest';
import { cells, choice, flag, real, whole } from '../../../src/playback/parameters/spec.ts';
import {
  defaultsOf,
  formatParams,
  type ParamRules,
  type ParamsOf,
  parseParams,
  rangeOf,
  settle,
  towards,
} from '../../../src/playback/parameters/table.ts';

const label = { en: 'x', zh: 'x' };
const table = {
  kernel: whole({ label, default: 3, range: [1, 5] }),
  padding: whole({ label, default: 1, range: [0, 12] }),
  rate: real({ label, default: 0.1, range: [0, 1], step: 0.01 }),
  mode: choice({ label, default: 'a', options: { a: label, b: label } }),
  on: flag({ label, default: false }),
  w: cells({ label, most: 4, limit: 9 }),
};
const rules: ParamRules<ParamsOf<typeof table>> = {
  params: table,
  ranges: { padding: ({ kernel }) => [0, kernel - 1] },
};

describe('parameters', () => {
  it('are kept within ranges that depend on each other', () => {
    expect(settle(rules, { ...defaultsOf(rules), kernel: 2, padding: 7 }).padding).toBe(1);
    expect(rangeOf(rules, { ...defaultsOf(rules), kernel: 4 }, 'padding')).toEqual([0, 3]);
    expect(settle(rules, { ...defaultsOf(rules), rate: Number.NaN }).rate).toBe(0.1);
    expect(settle(rules, { ...defaultsOf(rules), w: [1, Number.POSITIVE_INFINITY, -99, 2, 5] }).w).toEqual([
      1, 0, -9, 2,
    ]);
  });

  it('are each one that it can be before a range is made of them', () => {
    const backwards: ParamRules<ParamsOf<typeof table>> = {
      params: table,
      ranges: { kernel: ({ padding }) => [padding + 1, 5] },
    };
    expect(parseParams(backwards, { kernel: '1', padding: '0.6' }).params).toMatchObject({
      kernel: 2,
      padding: 1,
    });
  });

  it('with gaps between them take the next value on the way, and nothing between', () => {
    const gaps: ParamRules<ParamsOf<typeof table>> = { params: table, values: { kernel: () => [1, 2, 4] } };
    const at = (kernel: number) => ({ ...defaultsOf(gaps), kernel });
    expect(defaultsOf(gaps).kernel).toBe(2);
    expect(rangeOf(gaps, at(2), 'kernel')).toEqual([1, 4]);
    expect([3, 4, 1].map((asked) => towards(gaps, at(2), 'kernel', asked))).toEqual([4, 4, 1]);
    expect([3, 2].map((asked) => towards(gaps, at(4), 'kernel', asked))).toEqual([2, 2]);
    expect(settle(gaps, at(3)).kernel).toBe(2);
    expect(parseParams(gaps, { kernel: '3' })).toMatchObject({ params: { kernel: 2 }, problems: ['kernel'] });
  });

  it('come back from the texts of a link', () => {
    const params = { kernel: 5, padding: 4, rate: 0.25, mode: 'b', on: true, w: [1, -2.5] } as const;
    const texts = formatParams(rules, params);
    expect(texts).toEqual({ kernel: '5', padding: '4', rate: '0.25', mode: 'b', on: '1', w: '1,-2.5' });
    expect(parseParams(rules, texts)).toEqual({ params, problems: [] });
  });

  it('say what could not be had as asked, and keep the rest', () => {
    const { params, problems } = parseParams(rules, {
      kernel: '9',
      padding: 'abc',
      mode: 'constructor',
      on: 'yes',
      w: '1,x',
      rate: '0.5',
    });
    expect(params).toEqual({ ...defaultsOf(rules), kernel: 5, rate: 0.5 });
    expect(problems.toSorted()).toEqual(['kernel', 'mode', 'on', 'padding', 'w']);
  });
});
