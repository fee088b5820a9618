import { inSentence } from '../../formula/inSentence.ts';
import { counted, type Language, type Text } from '../../language/language.ts';
import type { BackwardModel, Pass } from './model.ts';
import type { BackwardView } from './view.ts';

export const WORDS = {
  title: { en: 'The same products, backwards', zh: '同样的乘积，反向走' },
  shortTitle: { en: 'Backwards', zh: '反向' },
  where: { en: 'Where the window lay', zh: '窗口的位置' },
  spread: { en: 'Gradient of output', zh: '输出的梯度' },
  turned: { en: 'Kernel, turned', zh: '翻转后的卷积核' },
  spreadNote: { en: 'spread', zh: '插零' },
  nudge: { en: 'Checked by nudging', zh: '拨动检验' },
} as const satisfies Record<string, Text>;

export const PASSES: Readonly<Record<Pass, Text>> = {
  dx: { en: '∂x', zh: '∂x' },
  dw: { en: '∂w', zh: '∂w' },
  db: { en: '∂b', zh: '∂b' },
};

/** What is to be seen now, from the view alone. */
export function captionOf(model: BackwardModel, view: BackwardView, language: Language): string {
  const { tensor } = view.explanation;
  if (tensor === 'dx') return (view.asked ? pixelAsked(view) : pixelStep(model, view))[language];
  return (tensor === 'dw' ? weight(view) : tensor === 'db' ? bias(view) : output(view))[language];
}

const nameOf = ({ equations: [{ head }] }: BackwardView): string => head;
const amount = ({ equations: [{ line }] }: BackwardView, language: Language): string =>
  inSentence(line, language);

function pixelAsked(view: BackwardView): Text {
  const { terms } = view.explanation;
  const real = terms.filter(({ factors }) => !factors.some(({ virtual }) => virtual)).length;
  const nothing = terms.length - real;
  const name = nameOf(view);
  if (real === 0)
    return {
      en: `No window read this pixel. Whatever the weights, ${name} is 0.`,
      zh: `没有窗口读过这个像素。无论权重是多少，${name} 都是 0。`,
    };
  const met = {
    en: nothing > 0 ? ` Under the turned kernel ${counted(nothing, 'zero')} beside.` : '',
    zh: nothing > 0 ? `翻转后的卷积核下另有 ${nothing} 个零。` : '',
  };
  return {
    en: `${counted(real, 'window')} read this pixel and ${real === 1 ? 'pays' : 'pay'} back, together ${amount(view, 'en')}.${met.en}`,
    zh: `有 ${real} 个窗口读过这个像素，各自还回来一份，合计${amount(view, 'zh')}。${met.zh}`,
  };
}

function pixelStep({ params }: BackwardModel, view: BackwardView): Text {
  const { done, explanation, cropped } = view;
  const count = explanation.terms.length;
  const [row = 0, col = 0] = explanation.index.slice(-2);
  if (cropped)
    return {
      en: 'This product lands on padding, where there is no pixel. It is cut away.',
      zh: '这个乘积落在填充上，那里没有像素，于是被裁掉。',
    };
  if (params.method === 'scatter')
    return {
      en: `One output hands its gradient out, a product for each weight. Row ${row}, column ${col} has ${done} of its ${count}.`,
      zh: `一个输出把梯度分发出去，每个权重一份。第 ${row} 行第 ${col} 列已收到 ${count} 份中的 ${done} 份。`,
    };
  return {
    en: `The pixel in row ${row}, column ${col} collects: ${done} of ${count} products under the turned kernel are in.`,
    zh: `第 ${row} 行第 ${col} 列的像素来收集：翻转后的卷积核下有 ${count} 个乘积，已加入 ${done} 个。`,
  };
}

function weight(view: BackwardView): Text {
  const { done, explanation, asked } = view;
  const count = explanation.terms.length;
  const [row = 0, col = 0] = explanation.index.slice(-2);
  if (asked)
    return {
      en: `This weight was used in ${counted(count, 'window')}, each time on another pixel: pixel × ∂y, together ${amount(view, 'en')}.`,
      zh: `这个权重用在 ${count} 个窗口里，每次乘的是另一个像素：像素 × ∂y，合计${amount(view, 'zh')}。`,
    };
  return {
    en: `The weight in row ${row}, column ${col}: ${done} of its ${count} uses have paid pixel × ∂y. Nothing is turned here.`,
    zh: `第 ${row} 行第 ${col} 列的权重：${count} 次使用中已有 ${done} 次交来像素 × ∂y。这里没有任何翻转。`,
  };
}

function bias(view: BackwardView): Text {
  const { done, explanation } = view;
  const count = explanation.terms.length;
  return {
    en: `The bias was added to every output as it is, so it collects all of ∂y: ${done} of ${count} are in.`,
    zh: `偏置原样加到每个输出上，所以它把 ∂y 全收下来：${count} 个中已有 ${done} 个。`,
  };
}

function output(view: BackwardView): Text {
  const count = view.explanation.terms.length - 1;
  return {
    en: `Forwards, this output added ${counted(count, 'product')} and the bias: ${amount(view, 'en')}.`,
    zh: `前向时，这个输出加了 ${count} 个乘积和偏置：得${amount(view, 'zh')}。`,
  };
}
