import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BEAT_NAMES } from '../../../src/scenes/convolution/playable.ts';

const CHAPTERS = 'src/chapters';
const read = (chapter: string, language: string): string =>
  readFileSync(`${CHAPTERS}/${chapter}/${language}.mdx`, 'utf8');
const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => (match[1] as string).replace(/\\text\{[^}]*\}/g, '\\text{…}'));

describe.each(readdirSync(CHAPTERS))('chapter %s', (chapter) => {
  const en = read(chapter, 'en');
  const zh = read(chapter, 'zh');

  it.each([
    ['sections', /<Section id="([^"]+)"/g],
    ['figures', /<Scene name="([^"]+)"/g],
    ['beats', /<Beat scene="[^"]+" to="([^"]+)"/g],
    ['equations', /<Eq id="([^"]+)"/g],
    ['references', /<Ref id="([^"]+)"/g],
    ['questions', /(<Question) /g],
    ['answers', /(<Answer [^>]*?right|<Answer )/g],
    ['formulas', /\$\$\n([^$]+)\n\$\$/g],
  ])('has the same %s in both languages', (_, pattern) => {
    expect(all(en, pattern).length).toBeGreaterThan(0);
    expect(all(zh, pattern)).toEqual(all(en, pattern));
  });

  it('points only at beats that exist', () => {
    for (const name of all(en, /<Beat scene="convolution" to="([^"]+)"/g)) expect(BEAT_NAMES).toContain(name);
  });
});
