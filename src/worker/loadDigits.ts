import { fetchBytes } from './fetchBytes.ts';
import { type Digits, PIXELS } from './packing.ts';
import { type DigitSet, type Manifest, type Part, readManifest, readPart } from './parts.ts';

export interface LoadProgress {
  readonly set: DigitSet;
  /** Parts that are there, of those that were asked for. */
  readonly parts: number;
  readonly ofParts: number;
  /** The same in bytes as they are sent. */
  readonly bytes: number;
  readonly ofBytes: number;
}

export interface LoadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: LoadProgress) => void;
}

export interface DigitLoader {
  /**
   * The first `count` digits of a set. Parts that are there already are not fetched again, not even after a
   * failure: whoever asks again goes on where it stopped. What is returned is the loader's own memory.
   *
   * @throws PartError when a part is still wrong after the last attempt
   * @throws RangeError when the set has fewer digits
   * @throws the reason of the signal when it was given up
   */
  load(set: DigitSet, count: number, options?: LoadOptions): Promise<Digits>;
}

export interface LoaderOptions {
  /** The folder of the parts, ending with a slash. */
  readonly base: string;
  /** What fetches; default the platform's. */
  readonly fetch?: typeof fetch;
  /** How often a file is asked for, and how many milliseconds pass before the second time; then twice as many. */
  readonly attempts?: number;
  readonly pause?: number;
  /** Milliseconds without a byte after which an attempt has failed. */
  readonly patience?: number;
}

const LIST = 'parts.json';

/** Fetches digits in parts, one after the other, checks each and keeps it. */
export function createDigitLoader({
  base,
  attempts = 3,
  pause = 400,
  patience,
  fetch: get,
}: LoaderOptions): DigitLoader {
  /** The files that are there, and what they held, each part behind the one before. */
  const kept = new Set<string>();
  const stores = new Map<DigitSet, Digits>();
  let manifest: Manifest | undefined;

  function storeOf(set: DigitSet, parts: readonly Part[]): Digits {
    const count = countOf(parts);
    const store = stores.get(set) ?? {
      labels: new Uint8Array(count),
      pixels: new Uint8Array(count * PIXELS),
    };
    stores.set(set, store);
    return store;
  }

  async function tried<T>(
    file: string,
    read: (bytes: Uint8Array<ArrayBuffer>) => T | Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    for (let attempt = 1; ; attempt++)
      try {
        return await read(await fetchBytes(base + file, file, { get, patience, again: attempt > 1, signal }));
      } catch (error) {
        signal?.throwIfAborted();
        if (attempt >= attempts) throw error;
        await rest(pause * 2 ** (attempt - 1), signal);
      }
  }

  return {
    async load(set, count, { signal, onProgress } = {}) {
      signal?.throwIfAborted();
      manifest ??= await tried(LIST, (bytes) => readManifest(new TextDecoder().decode(bytes), LIST), signal);
      const parts = firstParts(manifest[set], count);
      const total = parts.reduce((sum, part) => sum + part.bytes, 0);
      const report = (): void => {
        const there = parts.filter(({ file }) => kept.has(file));
        const bytes = there.reduce((sum, part) => sum + part.bytes, 0);
        onProgress?.({ set, parts: there.length, ofParts: parts.length, bytes, ofBytes: total });
      };
      report();
      const store = storeOf(set, manifest[set]);
      let at = 0;
      for (const part of parts) {
        if (!kept.has(part.file)) {
          const { labels, pixels } = await tried(part.file, (bytes) => readPart(bytes, part), signal);
          store.labels.set(labels, at);
          store.pixels.set(pixels, at * PIXELS);
          kept.add(part.file);
          report();
        }
        at += part.count;
      }
      return { labels: store.labels.subarray(0, count), pixels: store.pixels.subarray(0, count * PIXELS) };
    },
  };
}

const countOf = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + part.count, 0);

/** As many parts as hold `count` digits. */
function firstParts(parts: readonly Part[], count: number): Part[] {
  const all = countOf(parts);
  if (!(count >= 1 && count <= all)) throw new RangeError(`load: there are ${all} digits, not ${count}`);
  let before = 0;
  return parts.filter((part) => {
    const needed = before < count;
    before += part.count;
    return needed;
  });
}

/** @throws the reason of the signal when it is given up meanwhile */
function rest(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((done, failed) => {
    const stop = (): void => {
      clearTimeout(timer);
      failed(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      done();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
