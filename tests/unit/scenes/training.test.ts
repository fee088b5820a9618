import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plotFrame } from '../../../src/kit/plot/frame.ts';
import { defaultsOf } from '../../../src/playback/parameters/table.ts';
import { runningMean, runningMeans } from '../../../src/scenes/training/charts/mean.ts';
import { curvePath, stepsShown, thinPath } from '../../../src/scenes/training/charts/paths.ts';
import { DEFAULTS } from '../../../src/scenes/training/defaults.ts';
import { layerName } from '../../../src/scenes/training/layers.ts';
import { messageOf } from '../../../src/scenes/training/messages/messageOf.ts';
import { messagesOf } from '../../../src/scenes/training/messages/messagesOf.ts';
import { lowerRate } from '../../../src/scenes/training/messages/remedies.ts';
import { params, type SettingParams, settingParams } from '../../../src/scenes/training/parameters.ts';
import { idleRun } from '../../../src/scenes/training/run/idle.ts';
import { isDue, nextDue } from '../../../src/scenes/training/run/legs.ts';
import { positionOf } from '../../../src/scenes/training/run/position.ts';
import { loseWorker, reduce, withLook, withReadings } from '../../../src/scenes/training/run/reduce.ts';
import type { RunState } from '../../../src/scenes/training/run/state.ts';
import { training } from '../../../src/scenes/training/scene.ts';
import {
  constrain,
  differences,
  keyOf,
  onlySettings,
  otherSettings,
  packed,
  settingsOf,
} from '../../../src/scenes/training/settings.ts';
import type { Look, Reply } from '../../../src/worker/protocol.ts';
import type { PartReport } from '../../../src/worker/session.ts';
import { DEFAULT_SETTINGS } from '../../../src/worker/settings.ts';
import type { Trouble } from '../../../src/worker/trouble.ts';
import { arbitraryParams } from './contract/arbitraryParams.ts';

const idle = idleRun(DEFAULT_SETTINGS);
const ALL = defaultsOf(training);

const report = (step: number, loss = 2, phase: PartReport['phase'] = 'update'): PartReport => ({
  ...{ phase, step, loss, accuracy: 0.5, lr: 0.1, gradients: [1, 1, 1], moves: [1, 1, 1] },
});
type Told = Reply extends infer R ? (R extends unknown ? Omit<R, 'run'> : never) : never;
const told = (state: RunState, ...replies: Told[]): RunState =>
  replies.reduce<RunState>((now, reply) => reduce(now, { run: 1, ...reply } as Reply), state);
const progress = (from: number, to: number, loss?: number): Told => ({
  type: 'progress',
  reports: Array.from({ length: to - from }, (_, i) => report(from + i, loss)),
  ...{ step: to, images: to * 32, imagesPerSecond: 5000 },
});
const rest = (step: number, why: 'paused' | 'done' | 'stopped' = 'paused', trouble?: Trouble): Told => ({
  ...{ type: 'rest', order: 1, why, step },
  ...(trouble && { trouble }),
});

describe('the settings of the page are those that the worker knows', () => {
  it('by default', () => {
    expect(settingsOf(DEFAULTS)).toEqual(DEFAULT_SETTINGS);
  });

  it('and run B is written as numbers and read again', () => {
    fc.assert(
      fc.property(arbitraryParams(training), (given) => {
        const settings = Object.fromEntries(
          Object.keys(settingParams).map((name) => [name, given[name]]),
        ) as SettingParams;
        const again = otherSettings({ other: packed(settings) });
        expect(again).toEqual(settings);
        expect(differences(settings, again as SettingParams)).toEqual([]);
        expect(keyOf(again as SettingParams)).toBe(keyOf(settings));
      }),
    );
  });

  it('numbers that are no settings become the nearest ones', () => {
    const other = otherSettings({ other: [7, -3, 1000] });
    expect(other).toEqual({ ...DEFAULTS, optimizer: 'momentum', rate: 1e-5, batch: 128 });
    const settled = constrain({ ...ALL, other: [7, -3, 1000] });
    expect(constrain(settled)).toEqual(settled);
    expect(otherSettings({ other: null })).toBeNull();
  });

  it('says in what two runs differ', () => {
    expect(differences(DEFAULTS, { ...DEFAULTS, optimizer: 'sgd', seed: 2 })).toEqual(['optimizer', 'seed']);
  });

  it('reaches a learning rate of a million by slider and by typing', () => {
    const { places, range, clamp } = params.rate;
    const most = places?.of(1e6) as number;
    expect(Number.isInteger(most)).toBe(true);
    expect(places?.at(most)).toBe(1e6);
    expect(clamp(1e6)).toBe(1e6);
    for (let place = places?.of(range?.[0] ?? 0) ?? 0; place < most; place++)
      expect(places?.at(place + 1)).toBeGreaterThan(places?.at(place) as number);
    for (const value of [0.0001, 0.04, 1, 10, 1000, 1e6])
      expect(places?.at(Math.round(places.of(value)))).toBeCloseTo(value, 10);
  });
});

describe('what the worker says becomes what the page knows', () => {
  it('from the loading to the first rest', () => {
    const loading = told(idle, {
      type: 'loading',
      progress: { set: 'train', parts: 1, ofParts: 8, bytes: 10, ofBytes: 80 },
    });
    expect(loading.activity).toBe('loading');
    const ready = told(loading, {
      ...{ type: 'ready', step: 0, engine: 'fast', parameters: 11_274, layers: [] },
    });
    expect(ready).toMatchObject({ activity: 'paused', progress: null, parameters: 11_274, step: 0 });
    const running = told(ready, progress(0, 3), progress(3, 5));
    expect(running).toMatchObject({ activity: 'running', step: 5, reached: 5, images: 160 });
    expect(running.reports.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4]);
    expect(told(running, rest(5)).activity).toBe('paused');
  });

  it('a step walked in parts counts when its update is done', () => {
    const at = told(idle, progress(0, 2), rest(2));
    const loss = told(at, { type: 'part', step: 2, report: report(2, 1.5, 'loss') });
    expect([loss.step, positionOf(loss), loss.reports.length]).toEqual([2, 10, 2]);
    const done = told(loss, { type: 'part', step: 3, report: report(2, 1.5) });
    expect([done.step, positionOf(done), done.reports.length]).toEqual([3, 12, 3]);
    // Whoever goes back leaves the step under way.
    expect(positionOf(told(loss, rest(1)))).toBe(4);
  });

  it('going back forgets nothing, and a step that is done again is the same one', () => {
    const far = told(idle, progress(0, 9), rest(9));
    const back = told(far, rest(4));
    expect([back.step, back.reached, back.reports.length]).toEqual([4, 9, 9]);
    expect(told(back, progress(4, 6)).reports.length).toBe(9);
  });

  it('keeps one reading a step, by step, and the looks that are to stay', () => {
    const readings = {
      ...{ count: 10, correct: 7, loss: 1, labels: new Uint8Array(10), read: new Uint8Array(10) },
      sure: new Float32Array(10),
    };
    const read = [100, 20, 100].reduce((now, step) => withReadings(now, step, readings), idle);
    expect(read.tests.map(({ step }) => step)).toEqual([20, 100]);
    const look = (step: number): Look => ({ step, weights: [], dead: [] });
    const looked = withLook(withLook(withLook(idle, look(50), true), look(63), false), look(0), true);
    expect(looked.looks.map(({ step }) => step)).toEqual([0, 50]);
    expect(looked.now?.step).toBe(0);
  });

  it('a lost worker goes back to its checkpoint; one that is lost too often has failed', () => {
    const far = told(idle, progress(0, 90));
    const lost = { why: 'broke', message: 'gone', goesOnFrom: 50 } as const;
    expect(loseWorker(far, lost)).toMatchObject({ step: 50, reached: 90, lost });
    expect(loseWorker(far, { ...lost, goesOnFrom: null })).toMatchObject({
      ...{ activity: 'failed', failure: { problem: 'lost' } },
    });
  });
});

describe('what the figure says when something is wrong', () => {
  const trouble: Trouble = {
    ...{ step: 4, what: 'output', layer: 3, type: 'conv2d', value: Number.POSITIVE_INFINITY },
    remedies: ['lower-rate', 'batch-norm'],
  };

  it('a number that is not finite: the step, the layer, and what to change', () => {
    const stopped = told(idle, progress(0, 4), rest(4, 'stopped', trouble));
    const message = messageOf(stopped, { ...ALL, rate: 1e6 });
    expect(message?.text.en).toBe('In step 5 convolution 2 put out ∞. Training stopped before that step.');
    expect(message?.text.zh).toContain('第 5 步');
    expect(message?.text.zh).toContain('第 2 个卷积层');
    expect(message?.acts.map(({ change }) => change)).toEqual([{ rate: 0.04 }, { batchNorm: true }]);
  });

  it('a rate that is not too large for others is made ten times smaller', () => {
    expect(lowerRate({ optimizer: 'momentum', rate: 1e6 })).toBe(0.04);
    expect(lowerRate({ optimizer: 'adam', rate: 0.1 })).toBe(0.002);
    expect(lowerRate({ optimizer: 'momentum', rate: 0.04 })).toBe(0.004);
  });

  it('dead units: only when a whole layer of them is', () => {
    const dead = (count: number): RunState => ({
      ...told(idle, progress(0, 4), rest(4)),
      now: {
        step: 4,
        weights: [],
        dead: [
          { layer: 1, dead: 2, of: 8 },
          { layer: 4, dead: count, of: 16 },
        ],
      },
    });
    expect(messageOf(dead(15), ALL)).toBeNull();
    expect(messageOf(dead(16), ALL)?.text.en).toContain('All 16 units of convolution 2 are dead');
    expect(messageOf(dead(16), { ...ALL, start: 'zeros' })?.acts[0]?.change).toEqual({ start: 'he' });
  });

  it('a loss that no guessing costs', () => {
    const run = told(idle, progress(0, 4, 2.9e24), rest(4));
    expect(messageOf(run, { ...ALL, rate: 1e6 })?.text.en).toContain('The loss is 2.90e24');
    expect(messageOf(told(idle, progress(0, 4, 3)), ALL)).toBeNull();
  });

  it.each(['unreachable', 'missing', 'cut-off', 'damaged', 'unknown', 'internal'] as const)(
    'a failure (%s) in both languages, with another try',
    (problem) => {
      const failed = told(idle, { type: 'failed', problem, message: '' });
      const message = messageOf(failed, ALL);
      expect(message?.text.en.length).toBeGreaterThan(20);
      expect(message?.text.zh).toMatch(/[一-鿿]/);
      expect(message?.acts).toEqual([{ label: { en: 'Try again', zh: '重试' } }]);
    },
  );

  it('a worker that was replaced: from where it goes on', () => {
    const lost = loseWorker(told(idle, progress(0, 90)), {
      ...{ why: 'silent', message: '', goesOnFrom: 50 },
    });
    const message = messageOf(lost, ALL);
    expect(message).toMatchObject({ isTrouble: false, acts: [] });
    expect(message?.text.en).toContain('from step 50');
  });

  it('the same of run B: named, and what is offered changes run B alone', () => {
    const mine = { ...ALL, other: packed({ ...DEFAULTS, rate: 1e6 }) };
    const other = otherSettings(mine) as SettingParams;
    const stopped = told(idleRun(settingsOf(other)), progress(0, 4), rest(4, 'stopped', trouble));
    const a = told(idle, progress(0, 9));
    const [message, ...more] = messagesOf({ params: mine, a, b: stopped }, 'came-back');
    expect(more).toEqual([]);
    expect(message?.text.en).toMatch(/^Run B: In step 5 convolution 2/);
    expect(message?.text.zh).toMatch(/^对照 B：第 5 步/);
    const changed = { ...mine, ...message?.acts[0]?.change };
    expect(onlySettings(changed)).toEqual(onlySettings(mine));
    expect(differences(other, otherSettings(changed) as SettingParams)).toEqual(['rate']);
    expect(otherSettings(changed)?.rate).toBe(0.04);
  });

  it('both runs speak; what concerns both in the same words is said once; a note waits', () => {
    const mine = { ...ALL, other: packed(DEFAULTS) };
    const said = (a: RunState, b: RunState) =>
      messagesOf({ params: mine, a, b }, 'refused').map(({ text }) => text.en.slice(0, 12));
    const missing = told(idle, { type: 'failed', problem: 'missing', message: '' });
    const stopped = told(idle, progress(0, 4), rest(4, 'stopped', trouble));
    expect(said(stopped, missing)).toEqual(['In step 5 co', 'Run B: A fil']);
    expect(said(missing, missing)).toEqual(['A file of di']);
    expect(said(stopped, stopped).length).toBe(2);
    expect(said(idle, idle)).toEqual(['This browser']);
  });

  it('names every layer', () => {
    const names = (architecture: typeof DEFAULT_SETTINGS.architecture, count: number) =>
      Array.from({ length: count }, (_, place) => layerName({ architecture }, place).en);
    const { architecture } = DEFAULT_SETTINGS;
    expect(names(architecture, 8)).toEqual([
      ...['convolution 1', 'the activation after convolution 1', 'pooling 1'],
      ...['convolution 2', 'the activation after convolution 2', 'pooling 2'],
      ...['layer 7', 'the last dense layer'],
    ]);
    expect(names({ ...architecture, convolutions: 0 }, 4).slice(1)).toEqual([
      ...['the hidden dense layer', 'the activation of the hidden layer', 'the last dense layer'],
    ]);
  });
});

describe('curves', () => {
  it('have the running mean of the last twenty', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { maxLength: 60 }), (losses) => {
        const reports = losses.map((loss, step) => report(step, loss));
        runningMeans(losses).forEach((mean, i) => {
          expect(mean).toBeCloseTo(runningMean(reports, i + 1) as number, 9);
        });
      }),
    );
    expect(runningMean([], 0)).toBeNull();
  });

  it('lose no peak, however many steps fall on one pixel', () => {
    const frame = plotFrame({ x: 0, y: 0, width: 136, height: 100 }, { x: [0, 2000], y: [0, 10] });
    const losses = Array.from({ length: 2000 }, (_, i) => (i === 777 ? 9 : 1));
    const path = thinPath(frame, losses);
    expect(path).toContain(frame.y(9).toFixed(1));
    expect(path.length).toBeLessThan(2500);
    expect(thinPath(frame, [1])).toBe('');
  });

  it('have no more points than pixels, and end at their last value', () => {
    const frame = plotFrame({ x: 0, y: 0, width: 136, height: 100 }, { x: [0, 2500], y: [0, 10] });
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { minLength: 2, maxLength: 2500 }),
        (values) => {
          const points = curvePath(frame, values).slice(1).split('L');
          expect(points.length).toBeLessThanOrEqual(frame.area.width + 3);
          const last = values.at(-1) as number;
          expect(points.at(-1)).toBe(`${frame.x(values.length).toFixed(1)} ${frame.y(last).toFixed(1)}`);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('stand on an axis that grows in a few lengths', () => {
    expect([0, 50, 51, 400, 900, 1200, 2500].map((n) => stepsShown(n, 2500))).toEqual([
      50, 50, 100, 500, 1000, 2500, 2500,
    ]);
  });

  it('test digits are read at steps that are close together at first', () => {
    expect([0, 20, 50, 100, 250, 500, 750, 2500].filter(isDue)).toEqual([0, 20, 50, 100, 500, 750, 2500]);
    let step = 0;
    let count = 0;
    for (; step < 2500; step = nextDue(step)) {
      expect(isDue(step)).toBe(true);
      count++;
    }
    expect(count).toBeLessThan(20);
  });
});
