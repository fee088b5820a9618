import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/language/language.ts';
import type { PageId } from '../../../src/site/addresses/address.ts';
import { headOf } from '../../../src/site/documents/head.ts';
import { missingDocument } from '../../../src/site/documents/missing.ts';
import { sitemapOf } from '../../../src/site/documents/sitemap.ts';
import type { PageContent } from '../../../src/site/pages/page.ts';

const page: PageId = { language: 'zh', name: 'stride' };
const content: PageContent = {
  title: '步幅 & "膨胀"',
  description: '窗口 <不必> 处处停留。',
  main: null,
  scenes: [],
  terms: new Set(),
  structured: { '@type': 'Article' },
};
const SITE = 'https://a.example/some/path/';
const values = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, value = '']) => value);

describe('the head of a page', () => {
  it('has full addresses where the site is known, relative ones where it is not', () => {
    const known = headOf(page, content, SITE);
    expect(values(known, /rel="canonical" href="([^"]*)"/g)).toEqual([`${SITE}zh/stride/`]);
    expect(values(known, /hreflang="[^"]*" href="([^"]*)"/g)).toEqual([
      `${SITE}stride/`,
      `${SITE}zh/stride/`,
      `${SITE}stride/`,
    ]);
    expect(values(known, /og:image" content="([^"]*)"/g)).toEqual([`${SITE}social/zh.png`]);
    const unknown = headOf(page, content, undefined);
    for (const address of values(unknown, /href="([^"]*)"/g)) expect(address).toMatch(/^\.\.?\//);
  });

  it('escapes what is written, and its data cannot end the script in which they stand', () => {
    const head = headOf(page, { ...content, description: '</script><b>' }, SITE);
    expect(head).toContain('步幅 &amp; &quot;膨胀&quot;');
    expect(head).not.toContain('</script><b>');
    const [data = ''] = values(head, /<script type="application\/ld\+json">([\s\S]*?)<\/script>/g);
    expect(JSON.parse(data)).toMatchObject({ description: '</script><b>', url: `${SITE}zh/stride/` });
  });
});

it('the sitemap has each page with its other language', () => {
  const pages = LANGUAGES.map((language) => ({ language, name: 'stride' }));
  const map = sitemapOf(pages, SITE);
  expect(values(map, /<loc>([^<]*)<\/loc>/g)).toEqual([`${SITE}stride/`, `${SITE}zh/stride/`]);
  expect(values(map, /hreflang="zh-Hans" href="([^"]*)"/g)).toEqual([
    `${SITE}zh/stride/`,
    `${SITE}zh/stride/`,
  ]);
  expect(sitemapOf(pages, undefined)).toContain('<loc>./zh/stride/</loc>');
});

it('the page for what is missing leads to the opening, wherever the site stands', () => {
  expect(values(missingDocument(SITE), /<a href="([^"]*)"/g)).toEqual(['/some/path/', '/some/path/zh/']);
  expect(values(missingDocument(undefined), /<a href="([^"]*)"/g)).toEqual(['/', '/zh/']);
});
