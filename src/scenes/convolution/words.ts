import { inSentence } from '../../formula/inSentence.ts';
import { printNumber } from '../../formula/numbers.ts';
import type { Language, Text } from '../../language/language.ts';
import type { ConvolutionModel, Pass } from './model.ts';
import type { ConvolutionView } from './view.ts';

export const TITLE: Text = { en: 'Convolution, cell by cell', zh: '逐格看卷积' };
export const SHORT_TITLE: Text = { en: 'Cell by cell', zh: '逐格看' };

export const PASSES: Readonly<Record<Pass, Text>> = {
  forward: { en: 'forward', zh: '前向' },
  loss: { en: '∂y', zh: '∂y' },
  dx: { en: '∂x', zh: '∂x' },
  dw: { en: '∂w', zh: '∂w' },
  db: { en: '∂b', zh: '∂b' },
};

/** What is to be seen now, in one sentence or two, from the view alone. */
export function captionOf(model: ConvolutionModel, view: ConvolutionView, language: Language): string {
  const one = view.asked ? askedCaption(view, view.asked) : stepCaption(model, view);
  return one[language];
}

const resultOf = ({ equations: [{ line }] }: ConvolutionView): string =>
  `${line.sign}\u00a0${line.result.text}`;

function askedCaption(view: ConvolutionView, asked: { readonly row: number; readonly col: number }): Text {
  const { explanation, equations } = view;
  const count = explanation.terms.length;
  const name = equations[0].head;
  const result = resultOf(view);
  const place = {
    en: `row ${asked.row}, column ${asked.col}`,
    zh: `第 ${asked.row} 行第 ${asked.col} 列`,
  };
  switch (explanation.tensor) {
    case 'y':
      return {
        en: `${name} ${result}: ${count - 1} products and the bias. Each coloured input cell carries the weight that multiplied it.`,
        zh: `${name} ${result}：${count - 1} 个乘积加上偏置。着色的输入格都参与了求和，格角是与它相乘的权重。`,
      };
    case 'dx':
      if (count === 0)
        return {
          en: `No window reads the pixel in ${place.en}. Change it and no output changes: ${name} = 0.`,
          zh: `没有窗口读到${place.zh}的像素。改动它，哪个输出也不变：${name} = 0。`,
        };
      return {
        en: `The pixel in ${place.en} feeds ${count === 1 ? 'one output, which sends' : `${count} outputs; each sends`} its gradient back through the weight that read the pixel. Together ${name} ${result}.`,
        zh: `${place.zh}的像素影响 ${count} 个输出；每个输出的梯度都经由读取它的那个权重传回来，合计 ${name} ${result}。`,
      };
    case 'dw':
      return {
        en: `This weight is used once in every window, ${count === 1 ? 'once' : `${count} times`} in all. Its gradient adds up pixel × ∂y over its uses: ${name} ${result}.`,
        zh: `这个权重在每个窗口里用一次，共 ${count} 次。它的梯度把每次用到的像素乘以 ∂y 再相加：${name} ${result}。`,
      };
    case 'dy':
      return {
        en: `Half the squared error has the error as its derivative: ∂y is y − t. Here ${name} ${result}.`,
        zh: `误差平方的一半，导数就是误差：∂y 等于 y − t。这里 ${name} ${result}。`,
      };
    default:
      return {
        en: `The bias is added to ${count === 1 ? 'the one output' : `all ${count} outputs`}, so its gradient is the sum of all of ∂y: ${name} ${result}.`,
        zh: `偏置加到了全部 ${count} 个输出上，因此它的梯度是 ∂y 的总和：${name} ${result}。`,
      };
  }
}

function stepCaption({ params }: ConvolutionModel, view: ConvolutionView): Text {
  const { done, explanation, pass, equations } = view;
  const [row = 0, col = 0] = explanation.index.length > 1 ? explanation.index.slice(-2) : [0, 0];
  const count = explanation.terms.length;
  const name = equations[0].head;
  const last =
    explanation.terms[done - 1]?.factors.map((f) => printNumber(f.value).text).join('\u00a0×\u00a0') ?? '';
  switch (pass) {
    case 'forward':
      if (done === 0)
        return {
          en: `The window makes row ${row}, column ${col} of the output. Its first product comes next.`,
          zh: `窗口对着输出的第 ${row} 行第 ${col} 列，下一步计算第一个乘积。`,
        };
      if (done === count)
        return {
          en: `Row ${row}, column ${col} of the output is written: ${count - 1} products and the bias add up to ${inSentence(equations[0].line, 'en')}.`,
          zh: `输出第 ${row} 行第 ${col} 列写好了：${count - 1} 个乘积加偏置，得${inSentence(equations[0].line, 'zh')}。`,
        };
      return {
        en: `Row ${row}, column ${col} of the output: ${done} of ${count - 1} ${count === 2 ? 'product is' : 'products are'} in. The last was ${last}.`,
        zh: `输出第 ${row} 行第 ${col} 列：${count - 1} 个乘积已加入 ${done} 个，刚加的是 ${last}。`,
      };
    case 'loss':
      return {
        en: `The loss ½‖y − t‖² pulls each output towards its target: its derivative is the error, y − t.`,
        zh: '损失 ½‖y − t‖² 把每个输出拉向目标：它的导数就是误差 y − t。',
      };
    case 'dx': {
      if (view.cropped)
        return {
          en: 'This product lands on padding, outside the picture, where there is nothing to learn. It is cut away.',
          zh: '这个乘积落在填充上，在图像之外，那里没有可学的东西，于是被裁掉。',
        };
      if (done === 0)
        return {
          en: `One output hands its gradient out: the first product is on its way to row ${row}, column ${col} of the input.`,
          zh: `一个输出把自己的梯度分发出去：第一个乘积正送往输入的第 ${row} 行第 ${col} 列。`,
        };
      return {
        en: `One output hands its gradient out, one product for each weight: ${last} lands on ${name}, which has ${done} of its ${count}.`,
        zh: `一个输出把自己的梯度分发出去，每个权重一份：${last} 落到 ${name}，它已收到 ${count} 份中的 ${done} 份。`,
      };
    }
    case 'dw':
      return {
        en: `The weight in row ${row}, column ${col} was used in ${count === 1 ? 'one window' : `${count} windows`}; ${done} of them ${done === 1 ? 'has' : 'have'} added pixel × ∂y to its gradient. Nothing is turned.`,
        zh: `第 ${row} 行第 ${col} 列的权重用在 ${count} 个窗口里，其中 ${done} 个已把像素 × ∂y 加进它的梯度。这里没有任何翻转。`,
      };
    case 'db':
      return {
        en: `The bias moves every output alike${params.stride > 1 ? ', at any stride' : ''}: its gradient adds up all of ∂y, ${done} of ${count} so far.`,
        zh: `偏置对每个输出的影响都一样：它的梯度就是 ∂y 的总和，${count} 个中已加 ${done} 个。`,
      };
  }
}
