import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prefillText, printNumber, readNumber } from '../../../src/formula/numbers.ts';
import { opensNumber } from '../../../src/formula/typed/plainText.ts';
import { readTyped, type TypedProblem } from '../../../src/formula/typed/readTyped.ts';
import { noteText, problemText } from '../../../src/formula/typed/typedText.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
/** The value of a text as JavaScript reads it, with a hyphen in the place of the real minus. */
const asScript = (text: string): number => Number(text.replaceAll('−', '-'));

describe('what the page prints can be typed back', () => {
  it('every number that begins a field, exactly and without a word', () => {
    fc.assert(
      fc.property(finite, (x) => {
        expect(readTyped(prefillText(x))).toEqual({ value: x === 0 ? 0 : x });
      }),
      { numRuns: 2000 },
    );
  });

  it('every number as it is printed, with as many digits as are printed', () => {
    fc.assert(
      fc.property(finite, fc.integer({ min: 0, max: 9 }), (x, digits) => {
        const { text } = printNumber(x, { digits });
        const value = asScript(text);
        // The largest doubles, rounded to three digits, are none any more.
        if (!Number.isFinite(value)) {
          expect(readTyped(text)).toEqual({ problem: 'tooLarge' });
          return;
        }
        expect(readTyped(text)).toMatchObject({ value });
        // The smallest doubles have less than three digits.
        if (value === 0 || Math.abs(value) > 1e-300) expect(readTyped(text)).toEqual({ value });
        // A negative operand stands in parentheses.
        if (text.startsWith('−')) expect(readNumber(`(${text})`)).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  it('counts with separators, in the way of several languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (n) => {
        for (const locale of ['en-US', 'zh-CN', 'fr-FR', 'de-CH', 'ar-EG-u-nu-arab'])
          expect([locale, readNumber(n.toLocaleString(locale))]).toEqual([locale, n === 0 ? 0 : n]);
      }),
    );
  });

  it('powers of ten', () => {
    for (const text of [
      '1.00e−5',
      '1.00 × 10⁻⁵',
      '1e-5',
      '1E−5',
      '10⁻⁵',
      '10^-5',
      '1×10^{-5}',
      '1*10^-5',
      '1·10⁻⁵',
    ])
      expect([text, readTyped(text)]).toEqual([text, { value: 1e-5 }]);
    expect(readNumber('−2.5 × 10³')).toBe(-2500);
    expect(readNumber('-10²')).toBe(-100);
    expect(readNumber('1e21')).toBe(1e21);
    expect(readNumber(prefillText(1e-9))).toBe(1e-9);
  });
});

describe('what is typed is understood or refused, never misread', () => {
  it.each([
    ['1,000', 1000],
    ['2,500', 2500],
    ['1,234,567.5', 1234567.5],
    ['1 000', 1000],
    ['1\u202f000', 1000],
    ["1'000", 1000],
    ['1’000', 1000],
    ['１，０００', 1000],
    ['-12,345e-3', -12.345],
  ])('separators: %s', (text, value) => expect(readTyped(text)).toEqual({ value, note: 'grouped' }));

  it.each([
    ['–3', -3],
    ['－3', -3],
    ['ー3', -3],
    ['−3', -3],
    ['- 3', -3],
    ['+3', 3],
    ['0。5', 0.5],
    ['0．5', 0.5],
    ['。5', 0.5],
    ['１２．５', 12.5],
    ['１ｅ－３', 1e-3],
    ['٣٫٥', 3.5],
    ['۴', 4],
    ['\u200e-3\u200f', -3],
    ['  7 ', 7],
    ['1.', 1],
    ['.5', 0.5],
    ['007', 7],
    ['1.000', 1],
    ['-0', 0],
    ['1/9', 1 / 9],
    ['−1 ÷ 4', -0.25],
    ['1／2', 0.5],
  ])('signs and digits: %s', (text, value) => expect(readTyped(text)).toEqual({ value }));

  it.each<[string, TypedProblem]>([
    ['', 'nothing'],
    [' \u200b', 'nothing'],
    ['1,5', 'decimalComma'],
    ['0,125', 'decimalComma'],
    [',5', 'decimalComma'],
    ['1,0000', 'decimalComma'],
    ['1.234,5', 'decimalComma'],
    ['1,00,0', 'groups'],
    ['1 2', 'groups'],
    ["1,000'000", 'groups'],
    ['0.123 456', 'groups'],
    ['1.000.000', 'points'],
    ['1e400', 'tooLarge'],
    ['1e-400', 'tooSmall'],
    ['1/0', 'overZero'],
    ['∞', 'noNumber'],
    ['NaN', 'noNumber'],
    ['abc', 'noNumber'],
    ['--1', 'noNumber'],
    ['-', 'noNumber'],
    ['.', 'noNumber'],
    ['1e', 'noNumber'],
    ['1/2/3', 'noNumber'],
    ['2²', 'noNumber'],
    ['1½', 'noNumber'],
    ['50%', 'noNumber'],
    ['3、5', 'noNumber'],
    ['0x10', 'noNumber'],
    ['9'.repeat(401), 'noNumber'],
  ])('refused: %s', (text, problem) => expect(readTyped(text)).toEqual({ problem }));

  it('says where a double cannot hold all digits', () => {
    expect(readTyped('9007199254740993')).toEqual({ value: 9007199254740992, note: 'rounded' });
    expect(readTyped('0.1234567890123456789')).toMatchObject({ note: 'rounded' });
    expect(readTyped('0.1000')).toEqual({ value: 0.1 });
  });

  it('any text: a finite number or a reason', () => {
    const signs = fc.constantFrom(..."0123456789.,' eE+-−–ー×*10^⁻⁵/（）()。，１x");
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 12 }), (letters) => {
        const typed = readTyped(letters.join(''));
        if ('value' in typed) expect(Number.isFinite(typed.value)).toBe(true);
        else expect(problemText(typed.problem, letters.join(''), 'en')).toMatch(/\.$/);
      }),
      { numRuns: 5000 },
    );
  });
});

it('a key that begins a number opens the field', () => {
  for (const key of ['3', '-', '−', '.', '+', '３', '－', '。', '٣'])
    expect([key, opensNumber(key)]).toEqual([key, true]);
  for (const key of ['a', 'Enter', 'F2', ' ', ',', '', '10'])
    expect([key, opensNumber(key)]).toEqual([key, false]);
});

describe('what is said', () => {
  const problems: TypedProblem[] = [
    'nothing',
    'noNumber',
    'decimalComma',
    'groups',
    'points',
    'tooLarge',
    'tooSmall',
    'overZero',
  ];

  it('a sentence of its own for every problem, in both languages', () => {
    for (const language of ['en', 'zh'] as const) {
      const texts = problems.map((problem) => problemText(problem, '1,5', language));
      expect(new Set(texts).size).toBe(problems.length);
      for (const text of texts) expect(text).toMatch(language === 'en' ? /\.$/ : /。$/);
    }
    expect(problemText('noNumber', 'x'.repeat(99), 'en')).toBe(`“${'x'.repeat(20)}…” is not a number.`);
    expect(noteText('grouped', '1,000', '1000', 'en')).toBe('“1,000” was read as 1000.');
    expect(noteText('rounded', '0.1…', '0.1', 'zh')).toBe('“0.1…”已舍入为 0.1。');
  });
});
