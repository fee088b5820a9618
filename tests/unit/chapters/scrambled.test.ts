import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { evaluate } from '../../../src/network/evaluate.ts';
import { createModel } from '../../../src/network/model.ts';
import { pixelSamples, type Samples, shifted, shuffled } from '../../../src/network/samples.ts';
import type { LayerSpec } from '../../../src/network/spec.ts';
import { createTrainer } from '../../../src/network/trainer.ts';
import { type DigitSet, readManifest, readPart } from '../../../src/worker/parts.ts';

/*
 * The experiment with which chapter 19 begins: two networks, digits in order and scrambled, 600 of 2500 steps of the
 * settings with which the laboratory opens.
 */

const [SIDE, PIXELS] = [28, 784];
const STEPS = 600;
/** That of the laboratory. */
const ORDER = 28;

const block = (out: number): LayerSpec[] => [
  { type: 'conv2d', out, kernel: 5, stride: 1, padding: 2, bias: true },
  { type: 'activation', name: 'relu' },
  { type: 'maxPool2d', kernel: 2 },
];
const NETWORKS: Readonly<Record<'dense' | 'convolutional', readonly LayerSpec[]>> = {
  dense: [
    { type: 'flatten' },
    { type: 'linear', out: 64 },
    { type: 'activation', name: 'relu' },
    { type: 'linear', out: 10 },
  ],
  convolutional: [...block(8), ...block(16), { type: 'flatten' }, { type: 'linear', out: 10 }],
};

const digits: Partial<Record<DigitSet, Samples>> = {};
beforeAll(async () => {
  const file = (name: string) => readFileSync(`public/data/mnist/${name}`);
  const manifest = readManifest(file('parts.json').toString(), '');
  for (const set of ['train', 'test'] as const) {
    const parts = await Promise.all(
      manifest[set].map((part) => readPart(new Uint8Array(file(part.file)), part)),
    );
    const labels = Uint8Array.from(parts.flatMap((part) => [...part.labels]));
    const pixels = new Uint8Array(labels.length * PIXELS);
    let at = 0;
    for (const part of parts) {
      pixels.set(part.pixels, at);
      at += part.pixels.length;
    }
    digits[set] = pixelSamples(pixels, labels, PIXELS);
  }
}, 60_000);

/** One order of the pixels for all images. */
function scrambled(samples: Samples): Samples {
  const order = shuffled(PIXELS, ORDER);
  const image = new Float32Array(PIXELS);
  return {
    count: samples.count,
    read(index, into, offset, random) {
      const label = samples.read(index, image, 0, random);
      for (let i = 0; i < PIXELS; i++) into[offset + i] = image[order[i] as number] as number;
      return label;
    },
  };
}

const asIs = (samples: Samples): Samples => samples;

it.each([
  ['dense', 'in order', asIs, 9440, 50_890],
  ['dense', 'scrambled', scrambled, 9444, 50_890],
  ['convolutional', 'in order', asIs, 9713, 11_274],
  ['convolutional', 'scrambled', scrambled, 8851, 11_274],
] as const)(
  '%s, %s: what the chapter says came out',
  { timeout: 300_000 },
  (name, _, order, right, count) => {
    const { train, test } = digits;
    if (!train || !test) throw new Error('the digits are not there');
    const model = createModel({ input: [1, SIDE, SIDE], layers: NETWORKS[name] }, { seed: 1 });
    expect(model.params.reduce((all, { size }) => all + size, 0)).toBe(count);
    const trainer = createTrainer(model, order(shifted(train, SIDE, SIDE, 1)), {
      optimizer: { type: 'momentum', lr: 0.04, momentum: 0.9, weightDecay: 0 },
      schedule: { type: 'cosine', warmup: 100 },
      ...{ batchSize: 32, steps: 2500, seed: 1 },
    });
    while (trainer.step < STEPS) trainer.advanceStep();
    const { correct, count: of } = evaluate(model, order(test));
    expect(of).toBe(10_000);
    expect(correct).toBe(right);
    for (const language of ['en', 'zh'])
      expect(readFileSync(`src/chapters/19-workbench/${language}.mdx`, 'utf8')).toContain(
        `${(right / 100).toFixed(2)}\\%`,
      );
  },
);
