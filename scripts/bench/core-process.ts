/* The process of one contender: answers each request with the time it took and the numbers it got. */
import { createRequire } from 'node:module';
import { mnist } from '../mnist.ts';
import type { Contender, Reply, Request } from './core-contender.ts';
import { type Convnetjs, convnetjs } from './core-convnetjs.ts';
import { own } from './core-own.ts';
import { batchesOf, imageOf } from './core-settings.ts';
import { tensorflow } from './core-tfjs.ts';

const material = { batches: batchesOf(mnist('train')), image: imageOf(mnist('t10k')) };
const makers: Record<string, () => Contender | Promise<Contender>> = {
  compiled: () => own('compiled', material),
  fast: () => own('fast', material),
  plain: () => own('plain', material),
  convnetjs: () => convnetjs(createRequire(import.meta.url)('convnetjs') as Convnetjs, material),
  'tfjs-cpu': () => tensorflow('cpu', material),
  'tfjs-wasm': () => tensorflow('wasm', material),
};

const contender = await (makers[process.argv[2] ?? ''] as (typeof makers)[string])();
process.on('message', async ({ task, times, network }: Request) => {
  const start = performance.now();
  const result = await contender[task]?.(times, network);
  const milliseconds = performance.now() - start;
  process.send?.({ milliseconds, numbers: Array.from(result ?? []).slice(0, 5000) } satisfies Reply);
});
process.send?.('ready');
