import { describe, expect, test } from 'vitest';
import { conv2d, conv2dBackwardInput } from '../../../src/tensor/conv2d.ts';
import {
  conv2dCounts,
  linearCounts,
  locallyConnectedCounts,
  pool2dCounts,
} from '../../../src/tensor/counts.ts';
import { glorotUniform, heNormal } from '../../../src/tensor/init.ts';
import { createRandom, randomNormal, randomUniform } from '../../../src/tensor/random.ts';
import { fieldOf, type ReceptiveField, receptiveFields } from '../../../src/tensor/receptiveField.ts';
import { full, zeros } from '../../../src/tensor/tensor.ts';
import { dot, numbers } from './arbitrary.ts';
import { gradCheck } from './gradCheck.ts';

describe('receptive fields', () => {
  const conv = { kernel: 3, padding: 1 };
  const pool = { kernel: 2, stride: 2 };

  test('VGG-16: conv5_3 sees 196 (jump 16), pool5 sees 212 (jump 32)', () => {
    const vgg16 = [2, 2, 3, 3, 3].flatMap((convs) => [...new Array(convs).fill(conv), pool]);
    const fields = receptiveFields(vgg16);
    expect(fields.at(-2)).toMatchObject({ size: 196, jump: 16 });
    expect(fields.at(-1)).toMatchObject({ size: 212, jump: 32 });
  });

  test('the interval is what really reaches an output of a stack', () => {
    const layers = [
      { kernel: 3, stride: 2, padding: 1, dilation: 1 },
      { kernel: 3, stride: 1, padding: 0, dilation: 2 },
    ];
    const shapes = [[1, 1, 1, 21] as const];
    let x = full([1, 1, 1, 21], 1, 'float64');
    const w = full([1, 1, 1, 3], 1, 'float64');
    const options = layers.map(({ stride, padding, dilation }) => ({
      stride: [1, stride] as const,
      padding: [0, padding] as const,
      dilation: [1, dilation] as const,
    }));
    for (const o of options) {
      x = conv2d(x, w, null, o);
      shapes.push(x.shape as (typeof shapes)[number]);
    }
    let dy = zeros(x.shape, 'float64');
    dy.data[3] = 1;
    for (let l = 1; l >= 0; l--) dy = conv2dBackwardInput(w, dy, shapes[l] as never, options[l] as never);
    const reached = [...dy.data].flatMap((g, i) => (g === 0 ? [] : [i]));
    const [first, last] = fieldOf(receptiveFields(layers).at(-1) as ReceptiveField, 3);
    expect([reached[0], reached.at(-1)]).toEqual([first, last]);
  });

  test('rejects sizes that are none', () => {
    expect(() => receptiveFields([{ kernel: 0 }])).toThrow(/receptiveFields: kernel is 0/);
    expect(() => receptiveFields([{ kernel: 2, stride: 1.5 }])).toThrow(/stride is 1\.5/);
  });
});

describe('counts', () => {
  const [x, w] = [
    [1, 3, 32, 32],
    [6, 3, 5, 5],
  ] as const;

  test('dense 14,455,392 → locally connected 357,504 → shared 456', () => {
    const { outputs, parameters } = conv2dCounts(x, w);
    expect(outputs).toBe(4704);
    expect(linearCounts(3 * 32 * 32, outputs).parameters).toBe(14_455_392);
    expect(locallyConnectedCounts(x, w).parameters).toBe(357_504);
    // A product of all counts would pass 2^53 and come back as no whole number.
    expect(locallyConnectedCounts([1, 63, 159, 159], [49, 63, 11, 11]).parameters).toBe(1_087_849 * 7624);
    expect(parameters).toBe(456);
  });

  test('depthwise separable 8,768 against 73,728 weights', () => {
    const plane = [1, 64, 8, 8];
    expect(conv2dCounts(plane, [128, 64, 3, 3], {}, false).parameters).toBe(73_728);
    const depthwise = conv2dCounts(plane, [64, 1, 3, 3], { groups: 64 }, false).parameters;
    expect(depthwise + conv2dCounts(plane, [128, 64, 1, 1], {}, false).parameters).toBe(8768);
  });

  test('multiply-adds and bytes', () => {
    const counts = conv2dCounts([2, 3, 32, 32], w, { stride: 2, padding: 'same' });
    expect(counts.multiplyAdds).toBe(2 * 6 * 16 * 16 * 75);
    expect(counts.outputBytes).toBe(4 * 2 * 6 * 256);
    expect(counts.parameterBytes).toBe(4 * 456);
    expect(pool2dCounts(x, { kernel: 2 })).toMatchObject({ parameters: 0, multiplyAdds: 3072, outputs: 768 });
    expect(linearCounts(10, 4, 8, false)).toMatchObject({ parameters: 40, multiplyAdds: 320, outputs: 32 });
  });
});

describe('random numbers', () => {
  test('mulberry32: the published stream of seed 0', () => {
    const random = createRandom(0);
    expect([random.next(), random.next(), random.next()].map((v) => v * 2 ** 32)).toEqual([
      1144304738, 1416247, 958946056,
    ]);
  });

  test('a seed is a stream; normal has mean 0 and variance 1, uniform fills its range', () => {
    const draw = () => Array.from(randomNormal([20_000], createRandom(5), 1, 'float64').data);
    const sample = draw();
    expect(draw()).toEqual(sample);
    const mean = sample.reduce((s, v) => s + v, 0) / sample.length;
    const variance = sample.reduce((s, v) => s + v * v, 0) / sample.length;
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(Math.abs(variance - 1)).toBeLessThan(0.03);
    const uniform = randomUniform([10_000], createRandom(1), -2, 3).data;
    expect(Math.min(...uniform)).toBeGreaterThanOrEqual(-2);
    expect(Math.max(...uniform)).toBeLessThan(3);
    const dice = createRandom(2);
    expect(new Set(Array.from({ length: 200 }, () => dice.below(6)))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
  });

  test('He and Glorot have the variance they promise', () => {
    const variance = (data: ArrayLike<number>) =>
      Array.from(data).reduce((s, v) => s + v * v, 0) / data.length;
    expect(variance(heNormal([64, 32, 3, 3], createRandom(1)).data) / (2 / 288)).toBeCloseTo(1, 1);
    expect(variance(glorotUniform([200, 100], createRandom(1)).data) / (2 / 300)).toBeCloseTo(1, 1);
    expect(variance(glorotUniform([160, 80, 3, 5], createRandom(1)).data) / (2 / 3600)).toBeCloseTo(1, 1);
    expect(() => heNormal([3], createRandom(1))).toThrow(/init: the shape of w is \[3\]/);
  });
});

test('gradCheck finds the wrong cell and names both numbers', () => {
  const x = numbers([5], 1);
  const wrong = zeros([5], 'float64');
  x.data.forEach((v, i) => {
    wrong.data[i] = 2 * v;
  });
  const half = (t: typeof x) => dot(t, t);
  expect(gradCheck(half, x, wrong).relativeError).toBeLessThan(1e-8);
  wrong.data[3] = (wrong.data[3] as number) + 1;
  const found = gradCheck(half, x, wrong);
  expect(found.at).toBe(3);
  expect(found.analytic - found.numeric).toBeCloseTo(1, 6);
  wrong.data[2] = Number.NaN;
  expect(gradCheck(half, x, wrong).relativeError).toBeNaN();
  expect(() => gradCheck(half, x, zeros([4]))).toThrow(/gradCheck: the shape of gradient/);
});
