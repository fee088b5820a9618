import { inSentence } from '../../formula/inSentence.ts';
import { numberText } from '../../formula/numbers.ts';
import { capital, type Language, type Text } from '../../language/language.ts';
import type { FlattenModel, MapPlace } from './model.ts';
import type { FlattenView } from './view.ts';

export const WORDS = {
  title: { en: 'From maps to a vector, from a vector to logits', zh: '从特征图到向量，从向量到 logits' },
  shortTitle: { en: 'Flatten, then weigh', zh: '展平，再加权' },
  channels: { en: 'Channels', zh: '通道数' },
  height: { en: 'Height', zh: '高' },
  width: { en: 'Width', zh: '宽' },
  classes: { en: 'Classes', zh: '类别数' },
  order: { en: 'Order', zh: '顺序' },
  first: { en: 'C, H, W', zh: 'C, H, W' },
  last: { en: 'H, W, C', zh: 'H, W, C' },
  seed: { en: 'Numbers', zh: '数' },
  maps: { en: 'Maps', zh: '特征图' },
  flat: { en: 'Flattened', zh: '展平后' },
  weights: { en: 'Weights', zh: '权重' },
  biases: { en: 'Biases', zh: '偏置' },
  howLarge: { en: 'How large the maps are', zh: '特征图多大' },
  orderTitle: { en: 'In which order', zh: '按什么顺序' },
} as const;

export const STRETCHES = {
  flatten: { en: 'flatten', zh: '展平' },
  dense: { en: 'dense layer', zh: '全连接层' },
} as const satisfies Record<string, Text>;

export const DENSE_TERMS = {
  term: { en: 'product', zh: '个乘积' },
  last: { en: 'bias', zh: '偏置' },
} as const;

const plural = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`;

const cellWords = ({ c, i, j }: MapPlace): Text => ({
  en: `channel ${c}, row ${i}, column ${j}`,
  zh: `通道 ${c} 第 ${i} 行第 ${j} 列`,
});

/** What is to be seen now, from the view alone. */
export function captionOf(model: FlattenModel, view: FlattenView, language: Language): string {
  if (view.subject === 'start')
    return language === 'en'
      ? 'The maps are stacked; nothing has been laid out yet. Their first cell goes first.'
      : '特征图叠在一起，还没有一格排出去。先排第一格。';
  if (view.subject === 'cell') return addressWords(model, view, language);
  return logitWords(model, view, language);
}

function addressWords(model: FlattenModel, { at, asked }: FlattenView, language: Language): string {
  const place = model.places[at] as MapPlace;
  const { c, i, j } = place;
  const { channels, height, width, order, classes } = model.params;
  const where = cellWords(place)[language];
  if (asked) {
    const weights = Array.from({ length: classes }, (_, k) => numberText(model.w.at(k, at)));
    return language === 'en'
      ? `${capital(where)} has the address ${at}. Each class weighs it by itself: ${weights.join(', ')}.`
      : `${where}的地址是 ${at}。每个类别各用自己的权重乘它：${weights.join('、')}。`;
  }
  if (order === 'last')
    return language === 'en'
      ? `${capital(where)}: before it lie ${plural(i * width + j, 'place')} of ${plural(channels, 'channel')} each, and ${c} more. Its address is ${at}.`
      : `${where}：前面有 ${i * width + j} 个位置，每个位置 ${channels} 个通道，再加 ${c} 个，所以地址是 ${at}。`;
  return language === 'en'
    ? `${capital(where)}: before it lie ${plural(c, 'map')} of ${height * width}, ${plural(i, 'row')} of ${width}, and ${j} more. Its address is ${at}.`
    : `${where}：前面有 ${c} 张图（每张 ${height * width} 格）、${i} 行（每行 ${width} 格），再加 ${j} 格，所以地址是 ${at}。`;
}

function logitWords(model: FlattenModel, { k, done, equations }: FlattenView, language: Language): string {
  const name = (model.names[k] as Text)[language];
  const count = model.places.length;
  const [line] = equations;
  if (line?.kind !== 'sum') return '';
  const result = inSentence(line.line, language);
  if (done < count + 1)
    return language === 'en'
      ? `${capital(name)}: ${done} of ${plural(count, 'product')} ${done === 1 ? 'is' : 'are'} in. The sum so far is ${result}.`
      : `${name}：${count} 个乘积已加入 ${done} 个，目前得${result}。`;
  return language === 'en'
    ? `The logit of the ${name} weighs all ${plural(count, 'number')} and adds its bias ${numberText(model.b.at(k))}: it is ${result}.`
    : `${name}的 logit 给全部 ${count} 个数加权求和，再加偏置 ${numberText(model.b.at(k))}，结果为${result}。`;
}
