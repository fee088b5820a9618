import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { findChromium } from '../../tools/chromium.ts';
import { mnist } from '../mnist.ts';
import { type Ask, compare, farthest } from './core-compare.ts';
import { IN_CHROMIUM } from './core-comparisons.ts';
import type { Reply, Request } from './core-contender.ts';

/** Trains W1 in Chromium, each contender in a worker of its own. */
export async function inChromium(): Promise<void> {
  const { executablePath, args, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath,
    args: [...args],
    env: { ...process.env, ...env } as Record<string, string>,
  });
  try {
    const page = await browser.newPage();
    console.log(`Chromium ${browser.version()}\n`);
    const names = Object.keys(IN_CHROMIUM.times);
    await page.evaluate(startWorkers, { names, code: await workerCode(), ...firstDigits() });
    const ask: Ask = (name, request) => page.evaluate(askWorker, { name, request });
    await checkLosses(names, ask);
    await compare(IN_CHROMIUM, ask);
  } finally {
    await browser.close();
  }
}

/** Five training steps of each, against those of ConvNetJS, which is in double precision. */
async function checkLosses(names: readonly string[], ask: Ask): Promise<void> {
  const losses = async (name: string) =>
    (await ask(name, { task: 'losses', times: 5, network: 'digit' })).numbers;
  const wanted = await losses('convnetjs');
  for (const name of names.filter((other) => other !== 'convnetjs')) {
    const difference = farthest(false, await losses(name), wanted);
    if (!(difference < 1e-4)) throw new Error(`${name} computes other losses in Chromium: ${difference}`);
  }
}

/** As many of the digits as the benchmark trains on. */
function firstDigits(): { pixels: number[]; labels: number[] } {
  const digits = mnist('train');
  const image = new Float32Array(784);
  const pixels: number[] = [];
  const labels = Array.from({ length: 640 }, (_, n) => {
    const label = digits.read(n, image, 0);
    for (const value of image) pixels.push(Math.round(255 * value));
    return label;
  });
  return { pixels, labels };
}

async function workerCode(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        target: 'esnext',
        outDir: folder,
        rolldownOptions: {
          input: resolve('scripts/bench/core-worker.ts'),
          output: { format: 'iife', entryFileNames: 'worker.js' },
        },
      },
    });
    return readFileSync(join(folder, 'worker.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/* These two run in the page. */

interface Page {
  workers: Record<string, Worker>;
}

async function startWorkers(start: { names: string[]; code: string; pixels: number[]; labels: number[] }) {
  const page = globalThis as unknown as Page;
  page.workers = {};
  for (const name of start.names) {
    const worker = new Worker(URL.createObjectURL(new Blob([start.code], { type: 'text/javascript' })));
    page.workers[name] = worker;
    await new Promise<void>((done, failed) => {
      worker.onmessage = () => done();
      worker.onerror = (event) => failed(new Error(event.message));
      worker.postMessage({
        name,
        pixels: Uint8Array.from(start.pixels),
        labels: Uint8Array.from(start.labels),
      });
    });
  }
}

function askWorker({ name, request }: { name: string; request: Request }): Promise<Reply> {
  const worker = (globalThis as unknown as Page).workers[name];
  return new Promise((done) => {
    if (!worker) return;
    worker.onmessage = ({ data }: MessageEvent<Reply>) => done(data);
    worker.postMessage(request);
  });
}
