import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SCENES } from '../scenes/contract/registry.ts';

const CHAPTERS = 'src/chapters';
const read = (chapter: string, language: string): string =>
  readFileSync(`${CHAPTERS}/${chapter}/${language}.mdx`, 'utf8');
const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => (match[1] ?? '').replace(/\\text\{[^}]*\}/g, '\\text{…}'));

describe.each(readdirSync(CHAPTERS))('chapter %s', (chapter) => {
  const en = read(chapter, 'en');
  const zh = read(chapter, 'zh');

  it.each([
    ['sections', /<Section id="([^"]+)"/g],
    ['figures', /<Scene name="([^"]+)"/g],
    ['beats', /<Beat (scene="[^"]+" to="[^"]+")/g],
    ['equations', /<Eq id="([^"]+)"/g],
    ['references', /<Ref id="([^"]+)"/g],
    ['terms', /<Term id="([^"]+)"/g],
    ['questions', /(<Question) /g],
    ['answers', /<Answer text="[^"]*"( right)?>/g],
    ['formulas', /\$\$\n([^$]+)\n\$\$/g],
  ])('has the same %s in both languages', (what, pattern) => {
    if (what !== 'terms') expect(all(en, pattern).length).toBeGreaterThan(0);
    expect(all(zh, pattern)).toEqual(all(en, pattern));
  });

  it('points only at beats that exist', () => {
    for (const [, scene = '', name = ''] of en.matchAll(/<Beat scene="([^"]+)" to="([^"]+)"/g)) {
      const definition = SCENES.find((other) => other.name === scene);
      expect(definition?.beats, scene).toHaveProperty([name]);
    }
  });

  it('speaks of 等变性 where the output moves along', () => {
    // What a convolution has is 等变性; the other word may only be named to tell the two apart.
    if (!chapter.includes('receptive-field')) expect(zh).not.toContain('不变性');
  });
});
