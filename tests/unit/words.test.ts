import { describe, expect, it } from 'vitest';
import { chapterFiles, chineseTexts, englishTexts, type Found, HOLE } from './texts.ts';

/** The texts that break a rule, each with its place: what a failing test prints. */
const breaking = (texts: readonly Found[], rule: RegExp): string[] =>
  texts.flatMap(({ at, text }) => {
    const match = rule.exec(text);
    if (!match) return [];
    const from = Math.max(0, match.index - 12);
    return [`${at} …${text.slice(from, match.index + match[0].length + 12).replaceAll(HOLE, '▯')}…`];
  });

/** Beside each name of the glossary or of the field, the forms that other writers use for it. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  像素: ['象素'],
  响应: ['回应'],
  顺序: ['次序'],
  一摞: ['一叠'],
  分发: ['散发'],
  逐通道卷积: ['逐深度卷积'],
  托普利茨: ['Toeplitz', '特普利茨'],
  稠密矩阵: ['满矩阵'],
  全连接: ['全链接', '稠密层'],
  步幅: ['步长'],
  填充: ['零填充'],
  滤波器: ['过滤器'],
  感受野: ['感知野', '感受域'],
  权重: ['权值'],
  特征图: ['特征映射'],
  卷积核: ['核函数'],
  膨胀率: ['膨胀为', '膨胀 1', '膨胀系数'],
};

const HAN = '\\p{Script=Han}';

describe('Chinese', () => {
  const texts = chineseTexts();

  it.each(Object.entries(OTHER_NAMES))('says %s and nothing else', (_, others) => {
    expect(breaking(texts, new RegExp(others.join('|')))).toEqual([]);
  });

  it('says 图像, and 图片 only of a file that is opened or saved', () => {
    const told = texts.filter(({ at }) => /^src\/(?:chapters|scenes)\/|glossary/.test(at));
    expect(told.length).toBeGreaterThan(500);
    expect(breaking(told, /图片|图象/)).toEqual([]);
  });

  it.each<[string, RegExp]>([
    ['neighbouring layers are 前一层 and 后一层', /(?<!加)[上下]一?层/],
    ['a layer is not a channel', /几百层|三层数|层深/],
    ['“let X be” is 设', /让\s*[\w▯\ufffc]+\s*(?:是|为|等于)/],
    ['punctuation is full-width', new RegExp(`${HAN}[,;:!?()]|[,;:!?()]${HAN}`, 'u')],
    ['quotation marks are “ ”', new RegExp(`${HAN}["']|["']${HAN}`, 'u')],
    ['a space comes before Latin letters and digits', new RegExp(`${HAN}[A-Za-z0-9]`, 'u')],
    ['a space comes after Latin letters, digits and %', new RegExp(`[A-Za-z0-9%]${HAN}`, 'u')],
    ['no space beside full-width punctuation', / [，。；：、！？）》”]|[（《“] /],
    ['units are MB and GB', /兆字节|吉字节|千字节/],
    ['a sum that came out is 和为 or 得', /(?:和|目前) ?[=≈]/],
    ['nothing is set in italics', /(?<!\*)\*[^*\s][^*]*\*(?!\*)/],
  ])('%s', (_, rule) => {
    expect(breaking(texts, rule)).toEqual([]);
  });
});

describe('both languages', () => {
  const texts = [...chineseTexts(), ...englishTexts()];

  it.each<[string, RegExp]>([
    ['a percentage has no space', /\d[ \u00a0]%|\d per ?cent\b/],
    ['no separator in a number below 10,000', /(?<![\d,.])\d,\d{3}(?![\d,])/],
    ['separators in a number from 10,000 on', /(?<![\d.,#=&/:])[1-9]\d{4,}(?![\d.,]*\d)/],
    ['units are MB and GB', /\b(?:mega|giga|kilo)bytes?\b/],
  ])('%s', (_, rule) => {
    expect(breaking(texts, rule)).toEqual([]);
  });
});

describe.each(['en', 'zh'] as const)('chapters, %s', (language) => {
  const files = chapterFiles(language);
  const found = (pattern: RegExp): Found[] =>
    files.flatMap(({ at, text }) =>
      [...text.matchAll(pattern)].map((match) => ({
        at: `${at}:${text.slice(0, match.index).split('\n').length}`,
        text: match[1] ?? match[0],
      })),
    );

  it('a reply starts with its reason, for the page prints the verdict', () => {
    const replies = found(/<Answer [^>]*>([^<]*)/g);
    expect(replies.length).toBeGreaterThan(50);
    const verdict =
      language === 'en'
        ? /^(?:yes|no|right|correct|exactly|true|false|wrong|almost|nearly|not quite)\b/i
        : /^(?:不太|不|几乎|差一点|完全)?(?:对|是的|正确|没错|错)[。，：！了]/;
    expect(breaking(replies, verdict)).toEqual([]);
  });

  it('a source is named in brackets, never after a colon or a full stop', () => {
    expect(found(/(?:[:.。：]\s*)(<Ref )/g).map(({ at }) => at)).toEqual([]);
  });

  it('a formula of four digits has no separator either', () => {
    expect(breaking(found(/\$[^$]+\$/g), /(?<![\d}])\d\{,\}\d{3}(?![\d{])/)).toEqual([]);
  });
});
