import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { embedOf } from '../../../src/site/addresses/embed.ts';
import { pageOfHash } from '../../../src/site/addresses/places.ts';
import { early } from '../../../src/site/documents/early.ts';

const places = { chapters: { 3: 'convolution', 5: 'stride' }, ids: { kernels: 3, 'fig-stride': 5 } };

interface At {
  readonly hash?: string;
  readonly search?: string;
  readonly protocol?: string;
  /** Whether the page carries the list of places, as the opening does. */
  readonly opening?: boolean;
  readonly storage?: () => string | null;
}

/** Runs the text that stands in a page's head, with nothing around it but what a browser has. */
function run({ hash = '', search = '', protocol = 'https:', opening = true, storage = () => 'dark' }: At) {
  const replaced: string[] = [];
  const dataset: Record<string, string> = {};
  const rules: string[] = [];
  const document = {
    documentElement: { dataset },
    getElementById: () => (opening ? { textContent: JSON.stringify(places) } : null),
    adoptedStyleSheets: [],
  };
  const context = createContext({
    document,
    location: { hash, search, protocol, pathname: '/here/', replace: (to: string) => replaced.push(to) },
    history: { state: null, replaceState: (...[, , to]: string[]) => replaced.push(`${to} (here)`) },
    localStorage: { getItem: storage },
    URLSearchParams,
    CSSStyleSheet: class {
      replaceSync(text: string): void {
        rules.push(text);
      }
    },
  });
  runInContext(`(${early})(${pageOfHash},${embedOf})`, context);
  return { replaced, dataset, rules: document.adoptedStyleSheets.length > 0 ? rules.join() : '' };
}
const refused = (): never => {
  throw new Error('storage is refused');
};

describe('before the first paint', () => {
  it('the opening leads an old address on, with its whole hash', () => {
    expect(run({ hash: '#scene=stride&stride=2' })).toEqual({
      replaced: ['stride/#scene=stride&stride=2'],
      dataset: { theme: 'dark' },
      rules: '',
    });
    expect(run({ hash: '#nothing' }).replaced).toEqual([]);
    expect(run({ hash: '#kernels', opening: false }).replaced).toEqual([]);
  });

  it('a hash of megabytes is taken away, and said to have been there', () => {
    const hash = `#scene=stride&input=${'1,'.repeat(900_000)}`;
    const { replaced, dataset } = run({ hash, search: '?a=1' });
    expect(replaced).toEqual(['/here/?a=1 (here)']);
    expect(dataset).toEqual({ longHash: '', theme: 'dark' });
  });

  it('a page works where storage is refused, and says that it was opened as a file', () => {
    expect(run({ storage: refused }).dataset).toEqual({});
    expect(run({ protocol: 'file:', search: '?embed=stride' })).toEqual({
      replaced: [],
      dataset: { fromFile: '', theme: 'dark' },
      rules: '',
    });
  });

  it('a page that is asked for one figure hides all else, whatever theme the reader chose', () => {
    const { dataset, rules, replaced } = run({ search: '?embed=stride&controls=none', opening: false });
    expect(dataset).toEqual({ embed: '', without: 'controls' });
    expect(rules).toMatch(/^body :not\(:is\(\[data-island="stride"\],.*\{display:none\}/);
    expect(replaced).toEqual([]);
    expect(run({ search: '?embed=stride&theme=light' }).dataset['theme']).toBe('light');
  });

  it('the opening leads on to the figure, with all that was asked', () => {
    const search = '?embed=stride&theme=dark';
    expect(run({ search, hash: '#scene=stride&stride=3' }).replaced).toEqual([
      `stride/${search}#scene=stride&stride=3`,
    ]);
    // The figure of the opening itself, and the place of another: neither leads away.
    expect(run({ search: '?embed=drawn-digit', hash: '#kernels' }).replaced).toEqual([]);
  });

  it.each(['', '"],body{}', 'x&scene=stride', '__proto__', 'toString', '<script>', '%'.repeat(3000)])(
    'a name that is none hides the page and leads nowhere: %s',
    (name) => {
      const { replaced, rules } = run({ search: `?embed=${encodeURIComponent(name)}` });
      expect(replaced).toEqual([]);
      expect(rules).toMatch(/^body :not\(:is\(\[data-island="[\w-]*"\],/);
    },
  );
});

describe('what an address asks for', () => {
  it.each([
    ['', undefined],
    ['?theme=dark', undefined],
    ['?embed=stride', { scene: 'stride', theme: undefined, without: [] }],
    ['?embed=', { scene: '', theme: undefined, without: [] }],
    [
      '?embed=stride&theme=dark&controls=none&caption=none&bar=none',
      { scene: 'stride', theme: 'dark', without: ['controls', 'bar', 'caption'] },
    ],
    ['?embed=stride&theme=pink&controls=some', { scene: 'stride', theme: undefined, without: [] }],
    ['?x=1&embed=a&embed=b', { scene: 'a', theme: undefined, without: [] }],
  ])('%s', (search, asked) => expect(embedOf(search)).toEqual(asked));

  it('two megabytes are cut before they are read', () =>
    expect(embedOf(`?embed=${'a'.repeat(2e6)}`)?.scene.length).toBeLessThan(2001));
});
