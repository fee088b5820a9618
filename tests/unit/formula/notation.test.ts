import { readdirSync, readFileSync } from 'node:fs';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { NOTATION } from '../../../src/formula/notation.ts';

const ENTRIES = NOTATION.flatMap(({ entries }) => entries);
const bare = (letter: string): string => letter.replace(/[_^]\{?.*$/, '').replaceAll("'", '');
const LETTERS = ENTRIES.flatMap(({ tex }) => tex.split(',')).filter((tex) => tex !== '');

/** Commands that set a formula and mean nothing by themselves. */
const LAYOUT =
  /\\(begin|end)\{[a-z]+\}(\{l+\})?|\\text\{[^}]*\}|\\(left|right|big|Big)[|.()[\]]?|\\(quad|qquad|underbrace|overset|mathrel|mathcal|mathrm|tilde)/g;
/** What every reader knows: numbers, arithmetic, the number e, names of functions, dots. */
const KNOWN =
  /\\(frac|tfrac|sum|prod|max|min|ln|tanh|cos|angle|lim|sqrt|le|ge|bmod|cdot|times|to|in|mathbb|dots|ldots|approx|partial|lVert|rVert|cos|Longleftrightarrow|lfloor|rfloor|lceil|rceil)(?![a-zA-Z])/g;

/** The letters of a formula, each as it is written in the table. */
function lettersOf(formula: string): Set<string> {
  const plain = formula
    .replace(/\\mathbb\s*Z/g, '')
    .replace(/\\mathcal\s*C|\\mathcal\{C\}/g, '')
    .replace(/X_\{\\mathrm\{col\}\}/g, '')
    .replace(/\\mathrm\{[a-z]+\}/g, '')
    .replace(/\\mathbf\s*\{?W\}?/g, '')
    .replace(/_\{\\text\{[^}]*\}\}/g, '')
    .replace(LAYOUT, '')
    .replace(KNOWN, ' ');
  return new Set(plain.match(/\\[a-zA-Z]+|[a-zA-Z]/g) ?? []);
}

describe('the table of symbols', () => {
  it('gives each letter one meaning', () => {
    expect(new Set(LETTERS).size).toBe(LETTERS.length);
    for (const { tex, means } of ENTRIES) {
      expect(() => katex.renderToString(tex, { throwOnError: true }), tex).not.toThrow();
      expect(means.en.length).toBeGreaterThan(1);
      expect(means.zh.length).toBeGreaterThan(1);
    }
  });

  it.each(readdirSync('src/chapters'))('has every letter of the formulas of %s', (chapter) => {
    const text = readFileSync(`src/chapters/${chapter}/en.mdx`, 'utf8');
    const known = new Set([...LETTERS.map(bare), 'e', '\\top', '\\hat']);
    const formulas = [...text.matchAll(/\$\$([^$]+)\$\$|\$([^$\n]+)\$/g)].map(([, a, b]) => a ?? b ?? '');
    expect(formulas.length).toBeGreaterThan(1);
    for (const formula of formulas)
      for (const letter of lettersOf(formula)) expect(known, `${letter} in ${formula}`).toContain(letter);
  });
});
