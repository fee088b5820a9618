import type { Text } from '../language/language.ts';

/** The page's own words: what stands around the chapters. */
export const WORDS = {
  title: { en: 'From Pixel to Gradient', zh: '从像素到梯度' },
  description: {
    en: 'An interactive article on the mathematics of convolutional neural networks, from the pixels of a photo to the gradient of a weight.',
    zh: '一篇可以动手的文章：卷积神经网络的数学，从照片的一个像素，到权重的一个梯度。',
  },
  standfirst: {
    en: 'A network that tells a cat from a boat does little more than multiply and add, a few million times. Here you can stop it at any single number, ask where it came from, and check the answer by hand.',
    zh: '能分清猫和船的网络，几乎只做两件事：乘和加，做上几百万次。在这里，你可以让它停在任意一个数上，问它从哪里来，再亲手验算一遍。',
  },
  kicker: {
    en: 'The mathematics of convolutional networks',
    zh: '卷积神经网络的数学',
  },
  howTo: {
    en: 'Every figure is live: step it, scrub it, or click a number to see what made it. Guess before you look; the dotted phrases move the figure to the moment they speak of.',
    zh: '每幅图都是活的：可以单步、拖动，也可以点开任何一个数，看它由什么算出。先猜再看；带虚线的句子会把图带到它所说的那一刻。',
  },
  retold: { en: 'Re-told, with figures you can touch, from ', zh: '本文用可以动手的图，重新讲述 ' },
  retoldAfter: { en: '.', zh: '。' },
  start: { en: 'Start reading', zh: '开始阅读' },
  skip: { en: 'Skip to the article', zh: '跳到正文' },
  contents: { en: 'Contents', zh: '目录' },
  chapter: { en: 'Chapter', zh: '第' },
  chapterAfter: { en: '', zh: ' 章' },
  references: { en: 'References', zh: '参考文献' },
  languages: { en: 'Language', zh: '语言' },
  themeSystem: { en: 'Theme: as the system', zh: '主题：跟随系统' },
  themeLight: { en: 'Theme: light', zh: '主题：浅色' },
  themeDark: { en: 'Theme: dark', zh: '主题：深色' },
  note: { en: 'Note', zh: '旁注' },
  question: { en: 'Guess first', zh: '先猜一猜' },
  right: { en: 'Right.', zh: '对。' },
  wrong: { en: 'Not quite.', zh: '不太对。' },
  figure: { en: 'Figure', zh: '图' },
  equation: { en: 'Equation', zh: '公式' },
  glossary: { en: 'Glossary', zh: '术语表' },
  glossaryFilter: { en: 'Find a word, in English or Chinese', zh: '查找术语，中英文皆可' },
  glossaryNone: { en: 'No such word here.', zh: '这里没有这个词。' },
  usedIn: { en: 'In chapter', zh: '见第' },
  usedInAfter: { en: '', zh: ' 章' },
  inGlossary: { en: 'In the glossary', zh: '在术语表中查看' },
  read: { en: 'read', zh: '已读' },
  chapterNav: { en: 'Chapters', zh: '章节' },
  previous: { en: 'Previous chapter', zh: '上一章' },
  next: { en: 'Next chapter', zh: '下一章' },
  licence: {
    en: 'Text, figures and code under the MIT licence.',
    zh: '文字、图与代码均以 MIT 许可证发布。',
  },
  credits: {
    en: 'Handwritten digits: MNIST (LeCun, Cortes, Burges). Photographs: historic public collections, through the stdlib data sets.',
    zh: '手写数字：MNIST（LeCun、Cortes、Burges）。照片：公共历史图片馆藏，取自 stdlib 数据集。',
  },
} as const satisfies Record<string, Text>;
