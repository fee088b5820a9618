import type { Language, Text } from '../../language/language.ts';
import type { PaddingModel } from './model.ts';
import type { PaddingView } from './view.ts';

export const WORDS = {
  title: { en: 'What happens at the edge', zh: '边缘发生了什么' },
  shortTitle: { en: 'At the edge', zh: '在边缘' },
  usesName: { en: 'Uses', zh: '使用次数' },
  howMuch: { en: 'At the edge', zh: '边缘' },
} as const satisfies Record<string, Text>;

/** The strip in words. */
export function stripLabel({ params, before, after, out, extent }: PaddingModel): Text {
  return {
    en: `One row of ${params.input} cells with ${before} cells of padding before and ${after} after. ${out} windows of ${extent} cells lie on it.`,
    zh: `一行 ${params.input} 格，前面填充 ${before} 格，后面填充 ${after} 格，上面有 ${out} 个跨 ${extent} 格的窗口。`,
  };
}

/** What is to be seen now, from the view alone. */
export function captionOf(model: PaddingModel, view: PaddingView, language: Language): string {
  return (view.asked ? askedCaption(model, view) : windowCaption(model, view))[language];
}

const resultOf = ({ equations: [{ line }] }: PaddingView): string =>
  line.sign === '=' ? line.result.text : `≈ ${line.result.text}`;

function askedCaption(model: PaddingModel, view: PaddingView): Text {
  const { params } = model;
  const { subject, explanation } = view;
  const n = explanation.terms.length;
  const taps = params.kernel ** 2;
  switch (subject.kind) {
    case 'window':
      return windowCaption(model, view);
    case 'uses': {
      const { row, col } = subject;
      if (n === 0)
        return {
          en: `No window reads the pixel in row ${row}, column ${col}. Whatever the weights, its gradient is 0.`,
          zh: `没有窗口读到第 ${row} 行第 ${col} 列的像素。无论权重是什么，它的梯度都是 0。`,
        };
      const limit =
        params.mode === 'zeros'
          ? {
              en: `, at most ${taps}: once through each weight`,
              zh: `；最多 ${taps} 次，每个权重各一次`,
            }
          : { en: ', copies in the border included', zh: '；它在边界上的副本也算在内' };
      return {
        en: `The pixel in row ${row}, column ${col} is read ${n === 1 ? 'once' : `${n} times`} (outlined)${limit.en}.`,
        zh: `第 ${row} 行第 ${col} 列的像素被读 ${n} 次，读它的输出已框出${limit.zh}。`,
      };
    }
    case 'weight':
      return {
        en: `This weight lies on the outlined cells, ${n === 1 ? 'in the one window there is. It reads' : `one for each of the ${n} windows. They add up to`} ${resultOf(view)}.`,
        zh: `这个权重依次压在被框出的格上，${n === 1 ? '窗口只有一个，读到的是' : `${n} 个窗口各一格，合计`} ${resultOf(view)}。`,
      };
    case 'border': {
      const { source } = subject;
      if (!source)
        return {
          en: 'This cell is border and nothing stands behind it: it reads as 0.',
          zh: '这一格属于边界，背后什么也没有：读出来是 0。',
        };
      return {
        en: `This cell of the border copies the input cell in row ${source.row}, column ${source.col} (outlined): ${resultOf(view)}.`,
        zh: `边界上的这一格照抄输入第 ${source.row} 行第 ${source.col} 列（已框出）：${resultOf(view)}。`,
      };
    }
  }
}

const FILLED: Readonly<Record<PaddingModel['params']['mode'], Text>> = {
  zeros: { en: 'all read as 0', zh: '读到的都是 0' },
  reflect: { en: 'filled with the mirror image', zh: '填的是镜像' },
  replicate: { en: 'filled with copies of the edge', zh: '填的是边缘的副本' },
  circular: { en: 'filled from the opposite side', zh: '填的是对侧的内容' },
};

function windowCaption({ params }: PaddingModel, view: PaddingView): Text {
  const { subject, hanging } = view;
  const taps = params.kernel ** 2;
  if (view.waits)
    return {
      en: `The window waits at row ${subject.row}, column ${subject.col} of the output. ${hanging} of its ${taps} cells are border.`,
      zh: `窗口停在输出的第 ${subject.row} 行第 ${subject.col} 列，它的 ${taps} 格中有 ${hanging} 格在边界上。`,
    };
  const place = {
    en: `Output row ${subject.row}, column ${subject.col} is ${resultOf(view)}.`,
    zh: `输出第 ${subject.row} 行第 ${subject.col} 列是 ${resultOf(view)}。`,
  };
  if (hanging === 0)
    return {
      en: `${place.en} The window lies wholly inside the picture.`,
      zh: `${place.zh}窗口完全落在图像之内。`,
    };
  const border = FILLED[params.mode];
  return {
    en: `${place.en} ${hanging} of its ${taps} cells ${hanging === 1 ? 'hangs' : 'hang'} over the edge, ${border.en}.`,
    zh: `${place.zh}窗口探出了边缘：${taps} 格中有 ${hanging} 格在边界上，${border.zh}。`,
  };
}

/** The sizes in one sentence more: where the odd one went. */
export function oddSentence({ params, before, after }: PaddingModel): Text | null {
  if (params.fit !== 'same' || before === after) return null;
  return {
    en: `The padding of ${before + after} is odd: the one too many goes after.`,
    zh: `填充共 ${before + after} 行，是奇数：多出的一行放在后面。`,
  };
}
