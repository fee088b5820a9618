import { inSentence } from '../../formula/inSentence.ts';
import type { Language } from '../../language/language.ts';
import type { RowId } from './formula.ts';
import type { StrideModel } from './model.ts';
import type { StrideView } from './view.ts';

export const WORDS = {
  title: { en: 'Where the window stops', zh: '窗口停在哪里' },
  input: { en: 'Input size', zh: '输入大小' },
  kernel: { en: 'Kernel size', zh: '卷积核大小' },
  stride: { en: 'Stride', zh: '步幅' },
  padding: { en: 'Padding', zh: '填充' },
  dilation: { en: 'Dilation', zh: '膨胀率' },
  shift: { en: 'Shift right', zh: '右移' },
  source: { en: 'Picture', zh: '图像' },
  numbers: { en: 'Small numbers', zh: '小整数' },
  stripes: { en: 'Stripes', zh: '条纹' },
  photo: { en: 'Photograph', zh: '照片' },
  preset: { en: 'Kernel preset', zh: '预设卷积核' },
  sobelX: { en: 'Sobel x', zh: 'Sobel x（竖边）' },
  box: { en: 'Average', zh: '平均' },
  identity: { en: 'Identity', zh: '恒等' },
  stripHead: { en: 'One row, and every window on it', zh: '一行，以及它上面的所有窗口' },
  stripFoot: { en: 'Foot: how many stops read the column.', zh: '最下一行：读到该列的停靠点数。' },
  holes: { en: (d: number) => `, ${d - 1} between weights`, zh: (d: number) => `，权重间隔 ${d - 1} 格` },
  keptNote: { en: 'outlined: what the stride keeps', zh: '框出的是步幅留下的' },
  stops: {
    en: (s: number) => `stride ${s}`,
    zh: (s: number) => `步幅 ${s}`,
  },
  everyPlace: { en: 'stride 1, then drop', zh: '步幅 1，再丢弃' },
} as const;

export const ROW_HEADS: Readonly<Record<RowId, { en: string; zh: string }>> = {
  extent: { en: 'k̂: span of the kernel', zh: 'k̂：卷积核的跨度' },
  out: { en: 'o: stops along a row', zh: 'o：每行的停靠点数' },
  unread: { en: 'ρ: left over at the far side', zh: 'ρ：末端剩余' },
  never: { en: 'pixels that no window reads', zh: '从未被读到的像素' },
  atOne: { en: 'products at stride 1', zh: '步幅为 1 时的乘积数' },
  products: { en: 'products at this stride', zh: '当前步幅的乘积数' },
  thrown: { en: 'products that the stride saves', zh: '步幅省下的乘积数' },
};

/** The strip in words. */
export function stripLabel(model: StrideModel, language: Language): string {
  const { params, out, extent, unread } = model;
  return language === 'en'
    ? `One row of ${params.input} cells. ${out} windows of ${extent} cells stop on it, ${params.stride} apart; ${unread} cells are left over at the end.`
    : `一行 ${params.input} 格，上面停着 ${out} 个跨 ${extent} 格的窗口，彼此相距 ${params.stride} 格；末端剩余 ${unread} 格。`;
}

/** What is to be seen now, from the view alone. */
export function captionOf(model: StrideModel, view: StrideView, language: Language): string {
  const { question, window, line, explanation, kept, moment } = view;
  const { stride, padding } = model.params;
  const en = language === 'en';
  const result = inSentence(line, language);
  const n = explanation.terms.length;
  if (question?.kind === 'reads') {
    const { row, col } = question;
    if (n === 0)
      return en
        ? `No window reads the pixel in row ${row}, column ${col}. Change it, and nothing in the output changes.`
        : `没有窗口读到第 ${row} 行第 ${col} 列的像素。改动它，输出里什么也不会变。`;
    return en
      ? `The pixel in row ${row}, column ${col} is read ${n === 1 ? 'by one stop' : `by ${n} stops`}, outlined in the output.`
      : `第 ${row} 行第 ${col} 列的像素被 ${n} 个停靠点读到，它们在输出中已框出。`;
  }
  if (question?.kind === 'weight')
    return en
      ? `This weight lies on the outlined cells, ${n === 1 ? 'at the only stop.' : `one for each of the ${n} stops: ${stride} apart, both ways.`}`
      : `这个权重依次压在被框出的格上，${n === 1 ? '只有一个停靠点。' : `${n} 个停靠点各一格，横竖都相隔 ${stride} 格。`}`;
  if (!window) return '';
  const [row, col] = [window.row, window.col];
  if (window.pass === 'stops') {
    if (view.partial)
      return en
        ? 'The window waits at its first stop, the top left corner.'
        : '窗口停在第一个停靠点，也就是左上角。';
    const [top, left] = [row * stride - padding, col * stride - padding].map((place) =>
      String(place).replace('-', '−'),
    );
    return en
      ? `The stop for output row ${row}, column ${col} begins at input row ${top}, column ${left}. Its sum is ${result}, the same as at stride 1 in row ${row * stride}, column ${col * stride}.`
      : `输出第 ${row} 行第 ${col} 列的停靠点从输入第 ${top} 行第 ${left} 列开始，加权和是${result}，与步幅为 1 时第 ${row * stride} 行第 ${col * stride} 列的数相同。`;
  }
  if (kept)
    return en
      ? `At stride 1, row ${row}, column ${col} is ${result}. Both numbers are multiples of ${stride}: it is kept, and becomes output row ${row / stride}, column ${col / stride}. The same sum gives the same number.`
      : `步幅为 1 时，第 ${row} 行第 ${col} 列是${result}。行号、列号都是 ${stride} 的倍数，所以留下，成为输出第 ${row / stride} 行第 ${col / stride} 列。加权和一样，数也就一样。`;
  return en
    ? `At stride 1, row ${row}, column ${col} is ${result}. ${moment.pass === 'everyPlace' ? 'Computed, and thrown away' : 'Stride leaves it out'}: not both are multiples of ${stride}.`
    : `步幅为 1 时，第 ${row} 行第 ${col} 列是${result}。行号和列号不都是 ${stride} 的倍数，${moment.pass === 'everyPlace' ? '算出来又被丢弃' : '步幅把它略过'}。`;
}
