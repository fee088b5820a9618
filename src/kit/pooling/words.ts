import { counted, type Text } from '../../language/language.ts';
import { SIZE_WORDS } from '../convolution/words.ts';

/** Names of what the figures of a pooling let a reader set. */
export const POOL_WORDS = {
  kind: { en: 'Pooling', zh: '池化方式' },
  max: { en: 'Max', zh: '最大' },
  average: { en: 'Average', zh: '平均' },
  global: { en: 'Global', zh: '全局' },
  input: SIZE_WORDS.input,
  kernel: { en: 'Kernel size', zh: '窗口大小' },
  stride: SIZE_WORDS.stride,
  padding: SIZE_WORDS.padding,
  ceil: { en: 'Ceil mode', zh: '向上取整' },
  countPad: { en: 'Count padding', zh: '填充计入平均' },
} as const satisfies Record<string, Text>;

/** A step of a maximum, in the words of a position: `number 3 of 4`. */
export const CANDIDATE_WORD: Text = { en: 'number', zh: '个数' };

/** What becomes of the rows at the far side, in one sentence; `over` rows are those that a last window lacks. */
export function farSideSentence(of: {
  readonly unread: number;
  readonly over: number;
  /** Rows of padding at that side. */
  readonly padding: number;
  /** Rounding up asked for one window more, which would have begun in the padding. */
  readonly dropped: boolean;
}): Text {
  const { unread, over, padding, dropped } = of;
  if (dropped)
    return {
      en: 'Rounding up asks for one more, but it would begin in the padding at the far side: dropped.',
      zh: '向上取整还想多放一个，可它会从末端的填充开始，因此舍去。',
    };
  if (over > 0)
    return {
      en: `The last one hangs over the edge by ${counted(over, 'cell')}.`,
      zh: `最后一个窗口伸出边缘 ${over} 格。`,
    };
  if (unread === 0) return { en: 'Every row and column is read.', zh: '每一行、每一列都被读到。' };
  const last = unread === 1 ? 'The last row and column' : `The last ${unread} rows and columns`;
  if (unread <= padding)
    return {
      en: `${last} of the padding are never read.`,
      zh: `填充的最后 ${unread} 行 ${unread} 列从未被读到。`,
    };
  return { en: `${last} are never read.`, zh: `最后 ${unread} 行 ${unread} 列从未被读到。` };
}
