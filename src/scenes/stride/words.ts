import { counted, type Language, type Text } from '../../language/language.ts';
import type { StrideModel } from './model.ts';
import type { StrideView } from './view.ts';

export const WORDS = {
  title: { en: 'Where the window stops', zh: '窗口停在哪里' },
  shortTitle: { en: 'Where it stops', zh: '停在哪里' },
} as const satisfies Record<string, Text>;

export const PASSES = {
  stops: (stride: number): Text => ({ en: `stride ${stride}`, zh: `步幅 ${stride}` }),
  everyPlace: { en: 'stride 1, then drop', zh: '步幅 1，再丢弃' },
} as const;

/** The strip in words. */
export function stripLabel({ params, out, extent, unread }: StrideModel): Text {
  return {
    en: `One row of ${params.input} cells. ${out} windows of ${extent} cells stop on it, ${params.stride} apart; ${counted(unread, 'cell')} left over at the end.`,
    zh: `一行 ${params.input} 格，上面停着 ${out} 个跨 ${extent} 格的窗口，彼此相距 ${params.stride} 格；末端剩余 ${unread} 格。`,
  };
}

/** What is to be seen now, from the view alone. */
export function captionOf(model: StrideModel, view: StrideView, language: Language): string {
  return captions(model, view)[language];
}

function captions({ params }: StrideModel, view: StrideView): Text {
  const { subject, equations, explanation, kept, pass } = view;
  const { stride, padding } = params;
  const { line } = equations[0];
  const result = line.sign === '=' ? line.result.text : `≈ ${line.result.text}`;
  const n = explanation.terms.length;
  const { row, col } = subject;
  if (subject.kind === 'reads')
    return n === 0
      ? {
          en: `No window reads the pixel in row ${row}, column ${col}. Change it and nothing changes; its gradient is 0.`,
          zh: `没有窗口读到第 ${row} 行第 ${col} 列的像素。改动它，什么也不会变；它的梯度是 0。`,
        }
      : {
          en: `The pixel in row ${row}, column ${col} is read ${n === 1 ? 'by one stop' : `by ${n} stops`}, outlined in the output.`,
          zh: `第 ${row} 行第 ${col} 列的像素被 ${n} 个停靠点读到，它们在输出中已框出。`,
        };
  if (subject.kind === 'weight')
    return {
      en: `This weight lies on the outlined cells, ${n === 1 ? 'at the one stop there is.' : `one for each of the ${n} stops: ${stride} apart, both ways.`}`,
      zh: `这个权重依次压在被框出的格上，${n === 1 ? '只有一个停靠点。' : `${n} 个停靠点各一格，横竖都相隔 ${stride} 格。`}`,
    };
  if (view.waits)
    return {
      en: `The window waits at row ${row}, column ${col} of its output.`,
      zh: `窗口停在输出的第 ${row} 行第 ${col} 列，等待计算。`,
    };
  if (subject.pass === 'stops') {
    const [top, left] = [row * stride - padding, col * stride - padding].map((place) =>
      String(place).replace('-', '−'),
    );
    return {
      en: `Output row ${row}, column ${col} starts at input row ${top}, column ${left}: ${result}, as at stride 1 in row ${row * stride}, column ${col * stride}.`,
      zh: `输出第 ${row} 行第 ${col} 列从输入第 ${top} 行第 ${left} 列开始，加权和是 ${result}，与步幅 1 的第 ${row * stride} 行第 ${col * stride} 列相同。`,
    };
  }
  if (kept)
    return {
      en: `At stride 1, row ${row}, column ${col} is ${result}. Both are multiples of ${stride}, so it is kept, as row ${row / stride}, column ${col / stride}.`,
      zh: `步幅为 1 时，第 ${row} 行第 ${col} 列是 ${result}。行号、列号都是 ${stride} 的倍数，所以留下，成为输出第 ${row / stride} 行第 ${col / stride} 列。`,
    };
  return {
    en: `At stride 1, row ${row}, column ${col} is ${result}. ${pass === 'everyPlace' ? 'Computed and thrown away' : 'The stride leaves it out'}: not both are multiples of ${stride}.`,
    zh: `步幅为 1 时，第 ${row} 行第 ${col} 列是 ${result}。行号和列号不都是 ${stride} 的倍数，${pass === 'everyPlace' ? '算出来又被丢弃' : '步幅把它略过'}。`,
  };
}

/** What the stride saves, in one sentence. */
export function workSentence({ products, productsAtOne, params }: StrideModel): Text | null {
  if (params.stride === 1) return null;
  return {
    en: `${products} products instead of ${productsAtOne}.`,
    zh: `乘积只有 ${products} 个，步幅为 1 时要 ${productsAtOne} 个。`,
  };
}
