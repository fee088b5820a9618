import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { DIST } from '../../tools/site/built.ts';

const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.html'),
);
const read = (file: string): string => readFileSync(path.join(DIST, file), 'utf8');
const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');
const plain = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&#x27;', "'");

const ids = new Map<string, ReadonlySet<string>>();
function idsOf(file: string): ReadonlySet<string> {
  const known = ids.get(file) ?? new Set(all(read(file), /\sid="([^"]*)"/g).map(plain));
  ids.set(file, known);
  return known;
}

/** Why an address that stands on the page `from` leads nowhere; undefined where it leads somewhere. */
function fault(from: string, address: string): string | undefined {
  const [target = '', behind] = plain(address).split('#');
  // A figure in a named state: its place has to be there; that it has such a state is held where the scenes are.
  const hash = behind?.replace(/^scene=([\w-]+)&beat=[\w-]+$/, 'fig-$1');
  const start = target.startsWith('/') ? '.' : path.dirname(from);
  let file = target === '' ? from : path.posix.join(start, decodeURIComponent(target.replace(/^\//, '')));
  if (existsSync(path.join(DIST, file)) && statSync(path.join(DIST, file)).isDirectory()) {
    if (!target.endsWith('/')) return `${from}: ${address} is a folder without its slash`;
    file = path.join(file, 'index.html');
  }
  if (!existsSync(path.join(DIST, file))) return `${from}: nothing stands at ${address}`;
  if (hash && !idsOf(file).has(decodeURIComponent(hash))) return `${from}: ${file} has no #${hash}`;
  return undefined;
}

test('every address inside of the site leads somewhere, its hash included', () => {
  expect(files.length).toBeGreaterThan(20);
  const faults = files.flatMap((file) =>
    all(read(file), /\s(?:href|src)="([^"]*)"/g)
      .filter((address) => !/^[a-z]+:/.test(address))
      .map((address) => fault(file, address)),
  );
  expect(faults.filter(Boolean)).toEqual([]);
});

test('every page has its title, its description, one h1, its other language and its place in the sitemap', () => {
  const sitemap = all(readFileSync(path.join(DIST, 'sitemap.xml'), 'utf8'), /<loc>([^<]*)<\/loc>/g);
  const titles = new Set<string>();
  for (const file of files.filter((name) => name !== '404.html')) {
    const html = read(file);
    const folder = path.dirname(file) === '.' ? '' : `${path.dirname(file)}/`;
    expect(all(html, /<(h1)[\s>]/g), file).toHaveLength(1);
    const [title = ''] = all(html, /<title>([^<]+)<\/title>/g);
    expect(titles, `${file}: ${title}`).not.toContain(title);
    titles.add(title);
    expect(all(html, /<meta name="description" content="([^"]+)"/g)[0]?.length, file).toBeGreaterThan(15);
    expect(all(html, /rel="canonical" href="([^"]+)"/g), file).toHaveLength(1);
    expect(all(html, /hreflang="([^"]+)"/g).slice(0, 3), file).toEqual(['en', 'zh-Hans', 'x-default']);
    expect(all(html, /property="og:image" content="([^"]+)"/g), file).toHaveLength(1);
    const [data = ''] = all(html, /<script type="application\/ld\+json">([^<]*)<\/script>/g);
    expect(JSON.parse(data), file).toMatchObject({ '@context': 'https://schema.org' });
    expect(sitemap, file).toContain(`./${folder}`);
  }
  expect(sitemap).toHaveLength(titles.size);
});

test('every id is on a page once, and no markup is left in the text', () => {
  for (const file of files) {
    const html = read(file).replace(/<(script|template)[\s\S]*?<\/\1>/g, '');
    const list = all(html, /\sid="([^"]*)"/g);
    expect(
      list.filter((id, i) => list.indexOf(id) !== i),
      file,
    ).toEqual([]);
    expect(html.replace(/<annotation[\s\S]*?<\/annotation>/g, ''), file).not.toContain('**');
  }
});
