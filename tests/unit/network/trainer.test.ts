import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/network/evaluate.ts';
import { createModel } from '../../../src/network/model.ts';
import { pixelSamples, type Samples, shifted, shuffled } from '../../../src/network/samples.ts';
import { rateAt } from '../../../src/network/schedule.ts';
import type { NetworkSpec } from '../../../src/network/spec.ts';
import { createTrainer, type TrainerSpec } from '../../../src/network/trainer.ts';
import { createRandom } from '../../../src/tensor/random.ts';

const relu = { type: 'activation', name: 'relu' } as const;
const end = [{ type: 'flatten' }, { type: 'linear', out: 3 }] as const;
/** One that runs in the fast plan, and one that draws at random and moves its buffers. */
const networks: Record<string, NetworkSpec> = {
  planned: {
    input: [1, 8, 8],
    layers: [
      { type: 'conv2d', out: 4, kernel: 3, padding: 1 },
      relu,
      { type: 'maxPool2d', kernel: 2 },
      ...end,
    ],
  },
  layered: {
    input: [1, 8, 8],
    layers: [
      { type: 'conv2d', out: 4, kernel: 3 },
      { type: 'batchNorm2d' },
      relu,
      { type: 'dropout', p: 0.3 },
      ...end,
    ],
  },
};

/** A bar that lies, stands or leans, with noise. */
function bars(count: number): Samples {
  const random = createRandom(2);
  const pixels = Uint8Array.from({ length: count * 64 }, () => random.below(90));
  const labels = Uint8Array.from({ length: count }, () => random.below(3));
  labels.forEach((label, n) => {
    const at = 1 + random.below(6);
    for (let i = 0; i < 8; i++)
      pixels[n * 64 + (label === 0 ? at * 8 + i : label === 1 ? i * 8 + at : i * 9)] = 250;
  });
  return pixelSamples(pixels, labels, 64);
}

const samples = shifted(bars(200), 8, 8, 1);
const spec: TrainerSpec = {
  seed: 4,
  batchSize: 8,
  steps: 60,
  optimizer: { type: 'adam', lr: 0.01, weightDecay: 1e-4 },
  schedule: { type: 'cosine', warmup: 5 },
};

describe.each(Object.entries(networks))('training the %s network', (_, network) => {
  const weights = (trained: ReturnType<typeof createModel>) =>
    [...trained.params, ...trained.buffers].map((t) => [...t.data]);

  it('learns, and ends in the same bits every time', () => {
    const run = () => {
      const model = createModel(network, { seed: 1 });
      const trainer = createTrainer(model, samples, spec);
      const first = trainer.advanceStep().loss;
      while (trainer.status === 'running') trainer.advanceStep();
      return { model, first };
    };
    const [one, two] = [run(), run()];
    expect(weights(one.model)).toEqual(weights(two.model));
    const { accuracy, loss } = evaluate(one.model, bars(200), 100);
    expect(loss).toBeLessThan(one.first / 2);
    expect(accuracy).toBeGreaterThan(0.8);
  });

  it('resumed from any part of a step, is as if it had not been interrupted', () => {
    const whole = createModel(network, { seed: 1 });
    const trainer = createTrainer(whole, samples, spec);
    for (let i = 0; i < 20; i++) trainer.advanceStep();
    for (let parts = 0; parts < 4; parts++) {
      const half = createModel(network, { seed: 1 });
      const stopped = createTrainer(half, samples, spec);
      for (let i = 0; i < 7; i++) stopped.advanceStep();
      for (let i = 0; i < parts; i++) stopped.advance();
      const rest = createModel(network, { seed: 99 });
      const resumed = createTrainer(rest, samples, spec);
      resumed.load(structuredClone(stopped.save()));
      expect(resumed.step).toBe(7);
      while (resumed.step < 20) resumed.advanceStep();
      expect(weights(rest)).toEqual(weights(whole));
    }
  });

  it('part by part does what whole steps do, looked at in between', () => {
    const [a, b] = [createModel(network, { seed: 1 }), createModel(network, { seed: 1 })];
    const [steps, parts] = [createTrainer(a, samples, spec), createTrainer(b, samples, spec)];
    for (let i = 0; i < 5; i++) {
      const whole = steps.advanceStep();
      const reports = [0, 1, 2].map(() => parts.advance());
      b.activations();
      b.activationGradients();
      reports.push(parts.advance());
      expect(reports.map((r) => r.phase)).toEqual(['forward', 'loss', 'backward', 'update']);
      expect(reports.at(-1)).toEqual(whole);
    }
    expect(weights(a)).toEqual(weights(b));
  });

  it('stops when the loss is no number any more, and keeps the last good weights', () => {
    const model = createModel(network, { seed: 1 });
    const optimizer = { type: 'sgd', lr: 1e30 } as const;
    const trainer = createTrainer(model, samples, { ...spec, optimizer, schedule: { type: 'constant' } });
    let report = trainer.advanceStep();
    while (report.status === 'running') report = trainer.advanceStep();
    expect(report.status).toBe('diverged');
    expect(report.message).toMatch(/loss became (NaN|Infinity) in step \d+.*learning rate/);
    expect(weights(model).flat().every(Number.isFinite)).toBe(true);
    expect(() => trainer.advance()).toThrow(/over.*loss became/);
  });
});

it('draws every sample once an epoch', () => {
  expect([...shuffled(50, 3)].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
  expect(shuffled(50, 3)).not.toEqual(shuffled(50, 4));
});

it('schedules a warm-up and half a cosine', () => {
  expect([0, 1, 2, 3].map((s) => rateAt({ type: 'constant', warmup: 3 }, s, 10))).toEqual([
    0.25, 0.5, 0.75, 1,
  ]);
  expect(rateAt({ type: 'cosine' }, 5, 10)).toBeCloseTo(0.5);
  expect(rateAt({ type: 'cosine' }, 0, 10)).toBe(1);
  expect(() => rateAt({ type: 'linear' as 'cosine' }, 0, 10)).toThrow(/type.*'linear'/);
});
