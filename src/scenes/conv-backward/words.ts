import { inSentence } from '../../formula/inSentence.ts';
import { headOf } from '../../kit/convolution/heads.ts';
import { counted, type Language, type Text } from '../../language/language.ts';
import type { GridId } from './grids.ts';
import type { BackwardModel, Pass } from './model.ts';
import { hasPlanes } from './parameters.ts';
import type { Pair } from './subject.ts';
import type { BackwardView } from './view.ts';

export const WORDS = {
  title: { en: 'The same products, backwards', zh: '同样的乘积，反向走' },
  shortTitle: { en: 'Backwards', zh: '反向' },
  where: { en: 'Where the window lay', zh: '窗口的位置' },
  upstream: { en: 'Gradient of output', zh: '输出的梯度' },
  spread: { en: 'Gradient, spread', zh: '插零后的梯度' },
  padded: { en: 'Input, padded', zh: '填充后的输入' },
  filter: { en: 'filter', zh: '滤波器' },
  channel: { en: 'channel', zh: '通道' },
  turned: { en: 'Kernel, turned', zh: '翻转后的卷积核' },
  nudge: { en: 'Checked by nudging', zh: '拨动检验' },
} as const satisfies Record<string, Text>;

export const PASSES: Readonly<Record<Pass, Text>> = {
  dx: { en: '∂x', zh: '∂x' },
  dw: { en: '∂w', zh: '∂w' },
  db: { en: '∂b', zh: '∂b' },
};

/** Of which plane a copy on the bench is. */
export function pairNote(id: GridId, { filter, channel }: Pair): Text | undefined {
  const ofFilter = { en: `filter ${filter}`, zh: `滤波器 ${filter}` };
  const ofChannel = { en: `channel ${channel}`, zh: `通道 ${channel}` };
  const notes: Partial<Record<GridId, Text>> = {
    spread: ofFilter,
    padded: ofChannel,
    turned: { en: `turned, ${ofFilter.en}, ${ofChannel.en}`, zh: `翻转后，${ofFilter.zh}，${ofChannel.zh}` },
  };
  return notes[id];
}

/** What is to be seen now, from the view alone. */
export function captionOf(model: BackwardModel, view: BackwardView, language: Language): string {
  const { tensor } = view.explanation;
  if (tensor === 'dx') return (view.asked ? pixelAsked(model, view) : pixelStep(model, view))[language];
  return (tensor === 'dw' ? weight(view) : tensor === 'db' ? bias(view) : output(view))[language];
}

const nameOf = ({ equations: [{ head }] }: BackwardView): string => head;
const amount = ({ equations: [{ line }] }: BackwardView, language: Language): string =>
  inSentence(line, language);

function pixelAsked({ params: { filters } }: BackwardModel, view: BackwardView): Text {
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
    en: nothing > 0 ? ` Zeros under the kernel: ${nothing}.` : '',
    zh: nothing > 0 ? `翻转后的卷积核下另有 ${nothing} 个零。` : '',
  };
  const readers =
    filters === 1
      ? { en: counted(real, 'window'), zh: `${real} 个窗口` }
      : { en: `${counted(real, 'output')} in ${filters} maps`, zh: `${filters} 张特征图里的 ${real} 个输出` };
  return {
    en: `${readers.en} read this pixel and ${real === 1 ? 'pays' : 'pay'} back, together ${amount(view, 'en')}.${met.en}`,
    zh: `有 ${readers.zh}读过这个像素，各自还回来一份，合计${amount(view, 'zh')}。${met.zh}`,
  };
}

function pixelStep(model: BackwardModel, view: BackwardView): Text {
  if (view.cropped)
    return {
      en: 'This product lands on padding, where there is no pixel. It is cut away.',
      zh: '这个乘积落在填充上，那里没有像素，于是被裁掉。',
    };
  return model.params.method === 'scatter' ? payment(model, view) : collection(model, view);
}

/** What one product is made of: ∂y₀,₁ and w₁,₀. */
const factorsOf = ({ params }: BackwardModel, { current }: BackwardView) => {
  const named = (tensor: string) => current?.factors.find((factor) => factor.tensor === tensor);
  const [dy, w] = [named('dy'), named('w')];
  return dy && w ? { dy, w, names: [dy, w].map((one) => headOf(one, hasPlanes(params))) } : null;
};

function payment(model: BackwardModel, view: BackwardView): Text {
  const { done, explanation } = view;
  const factors = factorsOf(model, view);
  const [count, name] = [explanation.terms.length, nameOf(view)];
  if (!factors)
    return {
      en: 'No output has paid yet. Each will hand its gradient out, a product for each weight.',
      zh: '还没有输出付过账。每个输出都要把自己的梯度分发出去，每个权重一份。',
    };
  const [dy, w] = factors.names;
  return {
    en: `${dy} pays through ${w}: the product lands on ${name}, which has ${done} of its ${count}.`,
    zh: `${dy} 经由 ${w} 付出一份，落在 ${name} 上，那里已收到 ${count} 份中的 ${done} 份。`,
  };
}

/** Why it is this weight: the window that held the pixel began so many rows and columns before it. */
function collection(model: BackwardModel, view: BackwardView): Text {
  const { dilation, stride } = model.params;
  const { explanation, done } = view;
  const count = explanation.terms.length;
  const factors = factorsOf(model, view);
  if (!factors)
    return {
      en: `${nameOf(view)} collects: ${counted(count, 'product')} under the turned kernel, one after the other.`,
      zh: `${nameOf(view)} 来收集：翻转后的卷积核下有 ${count} 个乘积，一个接一个。`,
    };
  const { dy, w, names } = factors;
  const [ky = 0, kx = 0] = w.index.slice(-2);
  const [up, left] = [ky * dilation, kx * dilation];
  const from =
    up + left === 0
      ? { en: 'at this pixel', zh: '就在这个像素上' }
      : {
          en: `${counted(up, 'row')} up, ${counted(left, 'column')} left`,
          zh: `在这个像素上方 ${up} 行、左侧 ${left} 列`,
        };
  const term = { en: `${done} of ${count}.`, zh: `${count} 个乘积已加入 ${done} 个。` };
  if (dy.virtual === 'inserted')
    return {
      en: `${term.en} The window that began ${from.en} was left out by stride ${stride}: an inserted 0.`,
      zh: `${term.zh}起点${from.zh}的窗口被步幅 ${stride} 跳过了：插入的 0。`,
    };
  if (dy.virtual)
    return {
      en: `${term.en} No window began ${from.en}: beyond the edge of ∂y all is 0.`,
      zh: `${term.zh}没有窗口的起点${from.zh}：∂y 的边缘之外都按 0 计。`,
    };
  return {
    en: `${term.en} The window of ${names[0]} began ${from.en} and read the pixel through ${names[1]}.`,
    zh: `${term.zh}${names[0]} 的窗口起点${from.zh}，所以读它用的是 ${names[1]}。`,
  };
}

function weight(view: BackwardView): Text {
  const { done, explanation, asked } = view;
  const count = explanation.terms.length;
  if (asked)
    return {
      en: `${counted(count, 'window')} used this weight, each on another pixel: pixel × ∂y, together ${amount(view, 'en')}.`,
      zh: `这个权重用在 ${count} 个窗口里，每次乘的是另一个像素：像素 × ∂y，合计${amount(view, 'zh')}。`,
    };
  return {
    en: `${nameOf(view)}: ${done} of the ${count} uses of this weight have paid pixel × ∂y. Nothing is turned here.`,
    zh: `${nameOf(view)}：这个权重的 ${count} 次使用中已有 ${done} 次交来像素 × ∂y。这里没有任何翻转。`,
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
