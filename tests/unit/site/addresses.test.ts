import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/language/language.ts';
import { addressOf, folderOf, fullAddressOf, rootFrom } from '../../../src/site/addresses/address.ts';
import { pageOfHash } from '../../../src/site/addresses/places.ts';

const page = fc.record({
  language: fc.constantFrom(...LANGUAGES),
  name: fc.constantFrom('', 'glossary', 'convolution', 'the-third-dimension'),
});
const base = fc.constantFrom(
  'https://a.example/',
  'https://a.example/some/path/',
  'http://127.0.0.1:4173/x/',
);
const place = fc.option(fc.constantFrom('kernels', 'eq-conv-size', '卷积 1'), { nil: undefined });

describe('addresses', () => {
  it('lead from any page to any other, wherever the site stands', () => {
    fc.assert(
      fc.property(base, page, page, place, (site, from, to, id) => {
        const there = new URL(addressOf(from, to, id), fullAddressOf(site, from));
        expect(there.origin + there.pathname).toBe(fullAddressOf(site, to));
        expect(decodeURIComponent(there.hash)).toBe(id === undefined ? '' : `#${id}`);
        expect(addressOf(from, to, id)).not.toMatch(/^\/|^[a-z]+:/);
      }),
    );
  });

  it('a place on the same page is the hash alone', () => {
    const here = { language: 'zh', name: 'stride' } as const;
    expect(addressOf(here, here, 'sum')).toBe('#sum');
  });

  it('the root is as many folders up as the page is deep', () => {
    expect(LANGUAGES.map((language) => rootFrom({ language, name: '' }))).toEqual(['./', '../']);
    expect(rootFrom({ language: 'zh', name: 'stride' })).toBe('../../');
    expect(folderOf({ language: 'zh', name: 'stride' })).toBe('zh/stride/');
  });
});

const places = {
  chapters: { 3: 'convolution', 5: 'stride' },
  ids: { kernels: 3, 'fig-stride': 5, 'eq-sum': 3 },
};

describe('the page of a hash', () => {
  it.each([
    ['#kernels', 'convolution'],
    ['#eq-sum', 'convolution'],
    ['#fig-stride', 'stride'],
    ['#stride', 'stride'],
    ['#scene=stride&stride=2&position=83', 'stride'],
    ['#position=83&scene=stride', 'stride'],
    ['#use-3-kernel', 'convolution'],
    ['#term-stride', 'glossary'],
    ['#glossary', 'glossary'],
    ['#ref-SK', 'references'],
    ['#nothing', undefined],
    ['#scene=nothing', undefined],
    ['#toString', undefined],
    ['#scene=__proto__', undefined],
    ['#use-99-kernel', undefined],
    ['', undefined],
  ])('%s → %s', (hash, name) => expect(pageOfHash(hash, places)).toBe(name));
});
