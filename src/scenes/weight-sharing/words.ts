import { printNumber } from '../../formula/numbers.ts';
import type { Language, Text } from '../../language/language.ts';
import type { SharingModel } from './model.ts';
import { INPUTS, LETTERS, OUTPUTS, WINDOW } from './parameters.ts';
import { sub } from './sums.ts';
import type { SharingView } from './view.ts';

export const WORDS = {
  title: {
    en: 'From a weight for every edge to three shared ones',
    zh: '从每条边各有权重，到三个共享的权重',
  },
  shortTitle: { en: 'Sharing', zh: '权重共享' },
  connections: { en: 'Connections', zh: '连接方式' },
  dense: { en: 'Dense', zh: '全连接' },
  local: { en: 'Local', zh: '局部连接' },
  shared: { en: 'Shared', zh: '共享' },
  left: { en: 'What is left to learn', zh: '还要学的只剩这些' },
  toLearn: { en: 'numbers to learn', zh: '个数要学' },
  gradients: { en: 'Their gradients', zh: '它们的梯度' },
  weights: { en: 'Weights', zh: '权重' },
  sharedBias: { en: 'Shared bias', zh: '共享偏置' },
  dsharedBias: { en: 'Gradient of shared bias', zh: '共享偏置的梯度' },
  larger: { en: 'A larger layer', zh: '更大的一层' },
} as const satisfies Record<string, Text>;

export const STRETCHES = {
  cut: { en: 'cut', zh: '剪断' },
  share: { en: 'share', zh: '共享' },
  gradient: { en: 'gradient', zh: '梯度' },
  biasGradient: { en: '∂b', zh: '∂b' },
} as const satisfies Record<string, Text>;

/** `14,455,392`: separated from five digits on. */
export const thousands = (n: number): string =>
  n < 10_000 ? String(n) : String(n).replace(/\B(?=(\d{3})+$)/g, ',');

/** The sizes of the layer that the sliders set: `32 × 32 × 3 → 28 × 28 × 6`. */
export const layerText = ({ params, counted }: SharingModel): string =>
  `${params.side} × ${params.side} × ${params.channels} → ${counted.outSide} × ${counted.outSide} × ${params.filters}`;

/** What is to be seen now, from the view alone. */
export function captionOf(model: SharingModel, view: SharingView, language: Language): string {
  return view.asked ? askedCaption(view, language) : stepCaption(model, view, language);
}

function askedCaption(view: SharingView, language: Language): string {
  const en = language === 'en';
  const { asked, sum, shares } = view;
  const { line } = view.equations[0];
  const result = `${line.sign} ${line.result.text}`;
  const count = sum.explanation.terms.length;
  switch (asked?.kind) {
    case 'output':
      return en
        ? `${sum.head} ${result}. It reads ${count - 1} of ${INPUTS} inputs${shares ? '; each edge names the shared weight that it uses' : ', each through a weight of its own'}.`
        : `${sum.head} ${result}。它读取 ${INPUTS} 个输入中的 ${count - 1} 个${shares ? '，边上标着所用的共享权重' : '，每条边各有自己的权重'}。`;
    case 'input':
      return en
        ? `Input x${sub(asked.i)} reaches ${count} of ${OUTPUTS} outputs. Backwards, the same ${count === 1 ? 'edge brings' : 'edges bring'} its gradient: ${sum.head} ${result}.`
        : `输入 x${sub(asked.i)} 通向 ${OUTPUTS} 个输出中的 ${count} 个。反向时，梯度沿同样的边回来：${sum.head} ${result}。`;
    case 'edge':
    case 'shared': {
      if (sum.explanation.tensor === 'dshared')
        return en
          ? `${sum.head.slice(1)} works on ${count} ${count === 1 ? 'edge' : 'edges'}. Its gradient is the sum over all of them: ${sum.head} ${result}.`
          : `${sum.head.slice(1)} 用在 ${count} 条边上，它的梯度是各条边贡献的总和：${sum.head} ${result}。`;
      if (count === 0)
        return en
          ? 'This edge has been cut. Its weight is 0 for good: it gets no gradient and learns nothing.'
          : '这条边已经剪断。它的权重永远是 0：得不到梯度，也学不到东西。';
      return en
        ? `This weight works on one edge only, so its gradient is a single product: ${sum.head} ${result}.`
        : `这个权重只用在一条边上，所以它的梯度只有一个乘积：${sum.head} ${result}。`;
    }
    default:
      return en
        ? `${count === 1 ? 'This bias serves one output' : `One bias serves ${count} outputs`}; its gradient adds up ${count === 1 ? 'that one ∂y' : 'all their ∂y'}: ${sum.head} ${result}.`
        : `${count === 1 ? '这个偏置只服务一个输出' : `一个偏置服务 ${count} 个输出`}，它的梯度${count === 1 ? '就是那一个 ∂y' : '是它们的 ∂y 的总和'}：${sum.head} ${result}。`;
  }
}

function stepCaption(model: SharingModel, view: SharingView, language: Language): string {
  const en = language === 'en';
  const { change: step, layer, stage } = view;
  const { line } = view.equations[0];
  const left = layer.left;
  const value = (number: number | undefined): string => printNumber(number ?? 0).text;
  if (!step)
    return en
      ? `A dense layer: each of ${OUTPUTS} outputs reads all ${INPUTS} inputs. ${left} numbers to learn.`
      : `全连接层：${OUTPUTS} 个输出各自读取全部 ${INPUTS} 个输入，要学 ${left} 个数。`;
  switch (step.kind) {
    case 'cut': {
      const edge = `x${sub(step.i)} → y${sub(step.o)}`;
      if (stage === 'local')
        return en
          ? `The last edge is cut: each output sees ${WINDOW} neighbours, with weights of its own. ${left} numbers are left.`
          : `剪断了最后一条边。每个输出只看 ${WINDOW} 个相邻的输入，每个窗口仍用自己的权重，还剩 ${left} 个数。`;
      return en
        ? `Cut: ${edge}, too far away. One number fewer: ${left} are left.`
        : `剪断 ${edge}，它离得太远。少了一个数，还剩 ${left} 个。`;
    }
    case 'share': {
      const [own, taken] = [model.w.at(step.o, step.o + step.u), model.shared.data[step.u]];
      return en
        ? `x${sub(step.o + step.u)} → y${sub(step.o)} gives up its own weight ${value(own)} for ${LETTERS[step.u]}, which is ${value(taken)}. ${left} numbers are left.`
        : `x${sub(step.o + step.u)} → y${sub(step.o)} 放弃自己的权重 ${value(own)}，改用 ${LETTERS[step.u]}，也就是 ${value(taken)}。还剩 ${left} 个数。`;
    }
    case 'shareBias':
      if (stage === 'shared')
        return en
          ? `Shared: the same ${WINDOW} weights and one bias at every place. ${left} numbers are left. This is a convolution.`
          : `共享完成：每个位置都用同样的 ${WINDOW} 个权重和一个偏置，只剩 ${left} 个数。这就是卷积。`;
      return en
        ? `y${sub(step.o)} gives up its own bias ${value(model.b.at(step.o))} as well. ${left} numbers are left.`
        : `y${sub(step.o)} 也放弃了自己的偏置 ${value(model.b.at(step.o))}，还剩 ${left} 个数。`;
    case 'gradient':
      if (step.o < 0)
        return en
          ? `${LETTERS[step.u]} was used on ${OUTPUTS} edges. Their products are added up, one after the other.`
          : `${LETTERS[step.u]} 用在 ${OUTPUTS} 条边上。接着把各条边的乘积逐一相加。`;
      return en
        ? `${LETTERS[step.u]} was used on ${OUTPUTS} edges. Edge ${step.o + 1} adds ∂y${sub(step.o)} × x${sub(step.o + step.u)}, which makes ${line.result.text} so far.`
        : `${LETTERS[step.u]} 用在 ${OUTPUTS} 条边上。第 ${step.o + 1} 条边加上 ∂y${sub(step.o)} × x${sub(step.o + step.u)}，目前得 ${line.result.text}。`;
    case 'gradientBias':
      return en
        ? `The shared bias adds up the gradients of all outputs: ${step.o + 1} of ${OUTPUTS}, so far ${line.result.text}.`
        : `共享偏置把所有输出的梯度加起来：${OUTPUTS} 个已加 ${step.o + 1} 个，目前得 ${line.result.text}。`;
  }
}
