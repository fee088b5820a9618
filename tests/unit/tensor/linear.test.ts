import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, addBackward } from '../../../src/tensor/add.ts';
import { conv2d } from '../../../src/tensor/conv2d.ts';
import { dropout, dropoutBackward } from '../../../src/tensor/dropout.ts';
import { flatten, flattenBackward } from '../../../src/tensor/flatten.ts';
import { linear, linearBackward } from '../../../src/tensor/linear.ts';
import { tensor, zeros } from '../../../src/tensor/tensor.ts';
import { distance, dot, numbers } from './arbitrary.ts';
import { gradCheck } from './gradCheck.ts';

/** These maps are linear (piecewise, for the maximum): a larger step is as true and rounds less. */
const STEP = 1e-3;

test('linear: y = x wᵀ + b', () => {
  const y = linear(tensor([1, 2], [1, 2]), tensor([3, 2], [1, 0, 0, 1, 1, 1]), tensor([3], [10, 20, 30]));
  expect([...y.data]).toEqual([11, 22, 33]);
});

test('linear gradients agree with central differences', () => {
  const size = fc.integer({ min: 1, max: 5 });
  fc.assert(
    fc.property(size, size, size, fc.nat(), (n, ins, outs, seed) => {
      const [x, w, b] = [numbers([n, ins], seed), numbers([outs, ins], seed + 1), numbers([outs], seed + 2)];
      const dy = numbers([n, outs], seed + 3);
      const { dx, dw, db } = linearBackward(x, w, dy);
      expect(gradCheck((t) => dot(linear(t, w, b), dy), x, dx, STEP).relativeError).toBeLessThan(1e-6);
      expect(gradCheck((t) => dot(linear(x, t, b), dy), w, dw, STEP).relativeError).toBeLessThan(1e-6);
      expect(gradCheck((t) => dot(linear(x, w, t), dy), b, db, STEP).relativeError).toBeLessThan(1e-6);
    }),
    { numRuns: 40 },
  );
});

test('a dense layer is a convolution with a kernel as large as the image', () => {
  const [x, w, b] = [numbers([2, 3, 4, 5], 1), numbers([6, 3, 4, 5], 2), numbers([6], 3)];
  const dense = linear(flatten(x), w.reshape([6, 60]), b);
  expect(distance(dense.reshape([2, 6, 1, 1]), conv2d(x, w, b))).toBe(0);
});

test('flatten: cell (c, y, x) becomes (c·height + y)·width + x, and back', () => {
  const x = numbers([2, 3, 4, 5], 1);
  const y = flatten(x);
  expect(y.shape).toEqual([2, 60]);
  expect(y.at(1, (2 * 4 + 3) * 5 + 4)).toBe(x.at(1, 2, 3, 4));
  expect(flattenBackward(y, x.shape).shape).toEqual(x.shape);
  expect(distance(flattenBackward(y, x.shape), x)).toBe(0);
});

test('add: the gradient goes both ways, in tensors of their own', () => {
  const [a, b] = [numbers([2, 3], 1), numbers([2, 3], 2)];
  expect(add(a, b).at(1, 2)).toBe(a.at(1, 2) + b.at(1, 2));
  const dy = numbers([2, 3], 3);
  const { da, db } = addBackward(dy);
  expect(gradCheck((t) => dot(add(t, b), dy), a, da, STEP).relativeError).toBeLessThan(1e-6);
  expect(gradCheck((t) => dot(add(a, t), dy), b, db, STEP).relativeError).toBeLessThan(1e-6);
  expect(da.data).not.toBe(db.data);
});

test('dropout: seeded, keeps the mean, backwards the same mask', () => {
  const x = tensor([10_000], new Array(10_000).fill(1), 'float64');
  const { y, mask } = dropout(x, 0.25, 7);
  const dropped = y.data.filter((v) => v === 0).length;
  expect(dropped).toBeGreaterThan(2300);
  expect(dropped).toBeLessThan(2700);
  expect(new Set(y.data)).toEqual(new Set([0, 1 / 0.75]));
  expect([...dropout(x, 0.25, 7).y.data]).toEqual([...y.data]);
  expect([...dropout(x, 0.25, 8).y.data]).not.toEqual([...y.data]);
  const [z, dy] = [numbers([20], 1), numbers([20], 2)];
  const seeded = dropout(z, 0.5, 3);
  const dz = dropoutBackward(dy, seeded.mask);
  expect(gradCheck((t) => dot(dropout(t, 0.5, 3).y, dy), z, dz, STEP).relativeError).toBeLessThan(1e-6);
  expect([...dropout(z, 0, 1).y.data]).toEqual([...z.data]);
  expect(dropout(z, 1, 1).y.data.every((v) => v === 0)).toBe(true);
  expect(mask.shape).toEqual(x.shape);
});

test.each([
  [
    'linear x',
    () => linear(zeros([2, 3, 4]), zeros([5, 4])),
    /linear: the shape of x is \[2, 3, 4\].*\[n, in\]/,
  ],
  ['linear w', () => linear(zeros([2, 3]), zeros([3, 2])), /linear: the shape of w is \[3, 2\].*\[out, 3\]/],
  ['linear b', () => linear(zeros([2, 3]), zeros([4, 3]), zeros([3])), /shape of b is \[3\].*\[4\]/],
  ['linear dy', () => linearBackward(zeros([2, 3]), zeros([4, 3]), zeros([2, 3])), /shape of dy.*\[2, 4\]/],
  ['flatten', () => flatten(zeros([])), /flatten: the shape of x/],
  ['flatten dy', () => flattenBackward(zeros([2, 5]), [2, 2, 3]), /shape of dy is \[2, 5\].*\[2, 6\]/],
  ['add', () => add(zeros([2, 3]), zeros([3, 2])), /add: the shape of b/],
  ['dropout', () => dropout(zeros([2]), 1.5, 0), /dropout: p is 1\.5.*from 0 to 1/],
  ['dropout NaN', () => dropout(zeros([2]), Number.NaN, 0), /p is NaN/],
  ['dropout dy', () => dropoutBackward(zeros([2]), zeros([3])), /shape of dy/],
])('%s of a wrong shape or value is an error', (_, run, message) => expect(run).toThrow(message));
