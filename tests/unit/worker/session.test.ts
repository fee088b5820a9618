import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createModel } from '../../../src/network/model.ts';
import { pixelSamples, type Samples } from '../../../src/network/samples.ts';
import type { TrainerState } from '../../../src/network/trainer.ts';
import { type Part, readManifest, readPart } from '../../../src/worker/parts.ts';
import { deadUnits, type Readings, readings } from '../../../src/worker/readings.ts';
import { createSession, type PartReport, type Session } from '../../../src/worker/session.ts';
import { DEFAULT_SETTINGS, networkOf, type TrainingSettings } from '../../../src/worker/settings.ts';

let samples: Samples;
beforeAll(async () => {
  const file = (name: string) => readFileSync(`public/data/mnist/${name}`);
  const part = readManifest(file('parts.json').toString(), '').train[0] as Part;
  const { pixels, labels } = await readPart(new Uint8Array(file(part.file)), part);
  samples = pixelSamples(pixels.subarray(0, 400 * 784), labels.subarray(0, 400), 784);
});

const architecture = { ...DEFAULT_SETTINGS.architecture, filters: 3, kernel: 3, convolutions: 1 as 1 | 2 };
const small: TrainingSettings = { ...DEFAULT_SETTINGS, architecture, batchSize: 8, steps: 40, digits: 400 };
const withLayers = (more: Partial<typeof architecture>): TrainingSettings => ({
  ...small,
  architecture: { ...architecture, ...more },
});

const weights = ({ model }: Session) => [...model.params, ...model.buffers].map(({ data }) => [...data]);
function advance(session: Session, steps: number): PartReport[] {
  return Array.from({ length: steps }, () => session.advanceStep() as PartReport);
}

describe.each([
  ['plain', small],
  [
    'batch norm, dropout and Adam',
    {
      ...withLayers({ batchNorm: true, dropout: 0.3, stride: 2, pooling: 'average', activation: 'gelu' }),
      optimizer: { type: 'adam', lr: 0.01 },
    },
  ],
] as const)('a run with %s', (_, settings) => {
  it('gives the same bits for the same seed, others for another', () => {
    const [a, b] = [createSession(settings, samples), createSession(settings, samples)];
    expect(advance(a, 12)).toEqual(advance(b, 12));
    expect(weights(a)).toEqual(weights(b));
    const other = createSession({ ...settings, seed: 2 }, samples);
    expect(advance(other, 1)).not.toEqual(advance(createSession(settings, samples), 1));
  });

  it('gives them again after going back, reset included, and when it goes on elsewhere', () => {
    const states: TrainerState[] = [];
    const session = createSession(settings, samples, {
      every: 5,
      onCheckpoint: (state) => states.push(state),
    });
    const first = weights(session);
    const reports = advance(session, 23);
    const last = weights(session);
    session.seek(17);
    expect(session.step).toBe(15);
    expect(advance(session, 8)).toEqual(reports.slice(15));
    expect(weights(session)).toEqual(last);
    session.seek(0);
    expect(weights(session)).toEqual(first);
    expect(advance(session, 23)).toEqual(reports);

    const from = structuredClone(states.find(({ step }) => step === 10)) as TrainerState;
    const moved = createSession(settings, samples, { every: 100, from });
    expect([moved.step, moved.reached]).toEqual([10, 10]);
    expect(advance(moved, 13)).toEqual(reports.slice(10));
    moved.seek(12);
    expect(moved.step).toBe(10);
    moved.seek(9);
    expect(moved.step).toBe(0);
  });

  it('is not changed by being read in the middle of a step', () => {
    const [a, b] = [createSession(settings, samples), createSession(settings, samples)];
    const reader = createModel(networkOf(settings.architecture));
    for (let i = 0; i < 12; i++) {
      a.copyTo(reader);
      for (const _ of readings(reader, samples, 20));
      deadUnits(reader, samples, 20);
      expect(a.advancePart()?.phase).toBe(['forward', 'loss', 'backward', 'update'][i % 4]);
    }
    advance(b, 3);
    expect(weights(a)).toEqual(weights(b));
  });
});

describe('a run', () => {
  it('ends with its last step, can go back from there, and refuses steps that were not reached', () => {
    const session = createSession({ ...small, steps: 3 }, samples);
    advance(session, 3);
    expect(session.status).toBe('finished');
    expect(() => session.seek(4)).toThrow('was not reached');
    session.seek(1);
    expect(session.status).toBe('running');
  });

  it('keeps a bounded number of checkpoints, spread over the run', () => {
    const session = createSession({ ...small, steps: 200, batchSize: 1 }, samples, { every: 2, most: 8 });
    advance(session, 200);
    const ways = Array.from({ length: 200 }, (_, step) => {
      session.seek(step);
      return step - session.step;
    });
    // 200 steps in at most 8 checkpoints: spacing 32, the first power of two times 2 that fits.
    expect(Math.max(...ways)).toBe(31);
  });

  it('learns: after forty steps the loss is well under ln 10', () => {
    const reports = advance(createSession({ ...small, batchSize: 20, shift: 0 }, samples), 40);
    expect(reports.slice(-5).reduce((sum, { loss }) => sum + loss / 5, 0)).toBeLessThan(1);
    for (const { gradients, lr } of reports) {
      expect(gradients).toHaveLength(2);
      expect(Math.min(...gradients)).toBeGreaterThan(0);
      expect(lr).toBeLessThanOrEqual(small.optimizer.lr);
    }
  });

  it('from zeros starts at ln 10, and its filters never move', () => {
    const session = createSession({ ...small, start: 'zeros' }, samples);
    const reports = advance(session, 5);
    expect(reports[0]?.loss).toBeCloseTo(Math.log(10), 6);
    expect(reports.map(({ gradients }) => gradients[0])).toEqual([0, 0, 0, 0, 0]);
    expect(deadUnits(session.model, samples, 10)).toEqual([{ layer: 1, dead: 3, of: 3 }]);
  });

  it.each([
    [{ ...small, shift: -1 }, 'shift'],
    [{ ...small, batchSize: 0 }, 'batchSize'],
    [{ ...small, start: 'ones' }, 'start'],
    [withLayers({ filters: 1e9 - 0.5 }), 'filters'],
    [withLayers({ pooling: 'median' as 'max' }), 'pooling'],
    [withLayers({ dropout: 2 }), 'p is 2'],
    [{ ...small, optimizer: { type: 'sgd', lr: Number.NaN } }, 'lr'],
  ])('refuses settings that do not fit (%#)', (settings, name) =>
    expect(() => createSession(settings as TrainingSettings, samples)).toThrow(name),
  );
});

describe('the first number that is not finite', () => {
  const finite = (session: Session) => weights(session).flat().every(Number.isFinite);
  function untilTrouble(settings: TrainingSettings) {
    const session = createSession({ ...settings, steps: 1000 }, samples);
    while (session.status === 'running') session.advanceStep();
    return { session, trouble: session.trouble };
  }

  it('is found at a learning rate of 10⁶, and the run stands where all was finite', () => {
    const { session, trouble } = untilTrouble({
      ...withLayers({ activation: 'leakyRelu' }),
      optimizer: { type: 'momentum', lr: 1e6 },
      schedule: { type: 'constant' },
    });
    expect(trouble?.remedies[0]).toBe('lower-rate');
    expect(Number.isFinite(trouble?.value)).toBe(false);
    expect(session.step).toBeLessThanOrEqual(trouble?.step ?? -1);
    expect(finite(session)).toBe(true);
    expect(() => session.advanceStep()).toThrow('has stopped');
    session.seek(0);
    expect([session.status, session.trouble]).toEqual(['running', undefined]);
  });

  it('is traced to the layer whose weights a step broke', () => {
    const { session, trouble } = untilTrouble({
      ...small,
      optimizer: { type: 'sgd', lr: 1e41 },
      schedule: { type: 'constant' },
    });
    expect(trouble).toMatchObject({ step: 0, what: 'weights', layer: 0, type: 'conv2d' });
    expect(session.step).toBe(0);
    expect(finite(session)).toBe(true);
  });

  it('is traced to the layer whose output overflows', () => {
    // Weights of about 1e30 times 1e30 are over 3.4e38, the largest float32.
    const { session, trouble } = untilTrouble({
      ...withLayers({ convolutions: 2, activation: 'relu' }),
      optimizer: { type: 'sgd', lr: 1e25 },
      schedule: { type: 'constant' },
    });
    expect(trouble).toMatchObject({ step: 1, what: 'output' });
    expect(['conv2d', 'linear']).toContain(trouble?.type);
    expect(session.step).toBe(0);
    expect(finite(session)).toBe(true);
  });
});

describe('readings', () => {
  it('count what is right, and say how sure it was', () => {
    const session = createSession({ ...small, batchSize: 20 }, samples);
    advance(session, 40);
    const work = readings(session.model, samples, 130);
    let next = work.next();
    while (!next.done) next = work.next();
    const { correct, count, labels, read, sure } = next.value as Readings;
    expect(count).toBe(130);
    expect(correct).toBe(labels.filter((label, n) => read[n] === label).length);
    expect(correct).toBeGreaterThan(65);
    expect(Math.min(...sure)).toBeGreaterThanOrEqual(0.1);
    expect(Math.max(...sure)).toBeLessThanOrEqual(1);
  });
});
