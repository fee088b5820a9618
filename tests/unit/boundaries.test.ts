import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/*
 * The import table of README.md, held for every file under src/. A room may use the rooms and packages of its line;
 * whatever is not written here is forbidden.
 */
interface Room {
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}

const ROOMS: Readonly<Record<string, Room>> = {
  language: { rooms: [], packages: [] },
  tensor: { rooms: [], packages: [] },
  'tensor/kernels': { rooms: ['tensor'], packages: [] },
  'tensor/wasm': { rooms: ['tensor', 'tensor/kernels'], packages: [] },
  network: { rooms: ['tensor', 'tensor/kernels', 'tensor/wasm'], packages: [] },
  worker: { rooms: ['tensor', 'network'], packages: [] },
  explain: { rooms: ['tensor', 'network'], packages: [] },
  playback: { rooms: ['language'], packages: ['zustand'] },
  formula: { rooms: ['explain', 'language'], packages: ['katex', 'react'] },
  kit: {
    rooms: ['tensor', 'network', 'worker', 'explain', 'playback', 'formula', 'language'],
    packages: ['react', 'react-dom', 'zustand', 'd3'],
  },
  scenes: {
    rooms: [
      'language',
      'tensor',
      'tensor/kernels',
      'network',
      'worker',
      'explain',
      'playback',
      'formula',
      'kit',
    ],
    packages: ['react', 'zustand', 'd3', 'katex'],
  },
  chapters: { rooms: [], packages: [] },
  site: {
    rooms: ['language', 'tensor', 'network', 'explain', 'playback', 'formula', 'kit', 'scenes', 'chapters'],
    packages: ['react', 'react-dom', 'katex', 'zustand', 'd3', 'pinyin-pro', 'node:crypto'],
  },
};

/** Rooms that know neither a browser nor a framework: they run in a worker and in Node alike. */
const PURE = ['tensor', 'tensor/kernels', 'tensor/wasm', 'network', 'worker', 'explain', 'playback'];
const BROWSER =
  /(?<![.\w])(window|document|navigator|localStorage|location|history|requestAnimationFrame|HTML\w*Element|SVG\w*Element|Element|addEventListener)\s*[.([]/;

const SRC = 'src';
const files = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(tsx?|mdx)$/.test(entry.name) && entry.name !== 'mdx.d.ts')
  .map((entry) => path.posix.join(entry.parentPath.replaceAll('\\', '/'), entry.name));

/** The room in which a file stands: the longest name that fits. */
const roomOf = (file: string): string | undefined =>
  Object.keys(ROOMS)
    .filter((room) => file.startsWith(`${SRC}/${room}/`))
    .sort((a, b) => b.length - a.length)[0];

/** Scenes, each a house of its own: `src/scenes/pooling/view.ts` → `pooling`. */
const sceneOf = (file: string): string | undefined => /^src\/scenes\/([^/]+)\//.exec(file)?.[1];

const codeOf = (file: string): string =>
  readFileSync(file, 'utf8')
    .replace(/^\s*\/\*[\s\S]*?\*\//gm, '')
    .replace(/^\s*\/\/.*$/gm, '');

/** What a file imports, types included, statically, dynamically or by glob. */
function importsOf(code: string): string[] {
  const patterns = [
    /\b(?:import|export)\s[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g,
    /\bimport\s*['"]([^'"]+)['"]/g,
    /\bimport\(\s*['"]([^'"]+)['"]/g,
    /\bnew URL\(\s*['"]([^'"]+)['"],\s*import\.meta\.url/g,
    /\bimport\.meta\.glob(?:<[^(]*>)?\(\s*['"]([^'"]+)['"]/g,
  ];
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] as string));
}

/** Why `file` may not import `name`; undefined when it may. */
function objection(file: string, name: string): string | undefined {
  const room = roomOf(file);
  if (room === undefined) return `${file} stands in no room of the table`;
  const { rooms, packages } = ROOMS[room] as Room;
  // The ambient module of src/mdx.d.ts.
  if (name === '*.mdx') return undefined;
  if (!name.startsWith('.')) {
    const [owner = ''] = name.split('/');
    return packages.includes(owner)
      ? undefined
      : `${file} imports ${name}: ${room}/ may not use that package`;
  }
  const target = path.posix.join(path.posix.dirname(file), name);
  const other = roomOf(target);
  if (other === undefined) return `${file} imports ${target}, which stands in no room`;
  const [from, to] = [sceneOf(file), sceneOf(target)];
  if (from && to && from !== to) return `${file} imports ${target}: a scene may not import another scene`;
  return other === room || rooms.includes(other)
    ? undefined
    : `${file} imports ${target}: ${room}/ may not use ${other}/`;
}

describe('import boundaries', () => {
  it('finds the sources', () => expect(files.length).toBeGreaterThan(100));

  it('every import points up the table', () => {
    const wrong = files.flatMap((file) => importsOf(codeOf(file)).map((name) => objection(file, name)));
    expect(wrong.filter(Boolean)).toEqual([]);
  });

  it('what computes knows no browser', () => {
    const wrong = files
      .filter((file) => PURE.includes(roomOf(file) ?? ''))
      .flatMap((file) => {
        const use = BROWSER.exec(codeOf(file))?.[1];
        return use ? [`${file} uses ${use}: ${roomOf(file)}/ may not know the browser`] : [];
      });
    expect(wrong).toEqual([]);
  });

  it.each([
    ['src/tensor/conv2d.ts', 'react'],
    ['src/tensor/conv2d.ts', '../network/model.ts'],
    ['src/playback/clock.ts', 'd3'],
    ['src/worker/parts.ts', '../explain/conv2d.ts'],
    ['src/explain/conv2d.ts', '../formula/numbers.ts'],
    ['src/kit/figure/Figure.tsx', '../../scenes/registry.ts'],
    ['src/scenes/pooling/view.ts', '../convolution/view.ts'],
    ['src/scenes/pooling/view.ts', '../../site/words.ts'],
    ['src/elsewhere/thing.ts', 'react'],
  ])('%s may not import %s', (file, name) => expect(objection(file, name)).toContain(file));

  it('sees every way of importing', () => {
    const code = `import type { A } from './a';\nimport './b';\nexport { c } from './c';\nawait import('./d');
import.meta.glob<X>('./e');\nimport {\n  f,\n} from './f';\nnew URL('./g', import.meta.url)`;
    expect(importsOf(code).sort()).toEqual(['./a', './b', './c', './d', './e', './f', './g']);
  });
});
