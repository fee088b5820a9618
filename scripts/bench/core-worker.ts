/* A contender in a worker of a browser: told first who it is and what it works on, then what to do. */
import * as library from 'convnetjs';
import { pixelSamples } from '../../src/network/samples.ts';
import type { Contender, Request } from './core-contender.ts';
import { type Convnetjs, convnetjs } from './core-convnetjs.ts';
import { own } from './core-own.ts';
import { batchesOf, imageOf } from './core-settings.ts';

/** The digits, as pixels of 0 to 255. */
export interface Start {
  readonly name: string;
  readonly pixels: Uint8Array;
  readonly labels: Uint8Array;
}

let contender: Contender | undefined;
const scope = self as unknown as { onmessage: unknown; postMessage(message: unknown): void };

function made({ name, pixels, labels }: Start): Contender {
  const digits = pixelSamples(pixels, labels, 784);
  const material = { batches: batchesOf(digits), image: imageOf(digits) };
  if (name === 'convnetjs') return convnetjs(library as unknown as Convnetjs, material);
  return own(name as 'compiled', material);
}

scope.onmessage = async ({ data }: { data: Start | Request }) => {
  if ('name' in data) contender = made(data);
  const start = performance.now();
  const result = 'task' in data ? await contender?.[data.task]?.(data.times, data.network) : [];
  scope.postMessage({ milliseconds: performance.now() - start, numbers: Array.from(result ?? []) });
};
