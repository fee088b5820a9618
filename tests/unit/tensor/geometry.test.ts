import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gatherPadding } from '../../../src/explain/gatherPlaces.ts';
import {
  kernelExtent,
  outputSize,
  resolvePadding,
  samePadding,
  transposedSize,
  unreadSize,
} from '../../../src/tensor/geometry.ts';
import { pooledSize } from '../../../src/tensor/pool2dGeometry.ts';
import { sourceOf } from '../../../src/tensor/taps.ts';

const sizes = { size: [7, 8], kernel: [3, 4], stride: [2, 1], dilation: [1, 2] } as const;

test.each([
  [0, [0, 0, 0, 0]],
  [2, [2, 2, 2, 2]],
  [
    [1, 2],
    [1, 2, 1, 2],
  ],
  [
    [1, 2, 3, 4],
    [1, 2, 3, 4],
  ],
  ['valid', [0, 0, 0, 0]],
  ['full', [2, 6, 2, 6]],
  // rows: ⌈7/2⌉ = 4 windows need 9; columns: 8 windows need 14
  ['same', [1, 3, 1, 3]],
] as const)('padding %j is [top, left, bottom, right] %j', (padding, sides) => {
  expect(resolvePadding(padding, sizes)).toEqual(sides);
});

describe('same padding, as TensorFlow rounds it', () => {
  test.each([
    // size, kernel, stride, before, after: tf.nn.conv2d(padding='SAME')
    [5, 2, 1, 0, 1],
    [6, 3, 2, 0, 1],
    [7, 3, 2, 1, 1],
    [224, 7, 2, 2, 3],
    [5, 1, 2, 0, 0],
    [4, 1, 3, 0, 0],
  ])('%i by kernel %i, stride %i', (size, kernel, stride, before, after) => {
    expect(samePadding(size, kernel, stride)).toEqual([before, after]);
  });

  test('gives ⌈size / stride⌉ outputs, the odd one after', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 3 }),
        (size, kernel, stride, dilation) => {
          const [before, after] = samePadding(size, kernel, stride, dilation);
          expect(outputSize(size, kernel, stride, before, after, dilation)).toBe(Math.ceil(size / stride));
          expect([0, 1]).toContain(after - before);
        },
      ),
    );
  });
});

test('sizes agree with counting the places of a window one by one', () => {
  const whole = (min: number, max: number) => fc.integer({ min, max });
  fc.assert(
    fc.property(
      whole(1, 20),
      whole(1, 5),
      whole(1, 4),
      whole(0, 4),
      whole(0, 4),
      whole(1, 3),
      (size, kernel, stride, before, after, dilation) => {
        const padded = size + before + after;
        const extent = kernelExtent(kernel, dilation);
        let places = 0;
        let read = 0;
        for (let at = 0; at + extent <= padded; at += stride) {
          places++;
          read = at + extent;
        }
        const args = [size, kernel, stride, before, after, dilation] as const;
        expect(outputSize(...args)).toBe(places);
        expect(unreadSize(...args)).toBe(padded - read);
        if (places === 0) return;
        // The frame of the gather form brings the zero-inserted gradient back to the input's size.
        const [front, back] = gatherPadding(...args);
        expect((places - 1) * stride + 1 + front + back - extent + 1).toBe(size);
        const extra = unreadSize(...args);
        expect(transposedSize(places, kernel, stride, before, after, dilation, extra)).toBe(size);
      },
    ),
  );
});

test.each([
  // size, kernel, stride, pad, dilation, ceil → PyTorch's MaxPool2d
  [5, 2, 2, 0, 1, false, 2],
  [5, 2, 2, 0, 1, true, 3],
  [2, 3, 3, 1, 1, true, 1], // the second window would start in the far padding
  [4, 3, 2, 0, 1, true, 2],
  [2, 1, 2, 0, 1, true, 1],
  [1, 2, 2, 0, 1, true, 1], // hangs over: allowed by rounding up
  [1, 2, 2, 0, 1, false, 0],
])('pooledSize(%i, %i, stride %i, pad %i, dilation %i, ceil %s) = %i', (size, k, s, p, d, ceil, expected) => {
  expect(pooledSize(size, k, s, p, p, d, ceil)).toBe(expected);
});

test('the receiving cell of each padding mode', () => {
  const around = [-2, -1, 0, 1, 2, 3, 4];
  expect(around.map((i) => sourceOf(i, 3, 'zeros'))).toEqual([-1, -1, 0, 1, 2, -1, -1]);
  expect(around.map((i) => sourceOf(i, 3, 'reflect'))).toEqual([2, 1, 0, 1, 2, 1, 0]);
  expect(around.map((i) => sourceOf(i, 3, 'replicate'))).toEqual([0, 0, 0, 1, 2, 2, 2]);
  expect(around.map((i) => sourceOf(i, 3, 'circular'))).toEqual([1, 2, 0, 1, 2, 0, 1]);
});
