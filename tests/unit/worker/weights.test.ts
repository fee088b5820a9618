import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { pixelSamples, type Samples } from '../../../src/network/samples.ts';
import { tensor } from '../../../src/tensor/tensor.ts';
import { createDiary } from '../../../src/worker/diary.ts';
import { fillDiary, pushesOf, type Subject, weightStepOf } from '../../../src/worker/inquiries.ts';
import { digitsAt, PIXELS } from '../../../src/worker/packing.ts';
import { type Part, readManifest, readPart } from '../../../src/worker/parts.ts';
import { createSession } from '../../../src/worker/session.ts';
import { DEFAULT_SETTINGS, type TrainingSettings } from '../../../src/worker/settings.ts';
import type { WeightStep } from '../../../src/worker/weightStep.ts';

let samples: Samples;
beforeAll(async () => {
  const file = (name: string) => readFileSync(`public/data/mnist/${name}`);
  const part = readManifest(file('parts.json').toString(), '').train[0] as Part;
  const { pixels, labels } = await readPart(new Uint8Array(file(part.file)), part);
  samples = pixelSamples(pixels.subarray(0, 400 * PIXELS), labels.subarray(0, 400), PIXELS);
});

const architecture = { ...DEFAULT_SETTINGS.architecture, filters: 3, kernel: 3, convolutions: 1 } as const;
const small: TrainingSettings = { ...DEFAULT_SETTINGS, architecture, batchSize: 8, steps: 40, digits: 400 };
const wild: TrainingSettings = {
  ...small,
  architecture: { ...architecture, batchNorm: true, dropout: 0.3, activation: 'gelu' },
  optimizer: { type: 'adam', lr: 0.01, weightDecay: 0.001 },
};
const WEIGHT = { param: 0, at: 13 };

function ended<T>(work: Generator<void, T>): T {
  for (let next = work.next(); ; next = work.next()) if (next.done) return next.value;
}
function subjectOf(settings: TrainingSettings, steps: number): Subject {
  const session = createSession(settings, samples, { every: 7 });
  for (let i = 0; i < steps; i++) session.advanceStep();
  return { session, settings, samples };
}
const f32 = Math.fround;

describe.each([
  ['momentum', small],
  ['Adam, batch norm and dropout', wild],
] as const)('a weight that learns with %s', (_, settings) => {
  it('is the same whether it was looked at from the beginning or is asked for later', () => {
    const watched = createSession(settings, samples);
    watched.follow(WEIGHT);
    const steps = Array.from({ length: 12 }, () => {
      watched.advanceStep();
      return watched.followed;
    });
    const subject = subjectOf(settings, 12);
    for (const step of [0, 5, 11]) expect(ended(weightStepOf(subject, WEIGHT, step))).toEqual(steps[step]);
    expect(steps.map((one) => one?.after).slice(0, -1)).toEqual(steps.map((one) => one?.before).slice(1));
    // It is followed from now on: the next step is there at once.
    subject.session.advanceStep();
    expect(weightStepOf(subject, WEIGHT, 12).next()).toMatchObject({ done: true, value: { step: 12 } });
  });

  it('knows in the middle of a step what is done of it', () => {
    const { session } = subjectOf(settings, 3);
    session.follow(WEIGHT);
    const known = () => {
      session.advancePart();
      const { gradient, after } = session.followed ?? {};
      return [gradient !== null, after !== null];
    };
    expect([known(), known(), known(), known()]).toEqual([
      [false, false],
      [false, false],
      [true, false],
      [true, true],
    ]);
    session.seek(0);
    expect(session.followed).toBeNull();
  });

  it('has a gradient that the digits of the batch share, and all shares add up to it', () => {
    const subject = subjectOf(settings, 9);
    const [all] = ended(pushesOf(subject, WEIGHT, [8], 100));
    const step = ended(weightStepOf(subject, WEIGHT, 8)) as WeightStep;
    expect(all?.pushes).toHaveLength(8);
    expect(all?.gradient).toBeCloseTo(step.gradient as number, 6);
    const sizes = all?.pushes.map(({ gradient }) => Math.abs(gradient)) ?? [];
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    const [most] = ended(pushesOf(subject, WEIGHT, [8], 2));
    expect(most?.pushes).toEqual(all?.pushes.slice(0, 2));
    expect(Math.max(...(most?.pushes[0]?.pixels ?? []))).toBe(255);
  });

  it('has a path that is known step by step, with its gaps filled by doing the steps again', () => {
    const whole = subjectOf(settings, 20).session;
    const path = whole.diary.of(WEIGHT, 20);
    expect([path.missing, path.values.length]).toEqual([0, 20]);
    const later = createSession(settings, samples, { from: whole.before(15) });
    while (later.step < 20) later.advanceStep();
    expect(later.diary.of(WEIGHT, 20).missing).toBe(14);
    expect(later.diary.gap(20)).toBe(0);
    ended(fillDiary({ session: later, settings, samples }));
    expect(later.diary.of(WEIGHT, 20)).toEqual(path);
    expect(ended(weightStepOf({ session: whole, settings, samples }, WEIGHT, 6))).toMatchObject({
      before: path.values[6],
      gradient: path.gradients[6],
    });
  });
});

describe('what a step does with a weight', () => {
  it('is what momentum says: v ← μv + (g + λw), w ← w − ηv, in float32', () => {
    const settings = {
      ...small,
      optimizer: { type: 'momentum', lr: 0.05, momentum: 0.9, weightDecay: 0.01 },
    } as const;
    const step = ended(weightStepOf(subjectOf(settings, 6), WEIGHT, 5)) as WeightStep;
    const { before, carried, gradient, lr, after, carriedAfter, t } = step;
    const v = f32(0.9 * (carried[0] as number) + ((gradient as number) + 0.01 * before));
    expect(carriedAfter).toEqual([v]);
    expect(after).toBe(f32(before - lr * v));
    expect([t, step.step]).toEqual([6, 5]);
  });

  it('of a step that was never reached is not told', () =>
    expect(() => ended(weightStepOf(subjectOf(small, 3), WEIGHT, 40))).toThrow());

  it('is measured layer by layer: the way of an update against the size of the weights', () => {
    const settings = {
      ...small,
      optimizer: { type: 'sgd', lr: 0.1 },
      schedule: { type: 'constant' },
    } as const;
    const session = createSession(settings, samples);
    const size = (data: ArrayLike<number>) => Math.hypot(...Array.from(data));
    const before = session.model.layers[0]?.params.flatMap(({ data }) => [...data]) ?? [];
    const report = session.advanceStep();
    expect(report?.moves).toHaveLength(2);
    // SGD moves by the rate times the gradient.
    expect(report?.moves[0]).toBeCloseTo((0.1 * (report?.gradients[0] as number)) / size(before), 5);
  });
});

describe('a diary', () => {
  it('of a long run is written every second step, or fourth, and so on', () => {
    const diary = createDiary(2, 10, 2 * 2 * 4 * 3);
    const note = (step: number) => diary.note(step, tensor([2], [step, -step]), tensor([2], [10 * step, 0]));
    for (const step of [0, 1, 2, 4, 9]) note(step);
    const { every, values, gradients, missing } = diary.of({ param: 0, at: 0 }, 9);
    expect([every, [...values], [...gradients], missing]).toEqual([
      4,
      [0, 4, Number.NaN],
      [0, 40, Number.NaN],
      1,
    ]);
    expect([diary.gap(9), diary.gap(8), diary.gap(3)]).toEqual([8, 8, 3]);
    expect(() => diary.of({ param: 1, at: 0 }, 9)).toThrow('no diary');
    expect(() => diary.of({ param: 0, at: 2 }, 9)).toThrow('no diary');
  });
});

describe('digits by their places', () => {
  const store = {
    labels: new Uint8Array([3, 1, 4]),
    pixels: new Uint8Array(3 * PIXELS).map((_, i) => i / PIXELS),
  };
  it('are copies', () => {
    const some = digitsAt(store, [2, 0, 2]);
    expect([...some.labels]).toEqual([4, 3, 4]);
    expect([some.pixels[0], some.pixels[PIXELS], some.pixels[2 * PIXELS]]).toEqual([2, 0, 2]);
    expect(digitsAt(store, []).labels).toHaveLength(0);
    expect(() => digitsAt(store, [0, 3])).toThrow('no digit 3');
  });
});
