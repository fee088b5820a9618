import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mnistBytes } from '../../../scripts/mnist.ts';
import { createDigitLoader, type LoadProgress } from '../../../src/worker/loadDigits.ts';
import { packDigits, packedSize, unpackDigits } from '../../../src/worker/packing.ts';
import { type Part, PartError, readManifest, readPart } from '../../../src/worker/parts.ts';

const FOLDER = path.resolve('public/data/mnist');
const fileBytes = (name: string) => new Uint8Array(readFileSync(path.join(FOLDER, name)));
const manifest = readManifest(readFileSync(path.join(FOLDER, 'parts.json'), 'utf8'), 'parts.json');
const [first, second] = manifest.train as [Part, Part];
const problemOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error: unknown) => (error as PartError).problem ?? (error as Error).name,
  );

describe('the shipped digits', () => {
  it('are at least 20,000 and 5,000, in at most 6 MB', () => {
    const all = [...manifest.train, ...manifest.test];
    const count = (parts: readonly Part[]) => parts.reduce((sum, part) => sum + part.count, 0);
    expect(count(manifest.train)).toBeGreaterThanOrEqual(20_000);
    expect(count(manifest.test)).toBeGreaterThanOrEqual(5_000);
    expect(all.reduce((sum, { file }) => sum + statSync(path.join(FOLDER, file)).size, 0)).toBeLessThan(6e6);
  });

  it.each([
    ['train', 'train'],
    ['test', 't10k'],
  ] as const)('the last part of %s is what the package ships, in sixteen levels', async (set, name) => {
    const part = manifest[set].at(-1) as Part;
    const { labels, pixels } = await readPart(fileBytes(part.file), part);
    const from = (manifest[set].length - 1) * part.count;
    const original = mnistBytes(name);
    expect(labels).toEqual(original.labels.slice(from, from + part.count));
    const worst = pixels.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - (original.pixels[from * 784 + i] as number))),
      0,
    );
    // Half of the distance between two levels, 255 / 15 = 17.
    expect(worst).toBe(8);
  });
});

describe('packing', () => {
  it('keeps multiples of 17, labels and places', () => {
    const pixels = Uint8Array.from({ length: 2 * 784 }, (_, i) => 17 * ((i * 7 + (i >> 4)) % 16));
    const digits = { labels: Uint8Array.of(9, 0), pixels };
    expect(unpackDigits(packDigits(digits), 2)).toEqual(digits);
  });

  it('refuses other lengths, and labels over 9', () => {
    expect(() => packDigits({ labels: new Uint8Array(2), pixels: new Uint8Array(784) })).toThrow('784');
    expect(() => unpackDigits(new Uint8Array(5), 1)).toThrow('393 for 1 digits');
    expect(() => unpackDigits(new Uint8Array(packedSize(1)).fill(10, 0, 1), 1)).toThrow('label 0 is 10');
  });
});

describe('a part', () => {
  const bytes = fileBytes(first.file);

  it('that ends early is cut off; one with a wrong bit is damaged', async () => {
    expect(await problemOf(readPart(bytes.slice(0, -1), first))).toBe('cut-off');
    expect(await problemOf(readPart(new Uint8Array(0), first))).toBe('cut-off');
    const changed = bytes.slice();
    changed[1000] = (changed[1000] as number) ^ 1;
    expect(await problemOf(readPart(changed, first))).toBe('damaged');
    expect(await problemOf(readPart(Uint8Array.of(...bytes.slice(0, 9), 1, 2), { ...first, bytes: 3 }))).toBe(
      'damaged',
    );
  });

  it('of another count is damaged', async () =>
    expect(await problemOf(readPart(bytes, { ...first, count: 10 }))).toBe('damaged'));

  it.each([
    '',
    '<!doctype html>',
    '{"train":[]',
    'null',
    '{"train":[],"test":[]}',
    '{"train":[{"file":"../x"}]}',
  ])('is in no list that reads %j', (text) =>
    expect(() => readManifest(text, 'parts.json')).toThrow(PartError),
  );
});

/** A server that answers from the folder, except where `answers` says otherwise: one answer an attempt. */
function served(answers: Record<string, (() => Response | Promise<Response>)[]> = {}, pause = 1) {
  const asked: string[] = [];
  const get = async (url: unknown, init?: RequestInit): Promise<Response> => {
    init?.signal?.throwIfAborted();
    const file = String(url).replace('/mnist/', '');
    asked.push(init?.cache === 'reload' ? `${file}!` : file);
    return (await answers[file]?.shift()?.()) ?? new Response(fileBytes(file));
  };
  const loader = createDigitLoader({ base: '/mnist/', fetch: get as typeof fetch, pause });
  return { asked, loader };
}
const offline = () => Promise.reject(new TypeError('Failed to fetch'));
const damaged = (file: string) => () => new Response(fileBytes(file).fill(7, 50, 60));
const cut = (file: string) => () => new Response(fileBytes(file).slice(0, 999));

describe('the loader', () => {
  it('fetches the parts that are needed, says how far it is, and keeps them', async () => {
    const { asked, loader } = served();
    const seen: LoadProgress[] = [];
    const { labels, pixels } = await loader.load('train', 2600, { onProgress: (p) => seen.push(p) });
    expect([labels.length, pixels.length]).toEqual([2600, 2600 * 784]);
    expect(labels).toEqual(mnistBytes('train').labels.slice(0, 2600));
    expect(seen.map((p) => [p.parts, p.ofParts, p.bytes])).toEqual([
      [0, 2, 0],
      [1, 2, first.bytes],
      [2, 2, first.bytes + second.bytes],
    ]);
    await loader.load('train', 5000);
    expect(asked).toEqual(['parts.json', first.file, second.file]);
  });

  it('asks again, past the cache, for a part that was cut off or damaged or did not come', async () => {
    const { asked, loader } = served({
      'parts.json': [() => new Response('{"train":')],
      [first.file]: [cut(first.file), damaged(first.file)],
      [second.file]: [offline],
    });
    expect((await loader.load('train', 5000)).labels).toHaveLength(5000);
    const [a, b] = [first.file, second.file];
    expect(asked).toEqual(['parts.json', 'parts.json!', a, `${a}!`, `${a}!`, b, `${b}!`]);
  });

  it.each([
    ['missing', () => new Response('', { status: 404 })],
    ['unreachable', () => new Response('', { status: 503 })],
    ['unreachable', offline],
    ['cut-off', cut(first.file)],
    ['damaged', damaged(first.file)],
  ])('gives up after three attempts and says %s', async (problem, answer) => {
    const { asked, loader } = served({ [first.file]: [answer, answer, answer] });
    expect(await problemOf(loader.load('train', 10))).toBe(problem);
    expect(asked).toHaveLength(4);
  });

  it('goes on where the network was lost', async () => {
    const { asked, loader } = served({ [second.file]: [offline, offline, offline] });
    expect(await problemOf(loader.load('train', 7500))).toBe('unreachable');
    const before = asked.length;
    const seen: number[] = [];
    expect((await loader.load('train', 7500, { onProgress: (p) => seen.push(p.parts) })).labels).toHaveLength(
      7500,
    );
    expect(asked.slice(before)).toEqual([second.file, 'train-2.bin']);
    expect(seen).toEqual([1, 2, 3]);
  });

  it('can be given up, while it fetches and while it waits, and keeps what it has', async () => {
    const { asked, loader } = served({ 'train-2.bin': [offline] }, 60_000);
    const stop = new AbortController();
    const onProgress = ({ parts }: LoadProgress) => {
      if (parts === 1) stop.abort();
    };
    expect(await problemOf(loader.load('train', 5000, { signal: stop.signal, onProgress }))).toBe(
      'AbortError',
    );
    const late = new AbortController();
    const waiting = problemOf(loader.load('train', 7500, { signal: late.signal }));
    while (!asked.includes('train-2.bin')) await new Promise((done) => setTimeout(done));
    late.abort();
    expect(await waiting).toBe('AbortError');
    await loader.load('train', 7500);
    expect(asked.filter((file) => file === first.file)).toHaveLength(1);
  });

  it('refuses more digits than there are', () =>
    expect(served().loader.load('test', 10_001)).rejects.toThrow('10000 digits'));
});
