import { expect, it } from 'vitest';
import { fillNumbers, numberSlot } from '../../../src/page/crossLinks.ts';

const numbers = new Map([
  ['fig:pooling', '6.1'],
  ['eq:conv-size', '3.3'],
]);

it('a figure and an equation are named by their numbers, ahead or behind', () => {
  const text = `see ${numberSlot('fig', 'pooling')} and ${numberSlot('eq', 'conv-size')}`;
  expect(fillNumbers(text, numbers, 'en')).toBe('see Figure 6.1 and Equation (3.3)');
  expect(fillNumbers(text, numbers, 'zh')).toBe('see 图 6.1 and 公式 (3.3)');
});

it('an unknown one stops the build and is named', () => {
  expect(() => fillNumbers(numberSlot('fig', 'nothing'), numbers, 'en')).toThrow('figure "nothing"');
  expect(() => fillNumbers(numberSlot('eq', 'nothing'), numbers, 'en')).toThrow('equation "nothing"');
});
