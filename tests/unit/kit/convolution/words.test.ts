import { describe, expect, it } from 'vitest';
import { unreadSentence } from '../../../../src/kit/convolution/words.ts';

describe('rows that no window reads', () => {
  it('are padding first, and only pixels have a gradient', () => {
    expect(unreadSentence(1, 0).en).toBe('The last row and column are never read: gradient 0.');
    expect(unreadSentence(1, 1).en).toBe('The last row and column of the padding are never read.');
    expect(unreadSentence(3, 1).en).toContain('1 of them padding');
    expect(unreadSentence(1, 4).zh).not.toContain('梯度');
  });
});
