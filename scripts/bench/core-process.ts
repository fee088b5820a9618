/* The process of one contender: answers each request with the time it took and the numbers it got. */
import type { Contender, Reply, Request } from './core-contender.ts';
import { convnetjs } from './core-convnetjs.ts';
import { own } from './core-own.ts';
import { tensorflow } from './core-tfjs.ts';

const makers: Record<string, () => Contender | Promise<Contender>> = {
  own: () => own(false),
  plain: () => own(true),
  convnetjs,
  'tfjs-cpu': () => tensorflow('cpu'),
  'tfjs-wasm': () => tensorflow('wasm'),
};

const contender = await (makers[process.argv[2] ?? ''] as (typeof makers)[string])();
process.on('message', async ({ task, times }: Request) => {
  const start = performance.now();
  const result = await contender[task]?.(times);
  const milliseconds = performance.now() - start;
  process.send?.({ milliseconds, numbers: Array.from(result ?? []).slice(0, 5000) } satisfies Reply);
});
process.send?.('ready');
