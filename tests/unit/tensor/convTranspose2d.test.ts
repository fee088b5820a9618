import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conv2d, conv2dBackwardInput } from '../../../src/tensor/conv2d.ts';
import {
  type ConvTranspose2dOptions,
  convTranspose2d,
  convTranspose2dBackward,
} from '../../../src/tensor/convTranspose2d.ts';
import { tensor, zeros } from '../../../src/tensor/tensor.ts';
import { convCase, distance, dot, numbers, transposeCase } from './arbitrary.ts';
import { gradCheck } from './gradCheck.ts';

/** These maps are linear (piecewise, for the maximum): a larger step is as true and rounds less. */
const STEP = 1e-3;

test('doubles each cell with a 2×2 kernel of ones at stride 2', () => {
  const y = convTranspose2d(
    tensor([1, 1, 1, 2], [1, 2]),
    tensor([1, 1, 2, 2], [1, 1, 1, 1]),
    tensor([1], [10]),
    {
      stride: 2,
    },
  );
  expect(y.shape).toEqual([1, 1, 2, 4]);
  expect([...y.data]).toEqual([11, 11, 12, 12, 11, 11, 12, 12]);
});

test('overlaps add up: the checkerboard where the stride does not divide the kernel', () => {
  const y = convTranspose2d(tensor([1, 1, 1, 3], [1, 1, 1]), tensor([1, 1, 1, 3], [1, 1, 1]), null, {
    stride: 2,
  });
  expect([...y.data]).toEqual([1, 1, 2, 1, 2, 1, 1]);
});

test('is the input gradient of a convolution with the same kernel', () => {
  fc.assert(
    fc.property(convCase(), fc.nat(), ({ x, w, options }, seed) => {
      // Sides in numbers, and the unread rows given back as output padding.
      const sides = Array.isArray(options.padding) ? options.padding : 0;
      const plain = { ...options, padding: sides } as ConvTranspose2dOptions;
      const y = conv2d(x, w, null, plain);
      const dy = numbers(y.shape, seed);
      const expected = conv2dBackwardInput(w, dy, x.shape, plain);
      const short = convTranspose2d(dy, w, null, plain);
      const outputPadding = [2, 3].map((axis) => (x.shape[axis] as number) - (short.shape[axis] as number));
      const actual = convTranspose2d(dy, w, null, {
        ...plain,
        outputPadding: outputPadding as [number, number],
      });
      expect(distance(actual, expected)).toBe(0);
    }),
    { numRuns: 100 },
  );
});

test('gradients agree with central differences', () => {
  fc.assert(
    fc.property(transposeCase(), fc.nat(), ({ x, w, b, options }, seed) => {
      const dy = numbers(convTranspose2d(x, w, b, options).shape, seed);
      const { dx, dw, db } = convTranspose2dBackward(x, w, dy, options);
      expect(
        gradCheck((t) => dot(convTranspose2d(t, w, b, options), dy), x, dx, STEP).relativeError,
      ).toBeLessThan(1e-6);
      expect(
        gradCheck((t) => dot(convTranspose2d(x, t, b, options), dy), w, dw, STEP).relativeError,
      ).toBeLessThan(1e-6);
      expect(
        gradCheck((t) => dot(convTranspose2d(x, w, t, options), dy), b, db, STEP).relativeError,
      ).toBeLessThan(1e-6);
    }),
    { numRuns: 60 },
  );
});

describe('convTranspose2d rejects', () => {
  const x = zeros([1, 4, 3, 3]);
  const w = zeros([4, 2, 3, 3]);
  test.each([
    ['a rank', () => convTranspose2d(zeros([4, 3, 3]), w), /shape of x/],
    ['channels', () => convTranspose2d(zeros([1, 3, 3, 3]), w), /shape of w is \[4, 2, 3, 3\].*\[3, cout/],
    ['groups', () => convTranspose2d(x, w, null, { groups: 3 }), /groups is 3/],
    ['bias', () => convTranspose2d(x, w, zeros([4])), /shape of b is \[4\].*\[2\]/],
    ['stride', () => convTranspose2d(x, w, null, { stride: 0 }), /stride is 0/],
    ['dilation', () => convTranspose2d(x, w, null, { dilation: 1.5 }), /dilation is 1.5/],
    [
      'output padding',
      () => convTranspose2d(x, w, null, { stride: 2, outputPadding: 2 }),
      /outputPadding is \[2, 2\]/,
    ],
    [
      'negative output padding',
      () => convTranspose2d(x, w, null, { outputPadding: -1 }),
      /outputPadding is -1/,
    ],
    ['nothing left', () => convTranspose2d(x, w, null, { padding: 3 }), /padding is \[3, 3, 3, 3\]/],
    ['words', () => convTranspose2d(x, w, null, { padding: 'same' as never }), /padding is 'same'/],
    ['dy', () => convTranspose2dBackward(x, w, zeros([1, 2, 4, 5])), /shape of dy/],
  ])('%s', (_, run, message) => {
    expect(run).toThrow(message);
    expect(run).toThrow(/^convTranspose2d: /);
  });
});
