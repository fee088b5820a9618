/* What the page of the training benchmark does: it trains in its worker, with the site's client and settings. */
import { createTrainingClient, type WorkerLike } from '../../src/worker/client.ts';
import type { Reply } from '../../src/worker/protocol.ts';
import { DEFAULT_SETTINGS } from '../../src/worker/settings.ts';

export interface Trained {
  readonly engine: string;
  readonly steps: number;
  readonly images: number;
  /** Of the training; the loading and the reading of test digits are not in it. */
  readonly seconds: number;
  /** From the digits being asked for until they were there, and all test digits being read. */
  readonly loading: number;
  readonly reading: number;
  /** As the worker says, median over the reports. */
  readonly imagesPerSecond: number;
  readonly accuracy: number;
  /** What the page did meanwhile: frames a second, and its longest task in milliseconds. */
  readonly frames: number;
  readonly longest: number;
}

/**
 * @param steps where to stop, when that is before the end of the run
 * @param compiled whether the worker may use the compiled kernels
 */
async function train(seed: number, steps: number, compiled: boolean): Promise<Trained> {
  const listeners = new Map<Reply['type'], (reply: Reply) => void>();
  const next = <T extends Reply['type']>(type: T) =>
    new Promise<Reply & { readonly type: T }>((done) => {
      listeners.set(type, (reply) => done(reply as Reply & { readonly type: T }));
    });
  const speeds: number[] = [];
  let failed: (error: Error) => void = () => {};
  const failure = new Promise<never>((_, refuse) => {
    failed = refuse;
  });
  const client = createTrainingClient({
    base: new URL('data/', document.baseURI).href,
    onReply(reply) {
      if (reply.type === 'progress') speeds.push(reply.imagesPerSecond);
      if (reply.type === 'failed') failed(new Error(reply.message));
      listeners.get(reply.type)?.(reply);
    },
    onLoss: ({ message }) => failed(new Error(message)),
    ...(compiled ? {} : { spawn: workerWithout }),
  });
  const awaited = <T>(promise: Promise<T>): Promise<T> => Promise.race([promise, failure]);
  const settings = { ...DEFAULT_SETTINGS, seed };
  const began = performance.now();
  client.start(settings);
  const { engine } = await awaited(next('ready'));
  const ready = performance.now();
  const meanwhile = watchPage();
  client.advance(Math.min(steps, settings.steps));
  const { step } = await awaited(next('rest'));
  const trained = performance.now();
  const page = meanwhile();
  const { readings } = await awaited(client.read('test', 10_000));
  const read = performance.now();
  client.close();
  return {
    ...{ engine, steps: step, images: step * settings.batchSize, seconds: (trained - ready) / 1000, ...page },
    ...{ loading: (ready - began) / 1000, reading: (read - trained) / 1000 },
    imagesPerSecond: speeds.sort((a, b) => a - b)[Math.floor(speeds.length / 2)] ?? 0,
    accuracy: readings.correct / readings.count,
  };
}

const workerWithout = (): WorkerLike =>
  new Worker(new URL('./train-without.worker.ts', import.meta.url), { type: 'module' });

/** Counts frames and long tasks until it is called. */
function watchPage(): () => { frames: number; longest: number } {
  let [frames, longest, ended] = [0, 0, false];
  const began = performance.now();
  const count = (): void => {
    frames++;
    if (!ended) requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ type: 'longtask' });
  return () => {
    ended = true;
    observer.disconnect();
    return { frames: (1000 * frames) / (performance.now() - began), longest };
  };
}

export type Train = typeof train;

Object.assign(globalThis, { train });
