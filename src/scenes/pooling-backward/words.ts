import { numberText } from '../../formula/numbers.ts';
import { rowAndColumn } from '../../kit/convolution/words.ts';
import { resultInSentence } from '../../kit/line/equationText.ts';
import { counted, type Language, type Text } from '../../language/language.ts';
import type { PoolBackModel } from './model.ts';
import type { PoolBackView } from './view.ts';

export const WORDS = {
  title: { en: 'Pooling, backwards', zh: '池化，反向走' },
  shortTitle: { en: 'Backwards', zh: '反向' },
  method: { en: 'Method', zh: '方法' },
  scatter: { en: 'Scatter', zh: '分发' },
  gather: { en: 'Gather', zh: '收集' },
  dy: { en: 'Gradient of output', zh: '输出的梯度' },
  stretch: { en: '∂x', zh: '∂x' },
  payment: { en: 'payment', zh: '笔' },
  mask: { en: 'Mask', zh: '掩码' },
  products: { en: 'Mask × ∂y', zh: '掩码 × ∂y' },
  where: { en: 'Where the window lies', zh: '窗口的位置' },
} as const satisfies Record<string, Text>;

/** What is to be seen now, from the view alone. */
export function captionOf(model: PoolBackModel, view: PoolBackView, language: Language): string {
  if (view.asked === 'pixel') return pixelAsked(model, view)[language];
  if (view.asked === 'output') return outputAsked(model, view)[language];
  return (view.isOver ? overWords(model) : stepWords(model, view))[language];
}

const placeOf = ({ explanation }: PoolBackView): Text => {
  const [row = 0, col = 0] = explanation.index.slice(-2);
  return rowAndColumn({ row, col });
};

function pixelAsked({ kind }: PoolBackModel, view: PoolBackView): Text {
  const { readers, explanation } = view;
  const paid = explanation.terms.length;
  if (readers === 0)
    return {
      en: 'No window read this pixel, so its gradient is 0.',
      zh: '没有窗口读过这个像素，所以它的梯度是 0。',
    };
  if (kind === 'max' && paid === 0)
    return {
      en: `${counted(readers, 'window')} read this pixel and took another one. It gets 0.`,
      zh: `有 ${readers} 个窗口读过这个像素，取的却是别的像素。它得 0。`,
    };
  if (kind === 'max')
    return {
      en: `${counted(readers, 'window')} read this pixel, ${paid} took it and ${paid === 1 ? 'pays' : 'pay'} in full: ${resultInSentence(view.equations[0], 'en')}.`,
      zh: `有 ${readers} 个窗口读过这个像素，${paid} 个取了它，全额付给它：共${resultInSentence(view.equations[0], 'zh')}。`,
    };
  return {
    en: `${counted(readers, 'window')} read this pixel, and each pays its share: ${resultInSentence(view.equations[0], 'en')}.`,
    zh: `有 ${readers} 个窗口读过这个像素，各付一份：共${resultInSentence(view.equations[0], 'zh')}。`,
  };
}

function outputAsked({ kind, payments, dy }: PoolBackModel, view: PoolBackView): Text {
  const { window, tied } = view;
  const ofOne = payments[window ?? 0] ?? [];
  const upstream = numberText(dy.data[window ?? 0] as number);
  const place = placeOf(view);
  if (kind === 'average')
    return {
      en: `This output has ${upstream} to give, and ${counted(ofOne.length, 'cell')} of its window get equal parts of it.`,
      zh: `这个输出要分 ${upstream}，窗口里 ${ofOne.length} 格各得一份，份份相等。`,
    };
  const tie = tied > 1 ? tieWords(tied) : { en: '', zh: '' };
  return {
    en: `This output was the number in ${place.en}: it gets all of ${upstream}.${tie.en}`,
    zh: `这个输出取的是${place.zh}的数：${upstream} 全部给它。${tie.zh}`,
  };
}

const tieWords = (tied: number): Text => ({
  en: ` Of ${tied} equals the first is paid.`,
  zh: `最大值出现了 ${tied} 次，付给第一个。`,
});

function stepWords({ kind, params }: PoolBackModel, view: PoolBackView): Text {
  const { current, cropped, done, explanation, tied } = view;
  if (!current)
    return {
      en: 'Forwards, each window has marked whom it will pay.',
      zh: '前向时，每个窗口都记下了该付给谁。',
    };
  const place = placeOf(view);
  if (cropped)
    return {
      en: 'This share lands on padding, where there is no pixel. It is cut away.',
      zh: '这一份落在填充上，那里没有像素，于是被裁掉。',
    };
  const upstream = numberText(current.upstream);
  const value = numberText(current.value);
  const so = {
    en: `${done} of ${explanation.terms.length} payments are in.`,
    zh: `${explanation.terms.length} 笔中已收到 ${done} 笔。`,
  };
  if (params.method === 'gather')
    return {
      en: `The pixel in ${place.en} collects from the windows that ${kind === 'max' ? 'took' : 'read'} it: ${so.en}`,
      zh: `${place.zh}的像素向${kind === 'max' ? '取过' : '读过'}它的窗口收账：${so.zh}`,
    };
  if (kind === 'average')
    return {
      en: `Of ${upstream}, each cell gets ${value}. In ${place.en}, ${so.en}`,
      zh: `${upstream} 由窗口里的格子平分，每格 ${value}。${place.zh}：${so.zh}`,
    };
  const tie = tied > 1 ? tieWords(tied) : { en: '', zh: '' };
  return {
    en: `The window pays all of ${upstream} to its largest, in ${place.en}.${tie.en}`,
    zh: `窗口把 ${upstream} 全付给自己最大的数，在${place.zh}。${tie.zh}`,
  };
}

function overWords({ kind, dx, payments, side }: PoolBackModel): Text {
  const cells = side * side;
  const zeros = Array.from(dx.data).filter((value) => value === 0).length;
  const outputs = counted(payments.length, 'output');
  if (kind === 'max')
    return {
      en: `${outputs} ${payments.length === 1 ? 'has' : 'have'} paid: ${zeros} of ${cells} pixels got nothing.`,
      zh: `${payments.length === 1 ? '这个输出付完了' : `${payments.length} 个输出都付完了`}：${cells} 个像素中有 ${zeros} 个一无所得。`,
    };
  return {
    en: `${outputs} ${payments.length === 1 ? 'has spread its gradient' : 'have spread their gradients'} over ${cells - zeros} of ${cells} pixels.`,
    zh: `${payments.length === 1 ? '这个输出' : `${payments.length} 个输出`}把梯度摊给了 ${cells} 个像素中的 ${cells - zeros} 个。`,
  };
}
