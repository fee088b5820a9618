import type { Language, Text } from '../language/language.ts';

/** The page's own words: what stands around the chapters. */
export const WORDS = {
  title: { en: 'From Pixel to Gradient', zh: '从像素到梯度' },
  description: {
    en: 'An interactive article on the mathematics of convolutional neural networks, from the pixels of a photo to the gradient of a weight.',
    zh: '一篇可以动手的文章：卷积神经网络的数学，从照片的一个像素，到权重的一个梯度。',
  },
  standfirst: {
    en: 'A phone knows its owner’s face, a car keeps to its lane, a photo retouches itself. Underneath, little more happens than multiplying and adding, a few million times. Here you can stop at any single number, ask where it came from, and check the answer by hand.',
    zh: '手机认得主人的脸，汽车守得住车道，照片会自己修图。背后做的几乎只有两件事：乘和加，做上几百万次。在这里，你可以停在任意一个数上，问它从哪里来，再亲手验算一遍。',
  },
  skip: { en: 'Skip to the article', zh: '跳到正文' },
  contents: { en: 'Contents', zh: '目录' },
  references: { en: 'References', zh: '参考文献' },
  languages: { en: 'Language', zh: '语言' },
  themeSystem: { en: 'Theme: as the system', zh: '主题：跟随系统' },
  themeLight: { en: 'Theme: light', zh: '主题：浅色' },
  themeDark: { en: 'Theme: dark', zh: '主题：深色' },
  note: { en: 'Note', zh: '旁注' },
  question: { en: 'Guess first', zh: '先猜一猜' },
  right: { en: 'Right.', zh: '对。' },
  wrong: { en: 'Not quite.', zh: '不太对。' },
  nextLine: { en: 'Next line', zh: '下一行' },
  allLines: { en: 'All lines', zh: '全部展开' },
  foldLines: { en: 'Fold up again', zh: '重新收起' },
  showLine: { en: 'Show these cells in the figure', zh: '在图中看这些格子' },
  figure: { en: 'Figure', zh: '图' },
  equation: { en: 'Equation', zh: '公式' },
  glossary: { en: 'Glossary', zh: '术语表' },
  glossaryFilter: { en: 'Find a word, in English or Chinese', zh: '查找术语，中英文皆可' },
  glossaryNone: { en: 'No such word here.', zh: '这里没有这个词。' },
  glossaryDescription: {
    en: 'The words of convolutional networks in English and Chinese: what each of them means, where the article uses it, and every symbol of the figures.',
    zh: '卷积神经网络的术语，中英文对照：每个词是什么意思，文中在哪里用到，以及图中的全部符号。',
  },
  symbols: { en: 'Symbols', zh: '符号' },
  symbolsNote: {
    en: 'Every letter and sign of the article, with its one meaning. A tensor’s letter has the colour of its role.',
    zh: '全文用到的每个字母和记号，各只有一个含义。张量的字母用其角色的颜色。',
  },
  symbol: { en: 'Symbol', zh: '符号' },
  meaning: { en: 'What it stands for', zh: '含义' },
  referencesDescription: {
    en: 'The papers, books and manuals that the article cites, with links to each of them.',
    zh: '本文引用的全部论文、书籍与官方手册，附原文链接。',
  },
  print: { en: 'Everything on one page', zh: '全文（单页）' },
  printDescription: {
    en: 'All chapters, the glossary and the references on one page, to be printed or kept.',
    zh: '全部章节、术语表与参考文献合为一页，便于打印和保存。',
  },
  chapterKind: { en: 'interactive chapter', zh: '交互式章节' },
  typeNumber: { en: 'Type a number', zh: '输入一个数' },
  checkNumber: { en: 'Check', zh: '核对' },
  showAnswers: { en: 'Show the answers', zh: '直接看答案' },
  otherNumber: { en: 'Any other number', zh: '其他数' },
  noNumber: {
    en: 'This is no number that can be read here: 15, −1.5, 1/8 or 2e−3 are.',
    zh: '这里读不出一个数。可以写成 15、−1.5、1/8 或 2e−3。',
  },
  toCome: { en: 'still to come', zh: '尚未写出' },
  siteNav: { en: 'The site', zh: '本站' },
  chapters: { en: 'Chapters', zh: '全部章节' },
  missingTitle: { en: 'There is no such page', zh: '没有这个页面' },
  missing: {
    en: 'The address leads nowhere on this site. Perhaps a chapter has been renamed.',
    zh: '这个地址在本站没有对应的页面，也许章节改了名。',
  },
  toStart: { en: 'To the opening page', zh: '回到首页' },
  fromFile: {
    en: 'This page was opened as a file, and browsers run no scripts of files. The text is all here, but the figures stand still until a web server serves the folder, for instance with “npm start”.',
    zh: '本页是作为本地文件打开的，浏览器不会运行本地文件里的脚本。文字都在，但图不会动；用网络服务器打开这个文件夹即可，例如运行 npm start。',
  },
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

/** `Chapter 3`, `第 3 章`. */
export const chapterLabel = (number: number, language: Language): string =>
  language === 'en' ? `Chapter ${number}` : `第 ${number} 章`;
