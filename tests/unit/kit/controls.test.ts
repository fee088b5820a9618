import { describe, expect, it } from 'vitest';
import { takeTyped } from '../../../src/kit/controls/typedNumber.ts';

describe('a typed number', () => {
  const en = (text: string, range: readonly [number, number] = [1, 4], whole = true) => {
    const { value, note } = takeTyped(text, 2, range, whole);
    return [value, note?.en ?? ''];
  };
  it.each([
    ['3', 3, ''],
    ['7', 4, 'Only 1 to 4 fit here: 4 was taken.'],
    ['−2', 1, 'Only 1 to 4 fit here: 1 was taken.'],
    ['2.6', 3, 'Only whole numbers fit here: 3 was taken.'],
    ['４', 4, ''],
    ['abc', undefined, '“abc” is not a number. It stays 2.'],
    ['a very long text that is no number', undefined, '“a very long text tha…” is not a number. It stays 2.'],
    [
      '1,5',
      undefined,
      '“1,5” was not taken: the decimal mark here is a point, and a comma only separates thousands. It stays 2.',
    ],
  ])('%s', (text, value, note) => expect(en(text)).toEqual([value, note]));

  it('keeps its own digits where the parameter is continuous', () => {
    expect(en('1,000', [0, 5000], false)).toEqual([1000, '“1,000” was read as 1000.']);
    expect(en('1/3', [0, 1], false)).toEqual([1 / 3, '']);
    expect(en('0.05', [0.1, 1], false)).toEqual([0.1, 'Only 0.1 to 1 fit here: 0.1 was taken.']);
  });

  it('is said in Chinese', () =>
    expect(takeTyped('9', 2, [1, 4], true).note?.zh).toBe('此处只能取 1 到 4，已取 4。'));
});
