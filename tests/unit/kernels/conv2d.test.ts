import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as plain from '../../../src/tensor/conv2d.ts';
import * as fast from '../../../src/tensor/kernels/conv2d.ts';
import { createRandom, randomNormal } from '../../../src/tensor/random.ts';
import { full, type Tensor } from '../../../src/tensor/tensor.ts';

/** The largest difference, relative to the largest number. */
function difference(a: Tensor, b: Tensor): number {
  expect(a.shape).toEqual(b.shape);
  expect(a.dtype).toBe(b.dtype);
  let [scale, most] = [1e-30, 0];
  for (let i = 0; i < b.size; i++) {
    scale = Math.max(scale, Math.abs(b.data[i] as number));
    most = Math.max(most, Math.abs((a.data[i] as number) - (b.data[i] as number)));
  }
  return most / scale;
}

const sizes = fc.record({
  seed: fc.integer(),
  batch: fc.integer({ min: 0, max: 3 }),
  cin: fc.integer({ min: 1, max: 4 }),
  cout: fc.integer({ min: 1, max: 4 }),
  height: fc.integer({ min: 5, max: 18 }),
  width: fc.integer({ min: 5, max: 18 }),
  kernel: fc.constantFrom(1, 2, 3, 5),
  stride: fc.constantFrom(1, 1, 1, 2),
  padding: fc.constantFrom(0, 1, 2, 4, 'same', 'full', [0, 1, 2, 0], [1, 2]) as fc.Arbitrary<
    plain.Conv2dOptions['padding'] & {}
  >,
  padMode: fc.constantFrom('zeros', 'zeros', 'zeros', 'replicate') as fc.Arbitrary<'zeros' | 'replicate'>,
  dtype: fc.constantFrom('float32', 'float32', 'float64') as fc.Arbitrary<'float32' | 'float64'>,
});

describe('the fast convolution', () => {
  it('computes what the plain loops compute, forward and backward', () => {
    fc.assert(
      fc.property(sizes, ({ seed, batch, cin, cout, height, width, kernel, dtype, ...options }) => {
        const random = createRandom(seed);
        const x = randomNormal([batch, cin, height, width], random, 1, dtype);
        const w = randomNormal([cout, cin, kernel, kernel], random, 1, dtype);
        const b = randomNormal([cout], random, 1, dtype);
        const y = plain.conv2d(x, w, b, options);
        expect(difference(fast.conv2d(x, w, b, options), y)).toBeLessThan(2e-7);
        expect(difference(fast.conv2d(x, w, null, options), plain.conv2d(x, w, null, options))).toBeLessThan(
          2e-7,
        );
        const dy = randomNormal(y.shape, random, 1, dtype);
        const wanted = plain.conv2dBackward(x, w, dy, options);
        const got = fast.conv2dBackward(x, w, dy, options);
        for (const name of ['dx', 'dw', 'db'] as const)
          expect(difference(got[name], wanted[name])).toBeLessThan(2e-7);
      }),
      { numRuns: 150 },
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('lets %s through as the plain loops do', (odd) => {
    const random = createRandom(1);
    const x = randomNormal([1, 2, 9, 9], random);
    const w = randomNormal([3, 2, 3, 3], random);
    const options = { padding: 1 };
    const dy = randomNormal([1, 3, 9, 9], random);
    // Products with these are left out where that cannot be seen.
    dy.data.fill(0, 0, 60);
    for (const target of [x, w, dy]) {
      const held = target.data[20] as number;
      target.data[20] = odd;
      expect(fast.conv2d(x, w, null, options).data).toEqual(plain.conv2d(x, w, null, options).data);
      const [got, wanted] = [fast.conv2dBackward(x, w, dy, options), plain.conv2dBackward(x, w, dy, options)];
      expect(got.dx.data.map(Math.fround)).toEqual(wanted.dx.data);
      expect(got.dw.data).toEqual(wanted.dw.data);
      target.data[20] = held;
    }
  });

  it('leaves its arguments as they are and rejects what the plain one rejects', () => {
    const [x, w] = [full([1, 1, 6, 6], 2), full([1, 1, 3, 3], 3)];
    fast.conv2d(x, w);
    fast.conv2dBackward(x, w, full([1, 1, 4, 4], 1));
    expect([...new Set([...x.data, ...w.data])]).toEqual([2, 3]);
    expect(() => fast.conv2d(x, w, full([2], 0))).toThrow(/conv2d.*b/);
    expect(() => fast.conv2dBackward(x, w, full([1, 1, 6, 6], 1))).toThrow(/conv2d.*dy/);
    expect(() => fast.conv2d(x, full([1, 1, 7, 7], 1))).toThrow(/kernel/);
  });
});
