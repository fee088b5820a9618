import { cellName } from '../../figures/Equation.tsx';
import { printNumber } from '../../formula/numbers.ts';
import { counted, type Language } from '../../language/language.ts';
import type { MatrixModel } from './model.ts';
import type { MatrixView } from './view.ts';

export const WORDS = {
  title: { en: 'A convolution is a matrix', zh: '卷积就是一个矩阵' },
  transpose: { en: 'Transpose: run it backwards', zh: '转置：反向运行' },
  back: { en: 'Transposed. Back to forward', zh: '已转置，回到前向' },
  forward: { en: 'forward: matrix × x', zh: '前向：矩阵 × x' },
  backward: { en: 'backward: transpose × ∂y', zh: '反向：转置 × ∂y' },
  input: { en: 'Input size', zh: '输入大小' },
  kernel: { en: 'Kernel size', zh: '卷积核大小' },
  stride: { en: 'Stride', zh: '步幅' },
  padding: { en: 'Padding', zh: '填充' },
  matrix: { en: 'Matrix', zh: '矩阵' },
  matrixTurned: { en: 'Matrix, transposed', zh: '转置后的矩阵' },
  vecX: { en: 'Input as a vector', zh: '排成向量的输入' },
  vecY: { en: 'Output as a vector', zh: '排成向量的输出' },
  vecDx: { en: 'Gradient of input as a vector', zh: '排成向量的输入梯度' },
  vecDy: { en: 'Gradient of output as a vector', zh: '排成向量的输出梯度' },
  vecW: { en: 'Kernel as a vector', zh: '排成向量的卷积核' },
  patches: { en: 'Patches as columns', zh: '窗口按列排开' },
  patchGradients: { en: 'Gradient of patches', zh: '各窗口的梯度' },
  rowY: { en: 'Output as a row', zh: '排成一行的输出' },
  rowDy: { en: 'Gradient of output as a row', zh: '排成一行的输出梯度' },
  matrixDrawing: { en: 'The matrix between two vectors', zh: '夹在两个向量之间的矩阵' },
  patchDrawing: { en: 'The windows as columns', zh: '按列排开的窗口' },
  foldedRow: {
    en: (row: number) => `Row ${row}, folded`,
    zh: (row: number) => `第 ${row} 行折回`,
  },
  foldedColumn: {
    en: (col: number) => `Column ${col}, folded`,
    zh: (col: number) => `第 ${col} 列折回`,
  },
  asPicture: { en: 'the kernel in its place', zh: '就位的卷积核' },
  turned: { en: 'the kernel, turned by 180°', zh: '旋转了 180° 的卷积核' },
  turnedPart: { en: 'a part of the kernel, turned by 180°', zh: '旋转了 180° 的卷积核的一部分' },
  shape: {
    en: (rows: number, cols: number) => `${rows} rows, ${cols} columns`,
    zh: (rows: number, cols: number) => `${rows} 行 ${cols} 列`,
  },
  copies: {
    en: 'Each window is a column. Overlapping windows hold copies of the same pixel.',
    zh: '每个窗口排成一列。窗口重叠之处，同一个像素被复制了多份。',
  },
  adds: {
    en: 'Going back (col2im), the gradients of a pixel’s copies are added up to its gradient.',
    zh: '往回走（col2im）时，同一像素各份的梯度相加，得到它的梯度。',
  },
  side: { en: 'Output side', zh: '输出边长' },
  zeros: { en: 'Zeros in the matrix', zh: '矩阵中的零' },
  copied: { en: 'Numbers in the windows', zh: '各窗口的数，合计' },
} as const;

/** What is to be seen now, from the view alone. */
export function captionOf(model: MatrixModel, view: MatrixView, language: Language): string {
  return view.asked ? askedCaption(model, view, language) : stepCaption(view, language);
}

function askedCaption(model: MatrixModel, view: MatrixView, language: Language): string {
  const en = language === 'en';
  const { asked, explanation, line } = view;
  const name = cellName(explanation.tensor, explanation.index);
  const result = `${line.sign} ${line.result.text}`;
  const count = explanation.terms.length;
  const [across, down] =
    view.direction === 'forward' ? (['row', 'column'] as const) : (['column', 'row'] as const);
  const zh = { row: '行', column: '列' } as const;
  switch (asked?.kind) {
    case 'output':
      if (asked.zero)
        return en
          ? `A zero: this pixel is not in the window of output ${asked.o}. Its ${across} has ${counted(count, 'weight')} and ${model.inputs - count} zeros.`
          : `这里是零：这个像素不在第 ${asked.o} 个输出的窗口里。这一${zh[across]}有 ${count} 个权重、${model.inputs - count} 个零。`;
      return en
        ? `Output ${asked.o} owns ${across} ${asked.o}: ${counted(count, 'weight')}, ${model.inputs - count} zeros. ${name} ${result}.`
        : `第 ${asked.o} 个输出占第 ${asked.o} ${zh[across]}：${count} 个权重，${model.inputs - count} 个零。${name} ${result}。`;
    case 'input':
      if (count === 0)
        return en
          ? `Pixel ${asked.i} has a ${down} of zeros only: no window reads it, so ${name} ${result}.`
          : `第 ${asked.i} 个像素的那一${zh[down]}全是零：没有窗口读它，所以 ${name} ${result}。`;
      return en
        ? `Pixel ${asked.i} owns ${down} ${asked.i}: it reaches ${count} of ${model.outputs} outputs. Multiplied by ∂y, the same numbers give ${name} ${result}.`
        : `第 ${asked.i} 个像素占第 ${asked.i} ${zh[down]}：它通向 ${model.outputs} 个输出中的 ${count} 个。同样这些数乘以 ∂y，就得到 ${name} ${result}。`;
    default: {
      const weight = printNumber(model.w.data[asked?.kind === 'weight' ? asked.t : 0] as number).text;
      return en
        ? `The weight ${weight} is in the matrix ${count === 1 ? 'once. Its gradient is what that place gives' : `${count} times, along its diagonals. Its gradient adds up all ${count} places`}: ${name} ${result}.`
        : `权重 ${weight} ${count === 1 ? '在矩阵里只出现一次。它的梯度就是那一处的贡献' : `沿着对角线在矩阵里出现 ${count} 次。它的梯度是这 ${count} 处贡献的总和`}：${name} ${result}。`;
    }
  }
}

function stepCaption(view: MatrixView, language: Language): string {
  const en = language === 'en';
  const { explanation, line, done, moment, direction } = view;
  const count = explanation.terms.length;
  const name = cellName(explanation.tensor, explanation.index);
  const current =
    explanation.terms[done - 1]?.factors.map((factor) => printNumber(factor.value).text).join(' × ') ?? '';
  if (done === 0)
    return en
      ? `Row ${moment.cell} of the matrix is next: ${counted(count, 'product')}. Zeros are skipped.`
      : `接下来是矩阵的第 ${moment.cell} 行：${count} 个乘积，零都跳过。`;
  if (direction === 'forward')
    return en
      ? `Row ${moment.cell} of the matrix times the vector x: ${done} of ${count} ${count === 1 ? 'product is' : 'products are'} in, the last was ${current}. ${name} ${line.sign} ${line.result.text}${view.partial ? ' so far' : ''}.`
      : `矩阵的第 ${moment.cell} 行乘以向量 x：${count} 个乘积已加入 ${done} 个，刚加的是 ${current}。${name} ${line.sign} ${line.result.text}${view.partial ? '（目前）' : ''}。`;
  return en
    ? `Row ${moment.cell} of the transpose is column ${moment.cell} of the matrix. Times ∂y: ${done} of ${count} ${count === 1 ? 'product is' : 'products are'} in, the last was ${current}. ${name} ${line.sign} ${line.result.text}${view.partial ? ' so far' : ''}.`
    : `转置的第 ${moment.cell} 行就是原矩阵的第 ${moment.cell} 列。乘以 ∂y：${count} 个乘积已加入 ${done} 个，刚加的是 ${current}。${name} ${line.sign} ${line.result.text}${view.partial ? '（目前）' : ''}。`;
}
