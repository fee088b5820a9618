import { counted, type Text } from '../../language/language.ts';

/** Names of what the figures of a convolution let a reader set. */
export const SIZE_WORDS = {
  input: { en: 'Input size', zh: '输入大小' },
  kernel: { en: 'Kernel size', zh: '卷积核大小' },
  stride: { en: 'Stride', zh: '步幅' },
  padding: { en: 'Padding', zh: '填充' },
  dilation: { en: 'Dilation', zh: '膨胀率' },
  fit: { en: 'Fit', zh: '填充方式' },
  valid: { en: 'valid', zh: 'valid' },
  same: { en: 'same', zh: 'same' },
  full: { en: 'full', zh: 'full' },
  picture: { en: 'Picture', zh: '图像' },
  preset: { en: 'Kernel', zh: '卷积核' },
  own: { en: 'Your own', zh: '自定义' },
  seed: { en: 'Seed', zh: '随机种子' },
  whereTheWindow: { en: 'Where the window lies', zh: '窗口的位置' },
  whichNumbers: { en: 'Which numbers', zh: '用哪些数' },
  products: { en: 'Products', zh: '乘积' },
} as const satisfies Record<string, Text>;

/** What a step of a sum is, in the words of a position: `product 6 of 9`, and last the bias. */
export const STEP_WORDS = {
  termWord: { en: 'product', zh: '个乘积' },
  lastTerm: { en: 'bias', zh: '偏置' },
} as const satisfies Record<string, Text>;

/** What becomes of the rows at the far side: every one is read, or the last ones are not. */
export function unreadSentence(unread: number, paddingAfter: number): Text {
  if (unread === 0) return { en: 'Every row and column is read.', zh: '每一行、每一列都被读到。' };
  const last = unread === 1 ? 'The last row and column' : `The last ${unread} rows and columns`;
  if (paddingAfter === 0)
    return {
      en: `${last} are never read: gradient 0.`,
      zh: `最后 ${unread} 行 ${unread} 列从未被读到，梯度为 0。`,
    };
  if (unread <= paddingAfter)
    return {
      en: `${last} of the padding are never read.`,
      zh: `填充的最后 ${unread} 行 ${unread} 列从未被读到。`,
    };
  return {
    en: `${last}, ${paddingAfter} of them padding, are never read: gradient 0.`,
    zh: `最后 ${unread} 行 ${unread} 列（其中 ${paddingAfter} 行 ${paddingAfter} 列是填充）从未被读到，梯度为 0。`,
  };
}

/** What the size formula means in one sentence. */
export function windowsSentence(out: number): Text {
  return { en: `${counted(out, 'window')} a row.`, zh: `每行 ${out} 个窗口。` };
}

/** `row 1, column 2` */
export const rowAndColumn = ({ row, col }: { readonly row: number; readonly col: number }): Text => ({
  en: `row ${row}, column ${col}`,
  zh: `第 ${row} 行第 ${col} 列`,
});
