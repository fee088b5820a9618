import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plotFrame } from '../../../src/kit/plot/frame.ts';
import { createModel } from '../../../src/network/model.ts';
import type { OptimizerSpec } from '../../../src/network/optimizers.ts';
import { createOptimizer } from '../../../src/network/optimizers.ts';
import { digitNetwork } from '../../../src/network/spec.ts';
import { loadWeights } from '../../../src/network/weights.ts';
import { confusionOf } from '../../../src/scenes/training/panels/confusion/confusion.ts';
import { architectureOf } from '../../../src/scenes/training/panels/files/architectureOf.ts';
import { curvesCsv } from '../../../src/scenes/training/panels/files/curvesCsv.ts';
import { fileNumber, rememberStart, startOf } from '../../../src/scenes/training/panels/files/startFile.ts';
import { weightsFile } from '../../../src/scenes/training/panels/files/weightsFile.ts';
import {
  type FirstLayer,
  firstLayer,
  pictureOf,
  placedWeight,
  thenAndNow,
  weightName,
} from '../../../src/scenes/training/panels/filters/filters.ts';
import { filtersLayout } from '../../../src/scenes/training/panels/filters/layout.ts';
import { healthOf, powersOf } from '../../../src/scenes/training/panels/health/health.ts';
import { mapsLayout } from '../../../src/scenes/training/panels/maps/layout.ts';
import { mapsOf } from '../../../src/scenes/training/panels/maps/maps.ts';
import { digitsLayout } from '../../../src/scenes/training/panels/misread/layout.ts';
import { digitsToShow } from '../../../src/scenes/training/panels/misread/misread.ts';
import { networkLink, readerOf } from '../../../src/scenes/training/panels/misread/opening.ts';
import { tintsOf } from '../../../src/scenes/training/panels/parts/tints.ts';
import { flow } from '../../../src/scenes/training/panels/step/flow.ts';
import { stepLines, textOf } from '../../../src/scenes/training/panels/step/lines.ts';
import { shownStep } from '../../../src/scenes/training/panels/step/shown.ts';
import {
  domainOf,
  hardestSteps,
  pathOf,
  withoutIdle,
} from '../../../src/scenes/training/panels/weight/path.ts';
import { idleRun } from '../../../src/scenes/training/run/idle.ts';
import type { RunState } from '../../../src/scenes/training/run/state.ts';
import { tensor } from '../../../src/tensor/tensor.ts';
import type { Look } from '../../../src/worker/protocol.ts';
import type { Readings } from '../../../src/worker/readings.ts';
import type { PartReport } from '../../../src/worker/session.ts';
import { DEFAULT_SETTINGS, networkOf, type TrainingSettings } from '../../../src/worker/settings.ts';
import type { WeightStep } from '../../../src/worker/weightStep.ts';
import { evaluatePrinted, halfUlp } from './contract/evaluate.ts';

const look = (step: number, shape: number[] = [2, 1, 3, 3]): Look => ({
  step,
  dead: [],
  weights: [{ shape, data: Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => i) }],
});
const idle = idleRun(DEFAULT_SETTINGS);
const BOX = { x: 10, y: 20, width: 460, height: 180 };

describe('pictures of numbers', () => {
  it('are one path for each tint, neighbours in one piece, zeros left out', () => {
    expect(tintsOf([2, 2, 0, -2, 1, 2], 3, 2)).toEqual([
      { strength: 1, path: 'M0 0h2v1h-2zM2 1h1v1h-1z' },
      { strength: -1, path: 'M0 1h1v1h-1z' },
      { strength: 0.5, path: 'M1 1h1v1h-1z' },
    ]);
  });

  it('leave out numbers that are none, and cut off what is too large', () =>
    expect(tintsOf([Number.NaN, 9, Number.POSITIVE_INFINITY], 3, 3)).toEqual([
      { strength: 1, path: 'M1 0h1v1h-1z' },
    ]));
});

describe('filters then and now', () => {
  const steps = (run: Partial<RunState>) => thenAndNow({ ...idle, ...run }).map(({ step }) => step);

  it('are those of the start, of about half of the way, and of now', () => {
    const looks = [0, 10, 50, 200, 400].map((step) => look(step));
    expect(steps({ looks, now: look(340) })).toEqual([0, 200, 340]);
    // 100 lies between 50 and 200: the nearer one.
    expect(steps({ looks, now: look(201) })).toEqual([0, 50, 201]);
    expect(steps({ looks, now: look(10) })).toEqual([0, 10]);
    expect(steps({ looks, now: look(0) })).toEqual([0]);
    expect(steps({ looks: [], now: null })).toEqual([0]);
  });

  it('are kernels, or the weights of dense units as pictures', () => {
    expect(firstLayer(look(0))).toEqual({ isConvolution: true, count: 2, shown: 2, side: 3 });
    expect(firstLayer(look(0, [64, 784]))).toEqual({ isConvolution: false, count: 64, shown: 10, side: 28 });
    expect(firstLayer(look(0, [4, 10]))).toBeNull();
    expect([...pictureOf(look(0), firstLayer(look(0)) as FirstLayer, 1)].slice(0, 2)).toEqual([9, 10]);
  });

  it('name a weight by its place, and choose another where it is none', () => {
    const layer = firstLayer(look(0)) as FirstLayer;
    expect(weightName({ param: 0, at: 9 + 5 }, layer)).toBe('w₁,₀,₁,₂');
    expect(weightName({ param: 0, at: 784 + 30 }, { ...layer, isConvolution: false, side: 28 })).toBe(
      'w₁,₃₀',
    );
    expect(placedWeight({ param: 0, at: 17 }, layer)).toEqual({ param: 0, at: 17 });
    for (const at of [18, -1, 1.5])
      expect(placedWeight({ param: 0, at }, layer)).toEqual({ param: 0, at: 4 });
  });

  it('fit their room, however many there are', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 3 }), (shown, moments) => {
        const layer = { isConvolution: true, count: shown, shown, side: 5 };
        const { corner, side } = filtersLayout(BOX, layer, moments, 60);
        for (const k of [0, shown - 1]) {
          const { x, y } = corner(moments - 1, k);
          expect(x + side).toBeLessThanOrEqual(BOX.x + BOX.width);
          expect(y + side).toBeLessThanOrEqual(BOX.y + BOX.height);
        }
      }),
    ));
});

const READINGS: Readings = {
  ...{ count: 6, correct: 3, loss: 1 },
  labels: Uint8Array.from([2, 2, 5, 0, 2, 7]),
  read: Uint8Array.from([2, 0, 3, 0, 0, 7]),
  sure: Float32Array.from([0.5, 0.75, 0.5, 1, 0.875, 1]),
};

describe('what is misread', () => {
  it('stands in order, the surest first; or the digits of a cell, the right ones too', () => {
    const places = (cell: Parameters<typeof digitsToShow>[1]) =>
      digitsToShow(READINGS, cell).map(({ place }) => place);
    expect(places(null)).toEqual([4, 1, 2]);
    expect(places({ label: 2, read: 0 })).toEqual([4, 1]);
    expect(places({ label: 2, read: 2 })).toEqual([0]);
    expect(places({ label: 9, read: 0 })).toEqual([]);
  });

  it('is counted by class', () => {
    const { counts, totals, worst } = confusionOf(READINGS);
    expect([counts[2]?.[0], counts[2]?.[2], counts[5]?.[3], counts[0]?.[0]]).toEqual([2, 1, 1, 1]);
    expect(totals).toEqual([1, 0, 3, 0, 0, 1, 0, 1, 0, 0]);
    expect(worst).toBe(2);
  });

  it('fits its room and leads into the figure of the network', () => {
    for (const width of [330, 360, 460, 620]) {
      const { perRow, rows, side, corner } = digitsLayout({ ...BOX, width });
      const last = corner(perRow * rows - 1);
      expect(last.x + side).toBeLessThanOrEqual(BOX.x + width);
      expect(last.y + side + 18).toBeLessThanOrEqual(BOX.y + BOX.height);
    }
    const link = (settings: TrainingSettings, pixels = new Uint8Array(784)) =>
      networkLink(pixels, 4, settings);
    const { architecture } = DEFAULT_SETTINGS;
    const other: TrainingSettings = { ...DEFAULT_SETTINGS, architecture: { ...architecture, kernel: 3 } };
    // Read with the weights of the run where the figure has such a network, whatever it was trained on.
    expect(link(DEFAULT_SETTINGS)).toMatch(/^#scene=network&pixels=z+\w&label=4&weights=own$/);
    expect(link({ ...DEFAULT_SETTINGS, data: 'fashion' })).toContain('weights=own');
    expect(link(other)).toMatch(/&label=4$/);
    expect(readerOf(other)).toBe('article');
    expect(readerOf({ ...other, data: 'fashion' })).toBeNull();
    expect(readerOf({ ...other, scrambled: true })).toBeNull();
    // A network of scrambled pixels is given scrambled pixels.
    const bright = Uint8Array.from({ length: 784 }, (_, i) => (i < 28 ? 255 : 0));
    expect(link({ ...DEFAULT_SETTINGS, scrambled: true }, bright)).not.toBe(link(DEFAULT_SETTINGS, bright));
  });
});

describe('feature maps', () => {
  it('are those behind each activation, pooled where they are pooled', () => {
    const settings = { ...DEFAULT_SETTINGS, architecture: { ...DEFAULT_SETTINGS.architecture, filters: 2 } };
    const now = thenAndNow(idleRun(settings))[0] as Look;
    const ink = new Uint8Array(784).fill(255, 300, 320);
    const { layers, read, sure, input } = mapsOf(settings, now, ink);
    expect(layers.map(({ block, count, side }) => [block, count, side])).toEqual([
      [1, 2, 14],
      [2, 4, 7],
    ]);
    expect(input[305]).toBe(1);
    // The same as the network itself says.
    const model = createModel(networkOf(settings.architecture), { seed: settings.seed, engine: 'plain' });
    model.forward(
      tensor(
        [1, 1, 28, 28],
        Float32Array.from(ink, (byte) => byte / 255),
      ),
    );
    const pooled = model.activations()[3]?.data ?? [];
    expect(Math.max(...Array.from(layers[0]?.values ?? []))).toBeCloseTo(Math.max(...pooled), 5);
    expect(read).toBeGreaterThanOrEqual(0);
    expect(sure).toBeGreaterThanOrEqual(0.1);
  });

  it('of a dense network are none; without pooling each has the size of its activation', () => {
    const dense = {
      ...DEFAULT_SETTINGS,
      architecture: { ...DEFAULT_SETTINGS.architecture, convolutions: 0 as const },
    };
    expect(mapsOf(dense, thenAndNow(idleRun(dense))[0] as Look, new Uint8Array(784)).layers).toEqual([]);
    const bare = {
      ...dense,
      architecture: { ...dense.architecture, convolutions: 1 as const, pooling: 'none' as const },
    };
    const { layers } = mapsOf(bare, thenAndNow(idleRun(bare))[0] as Look, new Uint8Array(784));
    expect(layers.map(({ count, side }) => [count, side])).toEqual([[8, 28]]);
  });

  it('fit their room', () => {
    for (const counts of [[8, 16], [1], [16, 32], [1, 2]])
      for (const width of [250, 380]) {
        const places = mapsLayout({ ...BOX, width }, counts);
        const { x, y } = places.at(-1)?.corner((counts.at(-1) as number) - 1) ?? { x: 0, y: 0 };
        const side = places.at(-1)?.side ?? 0;
        expect(x + side).toBeLessThanOrEqual(BOX.x + width);
        expect(y + side).toBeLessThanOrEqual(BOX.y + BOX.height);
      }
  });
});

describe('the biography of a weight', () => {
  const weight = { param: 0, at: 0 };
  const values = Float32Array.from([1, 2, Number.NaN, 4]);

  it('knows the steps that pushed most', () => {
    const gradients = Float32Array.from([0.5, -2, Number.NaN, 0, 1]);
    const biography = { weight, every: 2, values, gradients, missing: 1 };
    expect(hardestSteps(biography, 3)).toEqual([2, 8, 0]);
    expect(hardestSteps({ ...biography, gradients: new Float32Array(3) }, 3)).toEqual([]);
  });

  it('shows the digits that had a part in it', () => {
    const push = (gradient: number) => ({ label: 1, pixels: new Uint8Array(0), gradient });
    const shown = (...gradients: number[]) =>
      withoutIdle(gradients.map(push)).map(({ gradient }) => gradient);
    expect(shown(-2, 0.5, 0.02, 0.019, 0)).toEqual([-2, 0.5, 0.02]);
    expect(shown(0, 0)).toEqual([]);
  });

  it('is a curve with a gap where nothing is known', () => {
    const frame = plotFrame({ x: 0, y: 0, width: 136, height: 134 }, { x: [0, 4], y: [0, 4] });
    const path = pathOf(frame, values, 1);
    expect(path.match(/[ML]/g)).toEqual(['M', 'L', 'M']);
    expect(path.startsWith(`M${frame.x(0).toFixed(1)} ${frame.y(1).toFixed(1)}`)).toBe(true);
    expect(pathOf(frame, new Float32Array(5000), 1).match(/L/g)?.length).toBeLessThan(250);
  });

  it('has room around its numbers, also where they are all the same or none', () => {
    const [low, high] = domainOf(values);
    expect(low).toBeCloseTo(1 - 0.24);
    expect(high).toBeCloseTo(4 + 0.24);
    expect(domainOf([0, 0])).toEqual([-1e-6, 1e-6]);
    expect(domainOf([Number.NaN])).toEqual([-1, 1]);
  });
});

const report = (step: number, gradients: number[], moves: number[]): PartReport => ({
  ...{ phase: 'update', step, loss: 2 - step / 10, accuracy: 0.5, lr: 0.1 },
  ...{ gradients, moves },
});

describe('health', () => {
  const layers = [
    { layer: 0, type: 'conv2d' },
    { layer: 1, type: 'batchNorm2d' },
    { layer: 5, type: 'linear' },
  ];
  const dead = [{ layer: 2, dead: 3, of: 8 }];
  const reports = [0, 1, 2, 3].map((step) =>
    report(step, [10 ** step, 1, 0], [0.01 * step, 0.5, Number.POSITIVE_INFINITY]),
  );

  it('is told by layer: logarithms in bins, the last gradient, the mean of the moves, the ReLU behind it', () => {
    const [conv, norm, dense] = healthOf(reports, layers, dead, 2);
    expect(conv?.line).toEqual([
      { step: 1, power: 0.5 },
      { step: 3, power: 2.5 },
    ]);
    expect([conv?.gradient, conv?.move, conv?.dead?.dead]).toEqual([1000, 0.015, 3]);
    expect([norm?.gradient, norm?.move, norm?.dead]).toEqual([1, 0.5, null]);
    expect([dense?.line, dense?.gradient, dense?.move, dense?.dead]).toEqual([[], 0, null, null]);
    expect(powersOf([conv, norm, dense].flatMap((one) => one ?? []))).toEqual([0, 3]);
    expect(powersOf([])).toEqual([-3, 1]);
  });
});

describe('one step taken apart', () => {
  /** A step of the optimizer itself. */
  function stepOf(spec: OptimizerSpec, first: number, gradients: readonly number[]): WeightStep {
    const optimizer = createOptimizer(spec);
    const [w, g] = [tensor([1], [first]), tensor([1], [0])];
    let step: WeightStep | undefined;
    for (const [i, gradient] of gradients.entries()) {
      g.data[0] = gradient;
      const before = w.data[0] as number;
      const carried = optimizer.carried(0, 0);
      optimizer.stepInPlace([w], [g]);
      const known = { weight: { param: 0, at: 0 }, step: i, lr: spec.lr, t: i + 1 };
      const after = { after: w.data[0] as number, carriedAfter: optimizer.carried(0, 0) };
      step = { ...known, before, carried, gradient: g.data[0] as number, ...after };
    }
    return step as WeightStep;
  }
  const printed = (step: WeightStep, spec: OptimizerSpec) =>
    stepLines(step, spec).map(
      ({ head, parts, sign, result }) => `${head} ← ${textOf(parts)} ${sign} ${result}`,
    );

  it('is momentum as it was drawn', () => {
    const spec = { type: 'momentum', lr: 0.02, momentum: 0.9 } as const;
    const step: WeightStep = {
      ...{ weight: { param: 0, at: 0 }, step: 339, lr: 0.02, t: 340 },
      ...{ before: 0.1595, carried: [-0.0609], gradient: 0.0212 },
      ...{ after: 0.160172, carriedAfter: [-0.03361] },
    };
    expect(printed(step, spec)).toEqual([
      'v ← 0.9 × (−0.0609) + 0.0212 ≈ −0.0336',
      'w ← 0.1595 − 0.02 × (−0.0336) ≈ 0.1602',
    ]);
  });

  it('closes where the numbers are whole ones', () => {
    const spec = { type: 'sgd', lr: 0.5 } as const;
    expect(printed(stepOf(spec, 2, [3]), spec)).toEqual(['w ← 2 − 0.5 × 3 = 0.5']);
    expect(printed(stepOf({ ...spec, weightDecay: 0.25 }, 2, [-3]), { ...spec, weightDecay: 0.25 })).toEqual([
      'g′ ← −3 + 0.25 × 2 = −2.5',
      'w ← 2 − 0.5 × (−2.5) = 3.25',
    ]);
    const nesterov = { type: 'nesterov', lr: 0.5, momentum: 0.5 } as const;
    expect(printed(stepOf(nesterov, 1, [2, 4]), nesterov)).toEqual([
      'v ← 0.5 × 2 + 4 = 5',
      'w ← −0.5 − 0.5 × (4 + 0.5 × 5) = −3.75',
    ]);
  });

  it('knows Adam’s two means, and AdamW’s shrinking', () => {
    const adam = { type: 'adam', lr: 0.1 } as const;
    const lines = printed(stepOf(adam, 1, [2]), adam);
    // m = 0.2, v = 0.004: corrected 2 and 4, so the step is the rate itself.
    expect(lines).toEqual([
      'm̂ ← (0.9 × 0 + 0.1 × 2) / (1 − 0.9^1) ≈ 2',
      'v̂ ← (0.999 × 0 + 0.001 × 2^2) / (1 − 0.999^1) ≈ 4',
      'w ← 1 − 0.1 × 2 / (sqrt(4) + 1e−8) ≈ 0.9',
    ]);
    const adamw = { type: 'adamw', lr: 0.1, weightDecay: 0.01 } as const;
    expect(printed(stepOf(adamw, 1, [2]), adamw).at(-1)).toBe(
      'w ← (1 − 0.1 × 0.01) × 1 − 0.1 × 2 / (sqrt(4) + 1e−8) ≈ 0.899',
    );
  });

  it('is nothing before the update', () => {
    const step = stepOf({ type: 'sgd', lr: 1 }, 1, [1]);
    expect(stepLines({ ...step, after: null, carriedAfter: null }, { type: 'sgd', lr: 1 })).toEqual([]);
  });

  const types = ['sgd', 'momentum', 'nesterov', 'adam', 'adamw'] as const;
  it.each(types)('prints %s so that it can be evaluated again, and comes to what the core computed', (type) =>
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 2, noNaN: true }),
        fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(0, 0.001, 0.1),
        (first, gradients, weightDecay) => {
          const spec = { type, lr: 0.03, weightDecay };
          for (const { parts, result, sign, value } of stepLines(stepOf(spec, first, gradients), spec)) {
            const left = evaluatePrinted(textOf(parts));
            const right = evaluatePrinted(result);
            expect(Math.abs(right - value)).toBeLessThanOrEqual(halfUlp(result) * 1.001 + 1e-12);
            if (sign === '=') expect(left).toBeCloseTo(right, 9);
            // Operands have at least three digits that count; what is squared or divided by a root loses some of them.
            else if (Math.abs(value) > 0.01)
              expect(Math.abs(left - right)).toBeLessThan(0.02 * Math.abs(value) + 0.003);
          }
        },
      ),
    ),
  );

  it('is the step under way, or the last one', () => {
    const part = { ...report(7, [], []), phase: 'loss' } as const;
    expect(shownStep({ part, step: 7 })).toEqual({ step: 7, done: 'loss' });
    expect(shownStep({ part: { ...part, phase: 'update' }, step: 8 })).toEqual({ step: 7, done: 'update' });
    expect(shownStep({ part: null, step: 8 })).toEqual({ step: 7, done: 'update' });
    expect(shownStep({ part: null, step: 0 })).toBeNull();
  });

  it('goes on in the next line where the one before is full', () =>
    expect(flow([40, 40, 30, 90], 100, 10)).toEqual([
      { line: 0, x: 0 },
      { line: 0, x: 50 },
      { line: 1, x: 0 },
      { line: 2, x: 0 },
    ]));
});

describe('files', () => {
  it('hold the weights of now, from which a run can start again', () => {
    const file = weightsFile(idle);
    const model = loadWeights(file);
    expect(model.params[0]?.data).toEqual(thenAndNow(idle)[0]?.weights[0]?.data);
    const number = fileNumber(file);
    expect(startOf(number)).toBeUndefined();
    rememberStart(file);
    expect(startOf(number)?.map(({ shape }) => shape)).toEqual(model.params.map(({ shape }) => shape));
    expect(startOf(number)).toBe(startOf(number));
    expect([startOf(0), startOf(number + 1)]).toEqual([undefined, undefined]);
  });

  it('of networks that can be set are known by their settings, others are not', () => {
    const { architecture } = DEFAULT_SETTINGS;
    for (const change of [
      {},
      { convolutions: 0, filters: 3 },
      { convolutions: 1, kernel: 7, stride: 2, pooling: 'average', batchNorm: true },
      { dropout: 0.3, activation: 'gelu', pooling: 'none' },
    ] as const) {
      const wanted = { ...architecture, ...change };
      const found = architectureOf(networkOf(wanted));
      expect(found && networkOf(found)).toEqual(networkOf(wanted));
    }
    expect(architectureOf(digitNetwork())).toMatchObject({ filters: 8, convolutions: 2 });
    expect(architectureOf(digitNetwork([8, 12]))).toBeNull();
    expect(architectureOf({ input: [1, 28, 28], layers: [{ type: 'flatten' }] })).toBeNull();
    expect(architectureOf(networkOf({ ...architecture, filters: 17 }))).toBeNull();
    expect(architectureOf(networkOf({ ...architecture, convolutions: 0, filters: 7.5 }))).toBeNull();
  });

  it('of curves have a line a step, and what was read behind it', () => {
    const run: RunState = {
      ...idle,
      layers: [
        { layer: 0, type: 'conv2d' },
        { layer: 7, type: 'linear' },
      ],
      reports: [report(0, [3, 4], [0.1, 0.2]), report(1, [5, 6], [0.3, 0.4])],
      tests: [
        { step: 0, count: 1000, correct: 98, loss: 2.3 },
        { step: 2, count: 1000, correct: 800, loss: 0.7 },
      ],
    };
    const other = { ...run, layers: run.layers.slice(1), reports: [report(0, [8], [0.5])], tests: [] };
    expect(
      curvesCsv([
        { name: 'A', run },
        { name: 'B', run: other },
      ]).split('\r\n'),
    ).toEqual([
      'run,step,digits,batch_loss,batch_accuracy,learning_rate,test_digits,test_right,test_loss,gradient_conv_1,move_conv_1,gradient_dense,move_dense',
      'A,0,0,,,,1000,98,2.3,,,,',
      'A,1,32,2,0.5,0.1,,,,3,0.1,4,0.2',
      'A,2,64,1.9,0.5,0.1,1000,800,0.7,5,0.3,6,0.4',
      'B,0,0,,,,,,,,,,',
      'B,1,32,2,0.5,0.1,,,,,,8,0.5',
      '',
    ]);
  });
});
