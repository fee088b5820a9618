import { compile } from '@mdx-js/mdx';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { expect, it } from 'vitest';
import { rehypeKept } from '../../../tools/rehype-kept.ts';

/** The compiled chapter, as calls of JSX: `kept` marks what does not break. */
const compiled = async (text: string): Promise<string> =>
  String(
    await compile(text, {
      jsx: true,
      remarkPlugins: [remarkMath],
      rehypePlugins: [rehypeKatex, rehypeKept],
    }),
  ).replaceAll('_components.', '');

it.each([
  ['a full stop', 'It is $x$. Then', '.', ' Then'],
  ['a Chinese full stop', '它是 $x$。然后', '。', '然后'],
  ['two marks', '（它是 $x$），然后', '），', '然后'],
  ['a hyphen', 'every $s$-th row', '-', 'th row'],
])('a formula keeps %s', async (_, text, closing, rest) => {
  const code = await compiled(text);
  expect(code).toMatch(/<span className="kept"><span className="katex">/);
  expect(code).toContain(`</span></span></span></span>{"${closing}"}</span>{"${rest}"}`);
});

it('a phrase that ends in a formula keeps its last part, and the mark stays outside the phrase', async () => {
  const code = await compiled('<Beat>$a=b$</Beat>，然后');
  expect(code.match(/className="kept"/g)).toHaveLength(1);
  expect(code).toMatch(/className="kept"><span className="katex-base">/);
  expect(code).toContain('</Beat>{"，然后"}');
});

it('all parts of a long formula but the last may end a line', async () => {
  const code = await compiled('It is $a_{i,j}+b_{i,j}=c$.');
  expect(code).toContain('<span className="kept may-break">');
  expect(code.match(/<span className="katex-base">/g)).toHaveLength(3);
  expect(code.match(/<span className="kept"><span className="katex-base">/g)).toHaveLength(1);
});

it('a word behind a formula is on a line of its own where it has to be', async () => {
  expect(await compiled('It is $x$ here, and $y$ 在这里')).not.toContain('kept');
});
