import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logSoftmax, logSoftmaxBackward, softmax, softmaxBackward } from '../../../src/tensor/softmax.ts';
import { tensor, zeros } from '../../../src/tensor/tensor.ts';
import { distance, dot, numbers } from './arbitrary.ts';
import { gradCheck } from './gradCheck.ts';

test('each line adds up to 1, and log softmax is its logarithm, along any axis', () => {
  fc.assert(
    fc.property(fc.constantFrom(0, 1, 2, -1, -2, -3), fc.nat(), (axis, seed) => {
      const x = numbers([3, 4, 5], seed);
      const y = softmax(x, axis);
      const log = logSoftmax(x, axis);
      const at = (axis + 3) % 3;
      let sum = 0;
      for (let k = 0; k < (x.shape[at] as number); k++) sum += y.at(...[1, 2, 1].with(at, k));
      expect(sum).toBeCloseTo(1, 12);
      for (let i = 0; i < x.size; i++)
        expect(Math.exp(log.data[i] as number)).toBeCloseTo(y.data[i] as number, 12);
    }),
  );
});

test('gradients agree with central differences', () => {
  fc.assert(
    fc.property(fc.constantFrom(0, 1, 2, -1), fc.nat(), (axis, seed) => {
      const [x, dy] = [numbers([2, 3, 4], seed), numbers([2, 3, 4], seed + 1)];
      const dx = softmaxBackward(softmax(x, axis), dy, axis);
      expect(gradCheck((t) => dot(softmax(t, axis), dy), x, dx).relativeError).toBeLessThan(1e-6);
      const dlog = logSoftmaxBackward(logSoftmax(x, axis), dy, axis);
      expect(gradCheck((t) => dot(logSoftmax(t, axis), dy), x, dlog).relativeError).toBeLessThan(1e-6);
    }),
    { numRuns: 30 },
  );
});

test('large logits neither overflow nor lose the small ones', () => {
  const x = tensor([1, 3], [1000, 0, -1000]);
  expect([...softmax(x).data]).toEqual([1, 0, 0]);
  expect([...logSoftmax(x).data]).toEqual([0, -1000, -2000]);
  const shifted = tensor([1, 3], [-4, -3, -5], 'float64');
  const y = softmax(tensor([1, 3], [1, 2, 0], 'float64'));
  expect(distance(softmax(shifted), y)).toBeLessThan(1e-15);
});

test('−∞ is probability 0; +∞ and NaN make their line NaN, and only theirs', () => {
  const [inf, nan] = [Number.POSITIVE_INFINITY, Number.NaN];
  expect([...softmax(tensor([1, 2], [-inf, 0])).data]).toEqual([0, 1]);
  expect([...logSoftmax(tensor([1, 2], [-inf, 0])).data]).toEqual([-inf, 0]);
  // exp(0 − ∞) is 0, but it is divided by a total of NaN.
  expect([...softmax(tensor([3, 2], [inf, 0, nan, 0, 0, 0])).data]).toEqual([nan, nan, nan, nan, 0.5, 0.5]);
});

test('an axis that is not there is an error', () => {
  expect(() => softmax(zeros([2, 3]), 2)).toThrow(/softmax: axis is 2.*from -2 to 1.*\[2, 3\]/);
  expect(() => logSoftmax(zeros([2, 3]), -3)).toThrow(/logSoftmax: axis is -3/);
  expect(() => softmax(zeros([2, 3]), 0.5)).toThrow(/axis is 0\.5/);
  expect(() => softmax(zeros([]), -1)).toThrow(/axis is -1/);
  expect(() => softmaxBackward(zeros([2, 3]), zeros([3, 2]))).toThrow(/softmax: the shape of dy/);
});
