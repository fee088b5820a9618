/** A browser without idle periods, or a page that never has one, gives this much of a frame at a time. */
const SLICE = 4;
/** A pause may last 50 ms; whoever touches the page in it should not wait so long. */
const LONGEST = 12;
const LATEST = 1000;

/**
 * Runs a computation to its end in the pauses of the page, a few steps in each, and never in a frame that something else
 * needs. The function that is returned abandons it.
 */
export function whenIdle<T>(steps: Generator<unknown, T>, take: (result: T) => void): () => void {
  const browser = globalThis as Partial<
    Pick<typeof globalThis, 'requestIdleCallback' | 'cancelIdleCallback'>
  >;
  let handle = 0;
  const work = (deadline?: IdleDeadline): void => {
    const start = performance.now();
    const hasTime = (): boolean =>
      performance.now() - start < (deadline && !deadline.didTimeout ? LONGEST : SLICE) &&
      (!deadline || deadline.didTimeout || deadline.timeRemaining() > 1);
    do {
      const { done, value } = steps.next();
      if (done) {
        take(value);
        return;
      }
    } while (hasTime());
    ask();
  };
  const ask = (): void => {
    handle = browser.requestIdleCallback
      ? browser.requestIdleCallback(work, { timeout: LATEST })
      : Number(setTimeout(work, 2 * SLICE));
  };
  ask();
  return () => (browser.cancelIdleCallback ?? clearTimeout)(handle);
}
