import { inSentence } from '../../formula/inSentence.ts';
import { printNumber } from '../../formula/numbers.ts';
import { counted, type Language, type Text } from '../../language/language.ts';
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
export function captionOf(_: ConvolutionModel, view: ConvolutionView, language: Language): string {
  const { tensor } = view.explanation;
  if (tensor === 'y') return output(view)[language];
  const { sentence, isWhole } = gradient(view);
  return sentence[language] + (isWhole ? together(view)[language] : '');
}

const together = ({ equations: [{ head, line }] }: ConvolutionView): Text => ({
  en: ` Together ${head} ${line.sign}\u00a0${line.result.text}.`,
  zh: `合计 ${head} ${line.sign}\u00a0${line.result.text}。`,
});

function output({ done, explanation, asked, equations: [{ head, line }] }: ConvolutionView): Text {
  const { terms, index } = explanation;
  const [row, col] = index.slice(-2);
  const products = terms.length - 1;
  if (asked)
    return {
      en: `${head} is ${inSentence(line, 'en')}: ${counted(products, 'product')} and the bias. Each coloured cell carries the weight that met it.`,
      zh: `${head} 为${inSentence(line, 'zh')}：${products} 个乘积加上偏置。着色的输入格都参与了求和，格角是与它相乘的权重。`,
    };
  if (done === 0)
    return {
      en: `The window makes row ${row}, column ${col} of the output. Its first product comes next.`,
      zh: `窗口对着输出的第 ${row} 行第 ${col} 列，下一步计算第一个乘积。`,
    };
  if (done === terms.length)
    return {
      en: `Row ${row}, column ${col} of the output is written: ${counted(products, 'product')} and the bias add up to ${inSentence(line, 'en')}.`,
      zh: `输出第 ${row} 行第 ${col} 列写好了：${products} 个乘积加偏置，得${inSentence(line, 'zh')}。`,
    };
  const last = terms[done - 1]?.factors.map(({ value }) => printNumber(value).text).join('\u00a0×\u00a0');
  return {
    en: `Row ${row}, column ${col} of the output: ${done} of ${counted(products, 'product')} added. The last was ${last}.`,
    zh: `输出第 ${row} 行第 ${col} 列：${products} 个乘积已加入 ${done} 个，刚加的是 ${last}。`,
  };
}

/** Of what a gradient is the sum, and how much of it is there. */
function gradient({ done, explanation }: ConvolutionView): {
  readonly sentence: Text;
  readonly isWhole: boolean;
} {
  const { tensor, index, terms } = explanation;
  const count = terms.length;
  const [row = 0, col = 0] = index.slice(-2);
  const isWhole = done === count && count > 0;
  const so = isWhole
    ? { en: '.', zh: '。' }
    : { en: `, ${done} of ${count} so far.`, zh: `，${count} 份已到 ${done} 份。` };
  switch (tensor) {
    case 'dx':
      return {
        isWhole,
        sentence:
          count === 0
            ? {
                en: 'No window reads this pixel. Change it, and no output changes: its gradient is 0.',
                zh: '没有窗口读到这个像素。改动它，哪个输出也不变，所以它的梯度是 0。',
              }
            : {
                en: `${counted(count, 'window')} read the pixel in row ${row}, column ${col}: weight × ∂y from each${so.en}`,
                zh: `第 ${row} 行第 ${col} 列的像素被 ${count} 个窗口读过，从每个窗口收到权重 × ∂y${so.zh}`,
              },
      };
    case 'dw':
      return {
        isWhole,
        sentence: {
          en: `${counted(count, 'window')} ${count === 1 ? 'uses' : 'use'} the weight in row ${row}, column ${col}: pixel × ∂y from each${so.en}`,
          zh: `第 ${row} 行第 ${col} 列的权重用在 ${count} 个窗口里，从每个窗口收到像素 × ∂y${so.zh}`,
        },
      };
    case 'db':
      return {
        isWhole,
        sentence: {
          en: `The bias is added to every output as it is. It collects each ∂y${so.en}`,
          zh: `偏置原样加进每个输出，所以把每个 ∂y 都收来${so.zh}`,
        },
      };
    default:
      return {
        isWhole: false,
        sentence: {
          en: 'The loss ½‖y − t‖² pulls each output towards its target: its derivative is the error, y − t.',
          zh: '损失 ½‖y − t‖² 把每个输出拉向目标：它的导数就是误差 y − t。',
        },
      };
  }
}
