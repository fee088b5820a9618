import { inSentence } from '../../formula/inSentence.ts';
import { printNumber } from '../../formula/numbers.ts';
import { counted, type Language, type Text } from '../../language/language.ts';
import type { MatrixModel, Pass } from './model.ts';
import type { MatrixView } from './view.ts';

export const WORDS = {
  title: { en: 'A convolution is a matrix', zh: '卷积就是一个矩阵' },
  shortTitle: { en: 'A matrix', zh: '是矩阵' },
  transpose: { en: 'Transpose: run it backwards', zh: '转置：反向运行' },
  back: { en: 'Transposed. Back to forward', zh: '已转置，回到前向' },
  shown: { en: 'What is shown', zh: '显示什么' },
  vecX: { en: 'Input as a vector', zh: '排成向量的输入' },
  vecY: { en: 'Output as a vector', zh: '排成向量的输出' },
  vecDx: { en: 'Gradient of input as a vector', zh: '排成向量的输入梯度' },
  vecDy: { en: 'Gradient of output as a vector', zh: '排成向量的输出梯度' },
  vecW: { en: 'Kernel as a vector', zh: '排成向量的卷积核' },
  rowY: { en: 'Output as a row', zh: '排成一行的输出' },
  rowDy: { en: 'Gradient of output as a row', zh: '排成一行的输出梯度' },
} as const satisfies Record<string, Text>;

export const PASSES: Readonly<Record<Pass, Text>> = {
  forward: { en: 'forward: matrix × x', zh: '前向：矩阵 × x' },
  backward: { en: 'backward: transpose × ∂y', zh: '反向：转置 × ∂y' },
};

/** The name of a folded line, by its number. */
export const FOLDED = {
  row: (index: number): Text => ({ en: `Row ${index}, folded`, zh: `第 ${index} 行折回` }),
  column: (index: number): Text => ({ en: `Column ${index}, folded`, zh: `第 ${index} 列折回` }),
};

/** What a folded line is: the kernel, and which way it lies. @param whole all its weights are in it */
export function foldedNote(kind: 'row' | 'column', whole: boolean): Text {
  if (kind === 'row')
    return whole
      ? { en: 'the kernel in its place', zh: '就位的卷积核' }
      : { en: 'a part of the kernel', zh: '卷积核的一部分' };
  return whole
    ? { en: 'the kernel, turned by 180°', zh: '旋转了 180° 的卷积核' }
    : { en: 'a part of it, turned by 180°', zh: '它的一部分，旋转了 180°' };
}

export const shapeOf = (rows: number, cols: number): Text => ({
  en: `${counted(rows, 'row')}, ${counted(cols, 'column')}`,
  zh: `${rows} 行 ${cols} 列`,
});

/** What the sizes come to, in one sentence: the zeros of the matrix, or the copies in the patches. */
export function countSentence({ params, inputs, outputs, taps, matrix }: MatrixModel): Text {
  const cells = outputs * inputs;
  const copies = taps * outputs;
  if (params.view === 'patches')
    return {
      en: `The windows hold ${taps} × ${outputs} = ${copies} numbers, copied from ${inputs} pixels.`,
      zh: `各窗口共 ${taps} × ${outputs} = ${copies} 个数，由 ${inputs} 个像素抄成。`,
    };
  const zeros = cells - matrix.value.length;
  return {
    en: `${outputs} × ${inputs} = ${cells} cells; ${zeros} of them are 0.`,
    zh: `${outputs} × ${inputs} = ${cells} 格，其中 ${zeros} 格是 0。`,
  };
}

/** What is to be seen now, from the view alone. */
export function captionOf(model: MatrixModel, view: MatrixView, language: Language): string {
  return (view.asked ? askedCaption(model, view) : stepCaption(view))[language];
}

const resultOf = ({ equations: [{ line }] }: MatrixView): string => `${line.sign}\u00a0${line.result.text}`;

function askedCaption(model: MatrixModel, view: MatrixView): Text {
  const { subject, explanation, pass, equations } = view;
  const name = equations[0].head;
  const result = resultOf(view);
  const count = explanation.terms.length;
  const [across, down] = pass === 'forward' ? (['row', 'column'] as const) : (['column', 'row'] as const);
  const zh = { row: '行', column: '列' } as const;
  const { params, inputs, outputs } = model;
  if (subject.kind === 'output') {
    const { o, zero } = subject;
    const weights = counted(count, 'weight');
    const zeros = inputs - count;
    if (params.view === 'patches')
      return {
        en: `Output ${o} is column ${o}: its window, ${counted(count, 'pixel')}, met by the kernel. ${name} ${result}.`,
        zh: `第 ${o} 个输出就是第 ${o} 列：它的窗口，${count} 个像素，与卷积核逐个相乘。${name} ${result}。`,
      };
    return zero
      ? {
          en: `A zero: this pixel is not in the window of output ${o}. Its ${across} has ${weights} and ${zeros} zeros.`,
          zh: `这里是零：这个像素不在第 ${o} 个输出的窗口里。这一${zh[across]}有 ${count} 个权重、${zeros} 个零。`,
        }
      : {
          en: `Output ${o} owns ${across} ${o}: ${weights}, ${zeros} zeros. ${name} ${result}.`,
          zh: `第 ${o} 个输出占第 ${o} ${zh[across]}：${count} 个权重，${zeros} 个零。${name} ${result}。`,
        };
  }
  if (subject.kind === 'input') {
    const { i } = subject;
    if (count === 0)
      return {
        en: `Pixel ${i} has a ${down} of zeros only: no window reads it, so ${name} ${result}.`,
        zh: `第 ${i} 个像素的那一${zh[down]}全是零：没有窗口读它，所以 ${name} ${result}。`,
      };
    if (params.view === 'patches')
      return {
        en: `Pixel ${i} is copied ${count === 1 ? 'once' : `${count} times`}, once for each window that reads it. ∂x adds up all copies: ${name} ${result}.`,
        zh: `第 ${i} 个像素抄了 ${count} 份，读它的每个窗口各一份。各份的梯度相加：${name} ${result}。`,
      };
    return {
      en: `Pixel ${i} owns ${down} ${i}: ${count} of ${outputs} outputs read it. Times ∂y, the same numbers give ${name} ${result}.`,
      zh: `第 ${i} 个像素占第 ${i} ${zh[down]}：它通向 ${outputs} 个输出中的 ${count} 个。同样这些数乘以 ∂y，就得到 ${name} ${result}。`,
    };
  }
  const weight = printNumber(model.w.data[subject.t] as number).text;
  return count === 1
    ? {
        en: `The weight ${weight} is in the matrix once. Its gradient is what that place gives: ${name} ${result}.`,
        zh: `权重 ${weight} 在矩阵里只出现一次。它的梯度就是那一处的贡献：${name} ${result}。`,
      }
    : {
        en: `The weight ${weight} stands on diagonals, ${count} times. Its gradient adds up all ${count}: ${name} ${result}.`,
        zh: `权重 ${weight} 沿着对角线在矩阵里出现 ${count} 次。它的梯度是这 ${count} 处贡献的总和：${name} ${result}。`,
      };
}

function stepCaption({ explanation, equations, done, cell, pass, held }: MatrixView): Text {
  const { terms } = explanation;
  const count = terms.length;
  const [{ head, line }] = equations;
  if (done === 0 && !held)
    return {
      en: `Row ${cell} of the matrix is next: ${counted(count, 'product')}. Zeros are skipped.`,
      zh: `接下来是矩阵的第 ${cell} 行：${count} 个乘积，零都跳过。`,
    };
  const whole = done === count;
  const products = { en: counted(done, 'product'), zh: `${done} 个乘积` };
  const sum = { en: inSentence(line, 'en'), zh: inSentence(line, 'zh') };
  const so = whole
    ? {
        en: `${head} is ${sum.en}, ${count === 1 ? 'a single product' : `the sum of ${products.en}`}`,
        zh: `${products.zh}相加，${head} 得${sum.zh}`,
      }
    : {
        en: `${done} of ${counted(count, 'product')} in, ${head} is ${sum.en} so far`,
        zh: `${count} 个乘积已加 ${done} 个，${head} 目前得${sum.zh}`,
      };
  return pass === 'forward'
    ? {
        en: `Row ${cell} of the matrix times the vector x: ${so.en}.`,
        zh: `矩阵的第 ${cell} 行乘以向量 x：${so.zh}。`,
      }
    : {
        en: `Row ${cell} of the transpose was column ${cell}. Times ∂y: ${so.en}.`,
        zh: `转置的第 ${cell} 行就是原矩阵的第 ${cell} 列。乘以 ∂y：${so.zh}。`,
      };
}
