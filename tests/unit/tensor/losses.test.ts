import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crossEntropy, crossEntropyBackward } from '../../../src/tensor/crossEntropy.ts';
import { meanSquaredError, meanSquaredErrorBackward } from '../../../src/tensor/meanSquaredError.ts';
import { softmax } from '../../../src/tensor/softmax.ts';
import { type Tensor, tensor, zeros } from '../../../src/tensor/tensor.ts';
import { distance, dot, numbers } from './arbitrary.ts';
import { gradCheck } from './gradCheck.ts';

const reductions = ['mean', 'sum', 'none'] as const;
const labels = [2, 0, 3];
const oneHot = zeros([3, 4], 'float64');
labels.forEach((label, n) => {
  oneHot.data[n * 4 + label] = 1;
});

describe('crossEntropy', () => {
  test.each([2, 10, 1000])('equal logits cost ln %i', (classes) => {
    expect(crossEntropy(zeros([3, classes], 'float64'), [0, 1, 1]).data[0]).toBeCloseTo(
      Math.log(classes),
      12,
    );
  });

  test('the gradient of the mean is (p − y) / batch', () => {
    const logits = numbers([3, 4], 1);
    const p = softmax(logits);
    const dx = crossEntropyBackward(logits, labels);
    for (let i = 0; i < 12; i++)
      expect(dx.data[i]).toBeCloseTo(((p.data[i] as number) - (oneHot.data[i] as number)) / 3, 14);
  });

  test('a class is a probability of 1', () => {
    const logits = numbers([3, 4], 2);
    for (const r of reductions) {
      expect(distance(crossEntropy(logits, oneHot, r), crossEntropy(logits, labels, r))).toBeLessThan(1e-14);
      expect(distance(crossEntropyBackward(logits, oneHot, r), crossEntropyBackward(logits, labels, r))).toBe(
        0,
      );
    }
  });

  test('gradients agree with central differences, whatever dy', () => {
    fc.assert(
      fc.property(fc.constantFrom(...reductions), fc.boolean(), fc.nat(), (r, classes, seed) => {
        const logits = numbers([3, 4], seed);
        // Probabilities that do not even add up to 1.
        const target = classes ? labels : numbers([3, 4], seed + 1);
        const dy = numbers(r === 'none' ? [3] : [], seed + 2);
        const loss = (t: Tensor) => dot(crossEntropy(t, target, r), dy);
        const dx = crossEntropyBackward(logits, target, r, dy);
        expect(gradCheck(loss, logits, dx).relativeError).toBeLessThan(1e-6);
      }),
      { numRuns: 60 },
    );
  });

  test('is finite where the softmax has rounded to 0, and lets NaN through', () => {
    expect(crossEntropy(tensor([1, 2], [0, 2000]), [0]).data[0]).toBe(2000);
    const spoiled = tensor([2, 2], [Number.NaN, 0, 0, 0]);
    const [first, second] = crossEntropy(spoiled, [0, 0], 'none').data;
    expect(first).toBeNaN();
    expect(second).toBeCloseTo(Math.LN2, 6);
  });

  const logits = zeros([2, 3]);
  test.each([
    ['a rank', () => crossEntropy(zeros([3]), [0]), /the shape of logits/],
    ['a class too large', () => crossEntropy(logits, [0, 3]), /target 1 is 3.*from 0 to 2/],
    ['a negative class', () => crossEntropy(logits, [-1, 0]), /target 0 is -1/],
    ['half a class', () => crossEntropy(logits, [0.5, 0]), /target 0 is 0\.5/],
    ['NaN for a class', () => crossEntropy(logits, [0, Number.NaN]), /target 1 is NaN/],
    ['too few targets', () => crossEntropy(logits, [0]), /number of targets is 1.*2/],
    [
      'probabilities of another shape',
      () => crossEntropy(logits, zeros([3, 2])),
      /shape of target is \[3, 2\]/,
    ],
    ['a reduction', () => crossEntropy(logits, [0, 0], 'max' as never), /reduction is 'max'/],
    [
      'backwards a reduction',
      () => crossEntropyBackward(logits, [0, 0], 'max' as never),
      /reduction is 'max'/,
    ],
    [
      'dy of a mean',
      () => crossEntropyBackward(logits, [0, 0], 'mean', zeros([2])),
      /shape of dy is \[2\].*\[\]/,
    ],
    [
      'dy of none',
      () => crossEntropyBackward(logits, [0, 0], 'none', zeros([])),
      /shape of dy is \[\].*\[2\]/,
    ],
    ['no class', () => crossEntropy(zeros([2, 0]), [0, 0]), /at least one class/],
  ])('rejects %s', (_, run, message) => {
    expect(run).toThrow(message);
    expect(run).toThrow(/^crossEntropy: /);
  });
});

describe('meanSquaredError', () => {
  test('mean, sum and each', () => {
    const [x, target] = [tensor([2, 2], [1, 2, 3, 4]), tensor([2, 2], [0, 0, 3, 6])];
    expect(meanSquaredError(x, target).data[0]).toBe(2.25);
    expect(meanSquaredError(x, target, 'sum').data[0]).toBe(9);
    expect([...meanSquaredError(x, target, 'none').data]).toEqual([1, 4, 0, 4]);
  });

  test('gradients agree with central differences', () => {
    fc.assert(
      fc.property(fc.constantFrom(...reductions), fc.nat(), (r, seed) => {
        const [x, target] = [numbers([2, 3], seed), numbers([2, 3], seed + 1)];
        const dy = numbers(r === 'none' ? [2, 3] : [], seed + 2);
        const dx = meanSquaredErrorBackward(x, target, r, dy);
        expect(gradCheck((t) => dot(meanSquaredError(t, target, r), dy), x, dx).relativeError).toBeLessThan(
          1e-6,
        );
      }),
      { numRuns: 30 },
    );
  });

  test('rejects a target of another shape', () => {
    expect(() => meanSquaredError(zeros([2]), zeros([3]))).toThrow(/^meanSquaredError: the shape of target/);
  });
});
