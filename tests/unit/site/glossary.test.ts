import { readdirSync, readFileSync } from 'node:fs';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/language/language.ts';
import { GLOSSARY, glossaryOrder } from '../../../src/site/glossary/glossary.ts';
import { REFERENCES } from '../../../src/site/references.ts';

const entries = Object.entries(GLOSSARY);
const CHAPTERS = 'src/chapters';
const idsIn = (component: string): [string, string][] =>
  readdirSync(CHAPTERS).flatMap((chapter) =>
    LANGUAGES.flatMap((language) =>
      [
        ...readFileSync(`${CHAPTERS}/${chapter}/${language}.mdx`, 'utf8').matchAll(
          new RegExp(`<${component} id="([^"]*)"`, 'g'),
        ),
      ].map((match): [string, string] => [`${chapter}/${language}.mdx`, match[1] as string]),
    ),
  );

describe('the glossary', () => {
  it.each(entries)('%s says what it is in both languages', (_, { word, means, also = [] }) => {
    expect(word.en.length).toBeGreaterThan(1);
    expect(means.zh).toMatch(/[\u4e00-\u9fff].*[。；]$/);
    expect(means.en).toMatch(/^[A-Z0-9].*[.]$/);
    // A name is either the word itself or an alias.
    for (const name of also) expect([word.en, word.zh]).not.toContain(name);
    expect(new Set(also).size).toBe(also.length);
  });

  it.each(entries.filter(([, { tex }]) => tex))('%s: the formula can be set', (_, { tex = '' }) => {
    expect(() => katex.renderToString(tex, { throwOnError: true })).not.toThrow();
  });

  it('orders every entry once, by the alphabet and by pinyin', () => {
    for (const language of LANGUAGES)
      expect([...glossaryOrder(language)].sort()).toEqual(Object.keys(GLOSSARY).sort());
    expect(glossaryOrder('en')[0]).toBe('ablation');
    const zh = glossaryOrder('zh');
    // bù fú before juǎn jī before zhuǎn zhì
    expect(zh.indexOf('stride')).toBeLessThan(zh.indexOf('convolution'));
    expect(zh.indexOf('convolution')).toBeLessThan(zh.indexOf('transpose'));
  });

  it('has every word that a chapter marks', () => {
    for (const [file, id] of idsIn('Term')) expect(GLOSSARY, `${file}: ${id}`).toHaveProperty([id]);
  });
});

it('the references have every source that a chapter cites', () => {
  for (const [file, id] of idsIn('Ref')) expect(REFERENCES, `${file}: ${id}`).toHaveProperty([id]);
});
