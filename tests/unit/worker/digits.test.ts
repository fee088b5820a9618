import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mnistBytes } from '../../../scripts/mnist.ts';
import { DATA_WORDS } from '../../../src/kit/samples/dataWords.ts';
import { DATA_NAMES, DATA_SETS, type DataName, folderOf } from '../../../src/worker/dataSets.ts';
import { createDigitLoader, type LoadProgress } from '../../../src/worker/loadDigits.ts';
import { packDigits, packedSize, unpackDigits } from '../../../src/worker/packing.ts';
import { type Part, PartError, readManifest, readPart } from '../../../src/worker/parts.ts';

const bytesOf = (data: DataName, file: string) =>
  new Uint8Array(readFileSync(path.join(folderOf('public/data/', data), file)));
const manifestOf = (data: DataName) =>
  readManifest(new TextDecoder().decode(bytesOf(data, 'parts.json')), 'parts.json');
const fileBytes = (file: string) => bytesOf('digits', file);
const manifest = manifestOf('digits');
const [first, second] = manifest.train as [Part, Part];
const problemOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error: unknown) => (error as PartError).problem ?? (error as Error).name,
  );

describe('the shipped digits', () => {
  const countOf = (parts: readonly Part[]) => parts.reduce((sum, part) => sum + part.count, 0);
  const bytesIn = (data: DataName) => {
    const { train, test } = manifestOf(data);
    return [...train, ...test].reduce((sum, { file }) => sum + bytesOf(data, file).length, 0);
  };

  it.each(DATA_NAMES)('%s are as many as the worker says', (data) => {
    expect(countOf(manifestOf(data).train)).toBe(DATA_SETS[data].train);
    expect(countOf(manifestOf(data).test)).toBe(DATA_SETS[data].test);
    expect(DATA_WORDS[data].classes).toHaveLength(10);
  });

  it('are at least 20,000 and 5,000, with the clothes in at most 6 MB', () => {
    expect(DATA_SETS.digits.train).toBeGreaterThanOrEqual(20_000);
    expect(DATA_SETS.digits.test).toBeGreaterThanOrEqual(5_000);
    expect(bytesIn('digits') + bytesIn('fashion')).toBeLessThan(6e6);
  });

  it('have a folder for each name, and none for another', () => {
    expect(folderOf('/data/', 'fashion')).toBe('/data/fashion/');
    expect(() => folderOf('/data/', 'toString' as DataName)).toThrow('digits');
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

describe('the shipped clothes', () => {
  const whole = async (set: 'train' | 'test') => {
    const parts = manifestOf('fashion')[set];
    return Promise.all(parts.map((part) => readPart(bytesOf('fashion', part.file), part)));
  };

  it('are dealt in rounds, and lie under the right labels: the nearest mean finds two of three', async () => {
    const [train, test] = [await whole('train'), await whole('test')];
    for (const { labels } of [...train, ...test]) expect(labels).toEqual(labels.map((_, i) => i % 10));
    const means = Array.from({ length: 10 }, () => new Float64Array(784));
    for (const { pixels } of train)
      for (let i = 0; i < 2500; i++)
        for (let j = 0; j < 784; j++)
          (means[i % 10] as Float64Array)[j] =
            ((means[i % 10] as Float64Array)[j] as number) + (pixels[i * 784 + j] as number) / 1000;
    const [{ pixels }] = test as [(typeof test)[0]];
    const far = (mean: Float64Array, i: number) =>
      mean.reduce((sum, value, j) => sum + (value - (pixels[i * 784 + j] as number)) ** 2, 0);
    let right = 0;
    for (let i = 0; i < 500; i++) {
      const distances = means.map((mean) => far(mean, i));
      if (distances.indexOf(Math.min(...distances)) === i % 10) right++;
    }
    expect(right / 500).toBeGreaterThan(0.64);
  });

  it('have no piece in both sets', async () => {
    const texts = (sets: Awaited<ReturnType<typeof whole>>) =>
      sets.flatMap(({ pixels, labels }) =>
        Array.from(labels, (_, i) => Buffer.from(pixels.subarray(i * 784, (i + 1) * 784)).toString('latin1')),
      );
    const trained = new Set(texts(await whole('train')));
    // Fashion-MNIST itself has a few pieces twice.
    expect(texts(await whole('test')).filter((text) => trained.has(text)).length).toBeLessThan(5);
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

describe('a server that falls silent', () => {
  afterEach(() => vi.useRealTimers());

  /** Sends `chunks`, each after `every` milliseconds, and then nothing more; never an end. */
  const trickle =
    (chunks: readonly Uint8Array[], every: number, ends = false) =>
    () => {
      const stream = new ReadableStream({
        async start(controller) {
          for (const chunk of chunks) {
            await new Promise((done) => setTimeout(done, every));
            controller.enqueue(chunk);
          }
          if (ends) controller.close();
        },
      });
      return new Response(stream);
    };
  const never = () => new Promise<Response>(() => {});
  const bytes = fileBytes(first.file);
  const quarters = [0, 1, 2, 3].map((i) => bytes.slice((i * bytes.length) / 4, ((i + 1) * bytes.length) / 4));
  /** The clock goes on until the promise is settled. @returns seconds that have passed */
  async function passed(promise: Promise<unknown>): Promise<number> {
    let settled = false;
    promise.finally(() => (settled = true)).catch(() => {});
    let seconds = 0;
    for (; !settled && seconds < 600; seconds++) {
      await vi.advanceTimersByTimeAsync(1000);
      // Unpacking is not on this clock.
      for (let i = 0; i < 20; i++) await new Promise((done) => setImmediate(done));
    }
    return seconds;
  }
  const faked = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

  it.each([
    ['before the first byte', never],
    ['in the middle of a part', trickle([bytes.slice(0, 1000)], 10)],
  ])('%s is given up after 20 s, and asked again', async (_, silent) => {
    faked();
    const { asked, loader } = served({ [first.file]: [silent] });
    const loading = loader.load('train', 10);
    expect(await passed(loading)).toBeGreaterThanOrEqual(20);
    expect((await loading).labels).toHaveLength(10);
    expect(asked).toEqual(['parts.json', first.file, `${first.file}!`]);
  });

  it('three times is an error that says so', async () => {
    faked();
    const { loader } = served({ [first.file]: [never, never, never] });
    const loading = loader.load('train', 10);
    const seconds = await passed(loading);
    expect([seconds >= 60, seconds <= 65]).toEqual([true, true]);
    await expect(loading).rejects.toThrow(`${first.file}: stopped coming: not a byte for 20 s`);
    expect(await problemOf(loading)).toBe('unreachable');
  });

  it('but a slow one is waited for', async () => {
    faked();
    const { asked, loader } = served({ [first.file]: [trickle(quarters, 15_000, true)] });
    const loading = loader.load('train', 10);
    expect(await passed(loading)).toBeGreaterThanOrEqual(60);
    expect((await loading).labels).toHaveLength(10);
    expect(asked).toEqual(['parts.json', first.file]);
  });

  it('can be given up, even where the fetch heeds no signal', async () => {
    const { loader } = served({ [first.file]: [never] });
    const stop = new AbortController();
    const loading = problemOf(loader.load('train', 10, { signal: stop.signal }));
    setTimeout(() => stop.abort(), 20);
    expect(await loading).toBe('AbortError');
  });
});
