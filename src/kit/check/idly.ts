import { whenIdle } from './whenIdle.ts';

/** The result of a computation that runs in the pauses of the page; it is abandoned when the signal says so. */
export function idly<T>(steps: Generator<unknown, T>, signal?: AbortSignal): Promise<T> {
  return new Promise((done, failed) => {
    signal?.throwIfAborted();
    const guarded = (function* (): Generator<unknown, void> {
      try {
        done(yield* steps);
      } catch (error) {
        failed(error);
      }
    })();
    const stop = (): void => {
      abandon();
      failed(signal?.reason);
    };
    const abandon = whenIdle(guarded, () => signal?.removeEventListener('abort', stop));
    signal?.addEventListener('abort', stop);
  });
}
