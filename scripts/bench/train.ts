import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { findChromium } from '../../tools/chromium.ts';
import { startServer } from '../server/server.ts';
import { messageOf, started } from './core-children.ts';
import { median, verdict } from './core-compare.ts';
import type { Reply, Request } from './core-contender.ts';
import type { Train, Trained } from './train-page.ts';

const SEEDS = [1, 2, 3];
const ENOUGH = 0.98;
/** Steps without the compiled kernels, where only the speed is asked for. */
const SHORT = 100;
/** How many times as fast as the others it should be, in TypeScript and compiled. */
const OTHERS = {
  convnetjs: { title: 'ConvNetJS 0.3', steps: 3, fast: 10, compiled: 60 },
  'tfjs-cpu': { title: 'TensorFlow.js cpu 4.22', steps: 1, fast: 35, compiled: 200 },
} as const;

/**
 * Trains in Chromium, in the worker that the page itself uses, from its default settings.
 *
 * @param seeds default 1, 2, 3
 */
export async function run(seeds: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-train-'));
  try {
    await buildPage(folder);
    console.log(
      `# Training in the page\n\n${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model}, ${cpus().length} cores\n`,
    );
    console.log(
      '| seed | kernels | images | s | images/s | of 10,000 test digits | loading, reading | frames/s | longest task |',
    );
    console.log('|---|---|---|---|---|---|---|---|---|');
    const runs: Trained[] = [];
    for (const seed of seeds.length > 0 ? seeds.map(Number) : SEEDS) runs.push(await trained(folder, seed));
    const fast = await trained(folder, 1, SHORT);
    console.log('');
    for (const { accuracy } of runs)
      console.log(`- ${verdict(accuracy >= ENOUGH)} ${(100 * accuracy).toFixed(2)} % (≥ ${100 * ENOUGH} %)`);
    const own = { compiled: median(runs.map((r) => r.imagesPerSecond)), fast: fast.imagesPerSecond };
    for (const [name, { title, steps, ...least }] of Object.entries(OTHERS)) {
      const speed = await speedOf(name, steps);
      console.log(`- ${title}, in Node: ${speed.toFixed(0)} images/s`);
      for (const kind of ['fast', 'compiled'] as const) {
        const ratio = own[kind] / speed;
        console.log(
          `- ${verdict(ratio >= least[kind])} ${kind} is ${ratio.toFixed(1)} × as fast (≥ ${least[kind]})`,
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The page and its worker, with the digits of `public/`. */
async function buildPage(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    base: './',
    publicDir: resolve('public'),
    worker: { format: 'es' },
    build: {
      target: 'esnext',
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: resolve('scripts/bench/train-page.ts'),
        output: { entryFileNames: 'page.js' },
      },
    },
  });
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>bench</title><script type="module" src="./page.js"></script>',
  );
}

/** One run in a browser of its own. @param steps few: without WebAssembly, to measure the speed alone */
async function trained(folder: string, seed: number, steps?: number): Promise<Trained> {
  const { executablePath, args, env } = await findChromium();
  const server = await startServer({ root: folder, port: 4519, strictPort: false });
  const browser = await chromium.launch({
    executablePath,
    args: [...args],
    env: { ...process.env, ...env } as Record<string, string>,
  });
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    await page.waitForFunction(() => 'train' in globalThis);
    const result = await page.evaluate(
      ([number, most, compiled]) => (globalThis as unknown as { train: Train }).train(number, most, compiled),
      [seed, steps ?? 1e9, steps === undefined] as const,
    );
    const { engine, images, seconds, imagesPerSecond, accuracy, loading, reading, frames, longest } = result;
    const cells = [
      ...[
        seed,
        engine,
        images,
        seconds.toFixed(1),
        imagesPerSecond.toFixed(0),
        `${(100 * accuracy).toFixed(2)} %`,
      ],
      ...[`${loading.toFixed(1)} s, ${reading.toFixed(1)} s`, frames.toFixed(1), `${longest.toFixed(0)} ms`],
    ];
    console.log(`| ${cells.join(' | ')} |`);
    return result;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Images a second of another library, training the same network: 8 and 16 filters, batch 32, momentum. */
async function speedOf(name: string, times: number): Promise<number> {
  const child = await started('core-process.ts', [name]);
  try {
    const speeds: number[] = [];
    for (let round = 0; round < 3; round++) {
      child.send({ task: 'train', times, network: 'digit' } satisfies Request);
      speeds.push((32_000 * times) / (await messageOf<Reply>(child)).milliseconds);
    }
    return median(speeds.slice(1));
  } finally {
    child.kill();
  }
}
