import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  avgPool2d,
  avgPool2dBackward,
  globalAvgPool2d,
  globalAvgPool2dBackward,
} from '../../../src/tensor/avgPool2d.ts';
import { maxPool2d, maxPool2dBackward } from '../../../src/tensor/maxPool2d.ts';
import { tensor, zeros } from '../../../src/tensor/tensor.ts';
import { dot, numbers, poolCase } from './arbitrary.ts';
import { gradCheck } from './gradCheck.ts';

/** These maps are linear (piecewise, for the maximum): a larger step is as true and rounds less. */
const STEP = 1e-3;

const x = tensor([1, 1, 3, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9]);

describe('maxPool2d', () => {
  test('takes the largest; overlapping windows add their gradients', () => {
    const { y, argMax } = maxPool2d(x, { kernel: 2, stride: 1 });
    expect([...y.data]).toEqual([5, 6, 8, 9]);
    expect([...argMax]).toEqual([4, 5, 7, 8]);
    const peak = tensor([1, 1, 3, 3], [0, 0, 0, 0, 9, 0, 0, 0, 0]);
    const places = maxPool2d(peak, { kernel: 2, stride: 1 }).argMax;
    const dx = maxPool2dBackward(tensor([1, 1, 2, 2], [1, 2, 3, 4]), places, peak.shape);
    expect([...dx.data]).toEqual([0, 0, 0, 0, 10, 0, 0, 0, 0]);
  });

  test('of equal numbers the first in scan order gets the gradient', () => {
    expect([...maxPool2d(zeros([1, 1, 2, 2]), { kernel: 2 }).argMax]).toEqual([0]);
  });

  test('padding is −∞, not 0', () => {
    const { y } = maxPool2d(tensor([1, 1, 1, 2], [-5, -7]), { kernel: [1, 3], stride: 1, padding: [0, 1] });
    expect([...y.data]).toEqual([-5, -5]);
  });

  test('NaN is taken, and −∞ alone is found', () => {
    const row = tensor([1, 1, 1, 4], [1, Number.NaN, 2, Number.NEGATIVE_INFINITY]);
    const { y, argMax } = maxPool2d(row, { kernel: [1, 2], stride: 1 });
    expect([...y.data]).toEqual([Number.NaN, Number.NaN, 2]);
    expect([...argMax]).toEqual([1, 1, 2]);
    const low = maxPool2d(row, { kernel: [1, 1], stride: [1, 3] });
    expect([...low.argMax]).toEqual([0, 3]);
  });

  test('a dilated window over nothing but padding passes no gradient', () => {
    const { y, argMax } = maxPool2d(tensor([1, 1, 1, 1], [3]), {
      kernel: [1, 2],
      dilation: 2,
      padding: [0, 1],
    });
    expect([y.data[0], argMax[0]]).toEqual([Number.NEGATIVE_INFINITY, -1]);
    expect([...maxPool2dBackward(y, argMax, [1, 1, 1, 1]).data]).toEqual([0]);
  });

  test('gradients agree with central differences', () => {
    fc.assert(
      fc.property(poolCase(), fc.nat(), ({ x, options }, seed) => {
        const { y, argMax } = maxPool2d(x, options);
        fc.pre(y.data.every(Number.isFinite));
        const dy = numbers(y.shape, seed);
        const dx = maxPool2dBackward(dy, argMax, x.shape);
        expect(gradCheck((t) => dot(maxPool2d(t, options).y, dy), x, dx, STEP).relativeError).toBeLessThan(
          1e-6,
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('avgPool2d', () => {
  test('padding counts, or does not', () => {
    const ones = tensor([1, 1, 2, 2], [1, 1, 1, 1]);
    const options = { kernel: 2, stride: 2, padding: 1 } as const;
    expect([...avgPool2d(ones, options).data]).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect([...avgPool2d(ones, { ...options, countIncludePad: false }).data]).toEqual([1, 1, 1, 1]);
  });

  test('what ceilMode hangs over the edge never counts', () => {
    expect([...avgPool2d(x, { kernel: 2, ceilMode: true }).data]).toEqual([3, 4.5, 7.5, 9]);
  });

  test('gradients agree with central differences', () => {
    fc.assert(
      fc.property(poolCase(), fc.nat(), ({ x, options }, seed) => {
        const y = avgPool2d(x, options);
        fc.pre(y.data.every(Number.isFinite));
        const dy = numbers(y.shape, seed);
        const dx = avgPool2dBackward(dy, x.shape, options);
        expect(gradCheck((t) => dot(avgPool2d(t, options), dy), x, dx, STEP).relativeError).toBeLessThan(
          1e-6,
        );
      }),
      { numRuns: 60 },
    );
  });

  test('global: the mean of each plane, its gradient spread evenly', () => {
    const y = globalAvgPool2d(tensor([1, 2, 1, 2], [1, 3, 10, 30]));
    expect(y.shape).toEqual([1, 2, 1, 1]);
    expect([...y.data]).toEqual([2, 20]);
    const dx = globalAvgPool2dBackward(tensor([1, 2, 1, 1], [4, 8]), [1, 2, 1, 2]);
    expect([...dx.data]).toEqual([2, 2, 4, 4]);
    const [z, dy] = [numbers([2, 3, 4, 5], 1), numbers([2, 3, 1, 1], 2)];
    const dz = globalAvgPool2dBackward(dy, z.shape);
    expect(gradCheck((t) => dot(globalAvgPool2d(t), dy), z, dz, STEP).relativeError).toBeLessThan(1e-6);
  });
});

test('pooling leaves its arguments alone', () => {
  const before = [...x.data];
  const { y, argMax } = maxPool2d(x, { kernel: 2 });
  const kept = [...y.data];
  maxPool2dBackward(y, argMax, x.shape);
  avgPool2dBackward(avgPool2d(x, { kernel: 2 }), x.shape, { kernel: 2 });
  expect([...x.data]).toEqual(before);
  expect([...y.data]).toEqual(kept);
});

describe('pooling rejects', () => {
  test.each([
    ['a rank', () => maxPool2d(zeros([3, 3]), { kernel: 2 }), /^maxPool2d: the shape of x is \[3, 3\]/],
    ['kernel 0', () => avgPool2d(x, { kernel: 0 }), /^avgPool2d: kernel is 0/],
    ['stride 1.5', () => maxPool2d(x, { kernel: 2, stride: 1.5 }), /stride is 1\.5/],
    ['dilation 0', () => maxPool2d(x, { kernel: 2, dilation: 0 }), /dilation is 0/],
    [
      'too much padding',
      () => maxPool2d(x, { kernel: 3, padding: [0, 0, 0, 2] }),
      /\[0, 0, 0, 2\].*half the window, 1/,
    ],
    ['negative padding', () => avgPool2d(x, { kernel: 2, padding: -1 }), /padding is -1/],
    ['too large a window', () => avgPool2d(x, { kernel: 4 }), /4 × 4 \(dilation 1 × 1\).*3 × 3/],
    [
      'dy',
      () => avgPool2dBackward(zeros([1, 1, 2, 2]), x.shape, { kernel: 2 }),
      /shape of dy.*\[1, 1, 1, 1\]/,
    ],
    ['dy of max', () => maxPool2dBackward(zeros([1, 1, 2, 2]), new Int32Array(9), x.shape), /shape of dy/],
    ['arg max', () => maxPool2dBackward(zeros([1, 1, 2, 2]), new Int32Array(3), x.shape), /shape of dy/],
    ['an empty plane', () => globalAvgPool2d(zeros([1, 1, 0, 2])), /^globalAvgPool2d/],
  ])('%s', (_, run, message) => expect(run).toThrow(message));
});
