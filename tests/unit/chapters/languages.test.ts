import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SCENES } from '../scenes/contract/registry.ts';

const CHAPTERS = 'src/chapters';
const read = (chapter: string, language: string): string =>
  readFileSync(`${CHAPTERS}/${chapter}/${language}.mdx`, 'utf8');
/** What a chapter can do without. */
const MAY_BE_NONE = new Set(['terms', 'numbers to be typed', 'lines of derivations']);
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
    ['questions', /<Question prompt="[^"]*"( typed)?>/g],
    ['answers', /<Answer (?:text="[^"]*")?( right|other)?>/g],
    ['numbers to be typed', /<Answer text="([−\d./]+)"/g],
    ['lines of derivations', /<Line (tex="[^"]+" to="[^"]+")>/g],
    ['formulas', /\$\$\n([^$]+)\n\$\$/g],
  ])('has the same %s in both languages', (what, pattern) => {
    if (!MAY_BE_NONE.has(what)) expect(all(en, pattern).length).toBeGreaterThan(0);
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
    if (!/receptive-field|pooling/.test(chapter)) expect(zh).not.toContain('不变性');
  });
});
