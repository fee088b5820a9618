import { PartError } from './parts.ts';

export interface FetchOptions {
  /** What fetches; default the platform's. */
  readonly get?: typeof fetch | undefined;
  /** After so many milliseconds without a byte it is given up. A slow connection may take as long as it likes. */
  readonly patience?: number | undefined;
  /** Passes by whatever a cache holds: it may be what was damaged. */
  readonly again?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The bytes of a file.
 *
 * @param file what it is called in the message of an error
 * @throws PartError when it is not there, did not come, or stopped coming
 * @throws the reason of the signal when it was given up
 */
export async function fetchBytes(
  address: string,
  file: string,
  { get = fetch, patience = 20_000, again = false, signal }: FetchOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const stop = new AbortController();
  // Not every fetch heeds its signal.
  const stopped = new Promise<never>((_, refuse) => {
    stop.signal.addEventListener('abort', () => refuse(stop.signal.reason));
  });
  stopped.catch(() => {});
  const giveUp = (): void => stop.abort(signal?.reason);
  signal?.addEventListener('abort', giveUp);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = <T>(bytes: Promise<T>): Promise<T> => {
    clearTimeout(timer);
    const silent = new PartError('unreachable', file, `stopped coming: not a byte for ${patience / 1000} s`);
    timer = setTimeout(() => stop.abort(silent), patience);
    return Promise.race([bytes, stopped]);
  };
  try {
    signal?.throwIfAborted();
    const response = await next(get(address, { cache: again ? 'reload' : 'default', signal: stop.signal }));
    if (response.status === 404 || response.status === 410)
      throw new PartError('missing', file, 'is not there');
    if (!response.ok) throw new PartError('unreachable', file, `the server answered ${response.status}`);
    const reader = response.body?.getReader();
    const chunks: Uint8Array[] = [];
    while (reader) {
      const { done, value } = await next(reader.read());
      if (done) break;
      chunks.push(value);
    }
    return joined(chunks);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof PartError) throw error;
    throw new PartError('unreachable', file, `did not come (${(error as Error).message})`);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
    // Whatever is still on its way is not waited for.
    stop.abort();
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
