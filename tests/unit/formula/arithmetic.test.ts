import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Term } from '../../../src/explain/explanation.ts';
import { lineOf, lineText } from '../../../src/formula/arithmetic.ts';
import { evaluate, expressionLine } from '../../../src/formula/expression.ts';
import { printNumber } from '../../../src/formula/numbers.ts';

const number = fc.oneof(fc.integer({ min: -999, max: 999 }), fc.double({ min: -1e3, max: 1e3, noNaN: true }));
const terms: fc.Arbitrary<Term[]> = fc
  .array(fc.tuple(number, number), { minLength: 1, maxLength: 60 })
  .map((pairs) =>
    pairs.map(([a, b], i) => ({
      factors: [
        { tensor: 'x', index: [0, 0, 0, i], value: a },
        { tensor: 'w', index: [0, 0, 0, i], value: b },
      ],
      value: a * b,
    })),
  );
const sides = (line: string): [string, string] => line.split(/ [=≈] /) as [string, string];

describe('printed arithmetic', () => {
  it('closes exactly in full precision, whole or cut short', () => {
    fc.assert(
      fc.property(terms, fc.integer({ min: 1, max: 40 }), (all, longest) => {
        const [left, right] = sides(lineText(lineOf(all, all.length, { full: true, longest })));
        expect(evaluate(left) === evaluate(right)).toBe(true);
      }),
    );
  });

  it('says = only where the printed operands give the printed result', () => {
    fc.assert(
      fc.property(terms, (all) => {
        const text = lineText(lineOf(all));
        const [left, right] = sides(text);
        if (text.includes(' = ')) expect(evaluate(left) === evaluate(right)).toBe(true);
      }),
    );
  });

  it('reads expressions from left to right, with functions, floors and powers', () => {
    expect(evaluate('1 × 2 + (−1) × 3 + 0.5')).toBe(-0.5);
    expect(evaluate('⌊(5 + 2 × 1 − 3) / 2⌋ + 1')).toBe(3);
    expect(evaluate('max(0, −1.5) + max(0, 2)')).toBe(2);
    expect(evaluate('1 / (1 + exp(−0.5))')).toBe(1 / (1 + Math.exp(-0.5)));
    expect(evaluate('2 ^ 3 − −1')).toBe(9);
    for (const wrong of ['', '1 +', '(1', '1 2', 'alert(1)', '1 = 1', 'x'])
      expect(() => evaluate(wrong)).toThrow(Error);
  });

  it('chooses ≈ where digits were dropped', () => {
    expect(expressionLine('max(0, 2)', 2).sign).toBe('=');
    expect(expressionLine('1 / 3', 1 / 3).sign).toBe('≈');
    expect(expressionLine('1 / 3', 1 / 3, { full: true }).sign).toBe('=');
  });

  it('keeps three digits of a number below a thousandth, and drops them in a cell', () => {
    expect([0.5, 0.0123, 0.00043217, -0.000123].map((value) => printNumber(value).text)).toEqual([
      '0.5',
      '0.0123',
      '0.000432',
      '−0.000123',
    ]);
    expect(printNumber(0.00043217, { digits: 2 }).text).toBe('0');
  });

  it('prints numbers that read back', () => {
    fc.assert(
      fc.property(number, (value) => {
        expect(evaluate(printNumber(value, { full: true }).text)).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});
