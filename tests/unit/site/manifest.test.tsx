import { readdirSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { linksFrom, NO_LINKS } from '../../../src/site/addresses/links.ts';
import { ANNOUNCED } from '../../../src/site/manifest/announced.ts';
import { gathering } from '../../../src/site/manifest/gathered.ts';
import { buildManifest } from '../../../src/site/manifest/manifest.ts';
import { chapterComponents } from '../../../src/site/pages/chapter/components.tsx';
import { pinyinOf } from '../../../src/site/pages/glossary/pinyin.ts';

const en = buildManifest('en');
const zh = buildManifest('zh');

describe('the manifest', () => {
  it('has every chapter, in its order, under the name of its folder', () => {
    const folders = readdirSync('src/chapters').sort();
    expect(en.chapters.map(({ number, slug }) => `${String(number).padStart(2, '0')}-${slug}`)).toEqual(
      folders,
    );
  });

  it('announces the chapters that do not exist yet, and no other', () => {
    const numbers = [...en.chapters, ...en.announced].map(({ number }) => number);
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: en.total }, (_, i) => i + 1));
    for (const { title, line } of ANNOUNCED) {
      expect(line.zh).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(title.en.length * title.zh.length * line.en.length).toBeGreaterThan(0);
    }
  });

  it('has the same places and numbers in both languages', () => {
    expect(zh.places).toEqual(en.places);
    expect(zh.numbers).toEqual(en.numbers);
  });

  it('numbers figures and equations by chapter, in the order of the text', () => {
    for (const { number, figures, equations } of en.chapters) {
      expect(figures.map((figure) => figure.number)).toEqual(figures.map((_, i) => `${number}.${i + 1}`));
      expect(equations.map((equation) => equation.number)).toEqual(
        equations.map((_, i) => `${number}.${i + 1}`),
      );
    }
  });
});

describe('links', () => {
  const links = linksFrom({ language: 'zh', name: 'stride' }, zh);

  it('lead to the page of their place; on the page of everything all places are near', () => {
    expect(links.place('fig-convolution')).toBe('../../zh/convolution/#fig-convolution');
    expect(links.place('fig-stride')).toBe('#fig-stride');
    expect(links.place('term-stride')).toBe('../../zh/glossary/#term-stride');
    const printed = linksFrom({ language: 'en', name: 'print' }, en);
    expect(['fig-convolution', 'term-stride', 'ref-SK'].map(printed.place)).toEqual([
      '#fig-convolution',
      '#term-stride',
      '#ref-SK',
    ]);
  });

  it('a place that no page has stops the build and is named', () => {
    expect(() => links.place('eq-nothing')).toThrow('"eq-nothing"');
  });
});

it('an unknown word or source stops the build and is named', () => {
  const { Term, Ref } = chapterComponents({
    language: 'en',
    chapter: 3,
    gathered: gathering(3),
    links: NO_LINKS,
    onPaper: false,
    numberOf: () => '',
    figure: () => null,
  }) as Record<string, (props: { id: string }) => React.ReactNode>;
  if (!Term || !Ref) throw new Error('a component is missing');
  expect(() => renderToStaticMarkup(<Term id="nothing" />)).toThrow('chapter 3: <Term id="nothing">');
  expect(() => renderToStaticMarkup(<Ref id="nothing" />)).toThrow('chapter 3: <Ref id="nothing">');
});

it('a Chinese word is found by its sound, in full and by its initials', () => {
  expect(pinyinOf('卷积核')).toBe('juanjihe jjh');
  // Characters of two readings: 步长 is not “zhǎng”, 重 in 权重 is not “chóng”.
  expect(pinyinOf('步长')).toContain('buchang');
  expect(pinyinOf('权重')).toContain('quanzhong');
  expect(pinyinOf('stride')).toBe('');
});
