import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batchNorm2d, batchNorm2dBackward, channelStatistics } from '../../../src/tensor/batchNorm2d.ts';
import { full, tensor, zeros } from '../../../src/tensor/tensor.ts';
import { dot, numbers } from './arbitrary.ts';
import { gradCheck } from './gradCheck.ts';

const running = { mean: tensor([2], [0.5, -1], 'float64'), variance: tensor([2], [2, 0.25], 'float64') };
const [gamma, beta] = [tensor([2], [1.5, -0.5], 'float64'), tensor([2], [0.1, 0.2], 'float64')];
const x = numbers([3, 2, 2, 3], 5);

test('training: every channel gets mean beta and deviation gamma, running statistics move by momentum', () => {
  const { y, used, running: moved } = batchNorm2d(x, gamma, beta, running, { training: true, eps: 0 });
  const after = channelStatistics(y);
  expect(after.mean.data[0]).toBeCloseTo(0.1, 12);
  expect(after.variance.data[0]).toBeCloseTo(2.25, 12);
  expect(after.variance.data[1]).toBeCloseTo(0.25, 12);
  expect(moved.mean.data[0]).toBeCloseTo(0.9 * 0.5 + 0.1 * (used.mean.data[0] as number), 14);
  expect(moved.variance.data[1]).toBeCloseTo(
    0.9 * 0.25 + 0.1 * (used.variance.data[1] as number) * (18 / 17),
    14,
  );
  expect([...running.mean.data]).toEqual([0.5, -1]);
});

test('evaluation: the running statistics, unmoved', () => {
  const { y, running: after } = batchNorm2d(x, gamma, beta, running, { training: false, eps: 1e-3 });
  const expected = (1.5 * (x.at(1, 0, 1, 2) - 0.5)) / Math.sqrt(2 + 1e-3) + 0.1;
  expect(y.at(1, 0, 1, 2)).toBeCloseTo(expected, 14);
  expect(after).toBe(running);
});

test.each([true, false])('gradients agree with central differences (training %s)', (training) => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const options = { training, eps: 1e-3 };
      const z = numbers([2, 2, 2, 3], seed);
      const dy = numbers(z.shape, seed + 1);
      const { used } = batchNorm2d(z, gamma, beta, running, options);
      const { dx, dgamma, dbeta } = batchNorm2dBackward(z, gamma, dy, used, options);
      const loss = (a: typeof z, g: typeof z, b: typeof z) =>
        dot(batchNorm2d(a, g, b, running, options).y, dy);
      expect(gradCheck((t) => loss(t, gamma, beta), z, dx).relativeError).toBeLessThan(1e-6);
      expect(gradCheck((t) => loss(z, t, beta), gamma, dgamma).relativeError).toBeLessThan(1e-6);
      expect(gradCheck((t) => loss(z, gamma, t), beta, dbeta).relativeError).toBeLessThan(1e-6);
    }),
    { numRuns: 20 },
  );
});

test('in evaluation an infinite cell spoils only itself', () => {
  const spoiled = full([1, 2, 1, 2], 1, 'float64');
  spoiled.data[0] = Number.POSITIVE_INFINITY;
  const { dx } = batchNorm2dBackward(spoiled, gamma, full(spoiled.shape, 1), running, { training: false });
  expect(dx.data.every(Number.isFinite)).toBe(true);
});

test.each([
  ['a rank', () => batchNorm2d(zeros([2, 2]), gamma, beta, running, { training: true }), /shape of x/],
  [
    'gamma',
    () => batchNorm2d(x, zeros([3]), beta, running, { training: true }),
    /shape of gamma is \[3\].*\[2\]/,
  ],
  [
    'one number',
    () => batchNorm2d(zeros([1, 2, 1, 1]), gamma, beta, running, { training: true }),
    /two numbers/,
  ],
  ['dy', () => batchNorm2dBackward(x, gamma, zeros([1]), running, { training: true }), /shape of dy/],
])('batchNorm2d rejects %s', (_, run, message) => {
  expect(run).toThrow(message);
  expect(run).toThrow(/^batchNorm2d: /);
});
