import { inSentence } from '../../formula/inSentence.ts';
import type { Language } from '../../language/language.ts';
import type { RowId } from './formula.ts';
import { oddPlace } from './formula.ts';
import type { PaddingModel } from './model.ts';
import type { PaddingView } from './view.ts';

export const WORDS = {
  title: { en: 'What happens at the edge', zh: '边缘发生了什么' },
  input: { en: 'Input size', zh: '输入大小' },
  kernel: { en: 'Kernel size', zh: '卷积核大小' },
  stride: { en: 'Stride', zh: '步幅' },
  dilation: { en: 'Dilation', zh: '膨胀率' },
  before: { en: 'Padding before', zh: '前填充' },
  after: { en: 'Padding after', zh: '后填充' },
  fit: { en: 'Fit', zh: '填充方式' },
  valid: { en: 'valid', zh: 'valid' },
  same: { en: 'same', zh: 'same' },
  full: { en: 'full', zh: 'full' },
  own: { en: 'by hand', zh: '手动' },
  mode: { en: 'Border', zh: '边界' },
  zeros: { en: 'zeros', zh: '补零' },
  reflect: { en: 'reflect', zh: '镜像' },
  replicate: { en: 'replicate', zh: '复制边缘' },
  circular: { en: 'circular', zh: '循环' },
  source: { en: 'Picture', zh: '图像' },
  numbers: { en: 'Bright numbers', zh: '较亮的数' },
  flat: { en: 'Flat: all 9', zh: '平坦：全是 9' },
  photo: { en: 'Photograph', zh: '照片' },
  preset: { en: 'Kernel preset', zh: '预设卷积核' },
  sum: { en: 'Sum (all ones)', zh: '求和（全 1）' },
  average: { en: 'Average', zh: '平均' },
  sobel: { en: 'Sobel x', zh: 'Sobel x（竖边）' },
  uses: { en: 'Uses', zh: '使用次数' },
  usesNote: { en: 'how many windows read each pixel', zh: '每个像素被几个窗口读到' },
  windows: { en: 'windows', zh: '窗口' },
  stripHead: { en: 'One row, and every window on it', zh: '一行，以及它上面的所有窗口' },
  stripFoot: { en: 'Foot: how many windows read the column.', zh: '最下一行：读到该列的窗口数。' },
  oddNote: { en: 'the odd one goes after', zh: '多出的一个放在后面' },
} as const;

export const ROW_HEADS: Readonly<Record<RowId, { en: string; zh: string }>> = {
  extent: { en: 'k̂: span of the kernel', zh: 'k̂：卷积核的跨度' },
  total: { en: 'P: padding in all', zh: 'P：填充总数' },
  before: { en: 'p₀: before', zh: 'p₀：前' },
  after: { en: 'p₁: after', zh: 'p₁：后' },
  out: { en: 'o: windows, so outputs', zh: 'o：窗口数，即输出数' },
  unread: { en: 'ρ: left over at the far side', zh: 'ρ：末端剩余' },
  corner: { en: 'uses of the corner pixel', zh: '角上像素的使用次数' },
  middle: { en: 'uses of the middle pixel', zh: '正中像素的使用次数' },
  asked: { en: 'uses of this pixel', zh: '这个像素的使用次数' },
};

/** The strip in words. */
export function stripLabel(model: PaddingModel, language: Language): string {
  const { params, before, after, out, extent } = model;
  return language === 'en'
    ? `One row of ${params.input} cells with ${before} cells of padding before and ${after} after. ${out} windows of ${extent} cells lie on it.`
    : `一行 ${params.input} 格，前面填充 ${before} 格，后面填充 ${after} 格，上面有 ${out} 个跨 ${extent} 格的窗口。`;
}

/** What is to be seen now, from the view alone. */
export function captionOf(model: PaddingModel, view: PaddingView, language: Language): string {
  const { params } = model;
  const { window, question, line, hanging, explanation } = view;
  const result = inSentence(line, language);
  const en = language === 'en';
  const taps = params.kernel ** 2;
  switch (question?.kind) {
    case 'uses': {
      const { row, col } = question;
      const n = explanation.terms.length;
      const limit =
        params.mode === 'zeros'
          ? {
              en: `, out of at most ${taps}: once through each weight`,
              zh: `；最多 ${taps} 次，每个权重各一次`,
            }
          : { en: ', its copies in the border included', zh: '；它在边界上的副本也算在内' };
      if (n === 0)
        return en
          ? `No window reads the pixel in row ${row}, column ${col}. Whatever the weights, its gradient is 0.`
          : `没有窗口读到第 ${row} 行第 ${col} 列的像素。无论权重是什么，它的梯度都是 0。`;
      return en
        ? `The pixel in row ${row}, column ${col} is read ${n === 1 ? 'once' : `${n} times`}, by the outlined outputs${limit.en}.`
        : `第 ${row} 行第 ${col} 列的像素被读 ${n} 次，读它的输出已框出${limit.zh}。`;
    }
    case 'weight': {
      const n = explanation.terms.length;
      return en
        ? `This weight lies on the outlined cells, ${n === 1 ? 'in the one window there is. It reads' : `one for each of the ${n} windows. They add up to`} ${line.result.text}.`
        : `这个权重依次压在被框出的格上，${n === 1 ? '窗口只有一个，读到的是' : `${n} 个窗口各一格，合计`} ${line.result.text}。`;
    }
    case 'border': {
      const { source } = question;
      if (!source)
        return en
          ? 'This cell is border with nothing behind it: it reads as 0.'
          : '这一格属于边界，背后什么也没有：读出来是 0。';
      return en
        ? `This cell of the border copies the input cell in row ${source.row}, column ${source.col} (outlined): ${line.result.text}.`
        : `边界上的这一格照抄输入第 ${source.row} 行第 ${source.col} 列（已框出）：${line.result.text}。`;
    }
  }
  if (view.partial)
    return en
      ? `The window waits at the top left corner. ${hanging} of its ${taps} cells are border.`
      : `窗口停在左上角，它的 ${taps} 格中有 ${hanging} 格在边界上。`;
  const place = en
    ? `Output row ${window.row}, column ${window.col} is ${result}.`
    : `输出第 ${window.row} 行第 ${window.col} 列是${result}。`;
  if (hanging === 0)
    return en ? `${place} The window lies wholly inside the picture.` : `${place}窗口完全落在图像之内。`;
  const border = {
    zeros: { en: `all read as 0`, zh: '读到的都是 0' },
    reflect: { en: 'filled with the mirror image', zh: '填的是镜像' },
    replicate: { en: 'filled with copies of the edge', zh: '填的是边缘的副本' },
    circular: { en: 'filled from the opposite side', zh: '填的是对侧的内容' },
  }[params.mode][language];
  return en
    ? `${place} The window hangs over the edge: ${hanging} of its ${taps} cells are border, ${border}.`
    : `${place}窗口探出了边缘：${taps} 格中有 ${hanging} 格在边界上，${border}。`;
}

/** Where the odd one went, in a word or two. */
export const oddNote = (model: PaddingModel, language: Language): string =>
  oddPlace(model) === null ? '' : WORDS.oddNote[language];
