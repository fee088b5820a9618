import type { Language, Text } from '../../language/language.ts';
import { DATA_WORDS } from '../samples/dataWords.ts';
import type { OwnDigitNetwork } from './ownDigitNetwork.ts';

export const OWN_WORDS = {
  weights: { en: 'Weights', zh: '权重' },
  article: { en: 'The article’s', zh: '本文的' },
  own: { en: 'Yours', zh: '你的' },
  openWeights: { en: 'Open a file…', zh: '打开文件……' },
  back: { en: 'The article’s', zh: '换回本文的' },
  uncounted: {
    en: 'not counted, for the test digits did not come',
    zh: '测试数字没有取到，未能统计',
  },
  counting: { en: 'counting …', zh: '正在数……' },
  notKept: {
    en: 'They hold as long as this page is open: the browser keeps nothing.',
    zh: '只在本页打开期间有效：浏览器没有保存它。',
  },
  noWeights: {
    en: 'No weights of yours are kept in this browser, so the network has the article’s. Open a file, or train some in chapter 18.',
    zh: '这个浏览器里没有你的权重，网络用的是本文的。打开一个文件，或到第 18 章训练一组。',
  },
  otherNetwork: {
    en: 'These weights belong to another network. This figure shows one: two 5 × 5 convolutions of 8 and 16 filters, each with ReLU and 2 × 2 max pooling, then a dense layer. Nothing was changed.',
    zh: '这是另一种网络的权重。这幅图只能显示一种：两个 5 × 5 卷积，8 个和 16 个滤波器，各接 ReLU 和 2 × 2 最大池化，最后一个全连接层。什么都没有改动。',
  },
} as const satisfies Record<string, Text>;

/** `0 T-shirt · 1 trousers …`, of a network that was trained on something else than digits. */
export function classesText({ data }: OwnDigitNetwork): Text {
  const { name, classes } = DATA_WORDS[data];
  const all = (language: Language): string =>
    classes.map((word, label) => `${label} ${word[language]}`).join(' · ');
  return { en: `trained on ${name.en}. ${all('en')}`, zh: `用${name.zh}训练。${all('zh')}` };
}
