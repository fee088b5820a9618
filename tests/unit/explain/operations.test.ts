import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainActivation, explainActivationInput } from '../../../src/explain/activations.ts';
import { explainAdd, explainAddInput } from '../../../src/explain/add.ts';
import { explainAvgPool2d, explainAvgPool2dInput } from '../../../src/explain/avgPool2d.ts';
import {
  explainBatchNorm2d,
  explainBatchNorm2dBeta,
  explainBatchNorm2dGamma,
  explainBatchNorm2dInput,
} from '../../../src/explain/batchNorm2d.ts';
import { explainConv2dBias } from '../../../src/explain/conv2d.ts';
import {
  explainConvTranspose2d,
  explainConvTranspose2dInput,
  explainConvTranspose2dWeight,
} from '../../../src/explain/convTranspose2d.ts';
import { explainDropout, explainDropoutInput } from '../../../src/explain/dropout.ts';
import { explainFlatten, explainFlattenInput } from '../../../src/explain/flatten.ts';
import {
  explainLinear,
  explainLinearBias,
  explainLinearInput,
  explainLinearWeight,
} from '../../../src/explain/linear.ts';
import {
  explainCrossEntropy,
  explainCrossEntropyInput,
  explainMeanSquaredError,
  explainMeanSquaredErrorInput,
} from '../../../src/explain/losses.ts';
import { explainMaxPool2d, explainMaxPool2dInput } from '../../../src/explain/maxPool2d.ts';
import {
  explainLogSoftmax,
  explainLogSoftmaxInput,
  explainSoftmax,
  explainSoftmaxInput,
} from '../../../src/explain/softmax.ts';
import {
  type ActivationName,
  activation,
  activationBackward,
  activations,
} from '../../../src/tensor/activations.ts';
import { add, addBackward } from '../../../src/tensor/add.ts';
import { avgPool2d, avgPool2dBackward } from '../../../src/tensor/avgPool2d.ts';
import { batchNorm2d, batchNorm2dBackward } from '../../../src/tensor/batchNorm2d.ts';
import { convTranspose2d, convTranspose2dBackward } from '../../../src/tensor/convTranspose2d.ts';
import { crossEntropy, crossEntropyBackward } from '../../../src/tensor/crossEntropy.ts';
import { dropout, dropoutBackward } from '../../../src/tensor/dropout.ts';
import { flatten, flattenBackward } from '../../../src/tensor/flatten.ts';
import { linear, linearBackward } from '../../../src/tensor/linear.ts';
import { maxPool2d, maxPool2dBackward } from '../../../src/tensor/maxPool2d.ts';
import { meanSquaredError, meanSquaredErrorBackward } from '../../../src/tensor/meanSquaredError.ts';
import { logSoftmax, logSoftmaxBackward, softmax, softmaxBackward } from '../../../src/tensor/softmax.ts';
import { full, tensor } from '../../../src/tensor/tensor.ts';
import { numbers, poolCase, transposeCase } from '../tensor/arbitrary.ts';
import { expectExplained } from './recompute.ts';

const DTYPES = ['float64', 'float32'] as const;

describe.each(DTYPES)('every explanation is the core’s number, bit for bit (%s)', (dtype) => {
  test('convTranspose2d', () => {
    fc.assert(
      fc.property(transposeCase(), fc.nat(), (c, seed) => {
        const { options } = c;
        const [x, w, b] = [c.x.as(dtype), c.w.as(dtype), c.b.as(dtype)];
        const y = convTranspose2d(x, w, b, options);
        const dy = numbers(y.shape, seed, dtype);
        const { dx, dw, db } = convTranspose2dBackward(x, w, dy, options);
        expectExplained(y, (at) => explainConvTranspose2d({ x, w, b }, options, at));
        expectExplained(dx, (at) => explainConvTranspose2dInput({ w, dy, inputShape: x.shape }, options, at));
        expectExplained(dw, (at) => explainConvTranspose2dWeight({ x, dy, wShape: w.shape }, options, at));
        expectExplained(db, (at) => explainConv2dBias({ dy }, at));
      }),
      { numRuns: 15 },
    );
  });

  test('maxPool2d, with ties', () => {
    fc.assert(
      fc.property(poolCase(), fc.nat(), (c, seed) => {
        const { options } = c;
        // Rounded to whole numbers, so that windows hold equal ones.
        const x = tensor(c.x.shape, c.x.data.map(Math.round), dtype);
        const { y, argMax } = maxPool2d(x, options);
        const dy = numbers(y.shape, seed, dtype);
        expectExplained(y, (at) => explainMaxPool2d({ x }, options, at));
        const dx = maxPool2dBackward(dy, argMax, x.shape);
        expectExplained(dx, (at) => explainMaxPool2dInput({ x, dy }, options, at));
      }),
      { numRuns: 30 },
    );
  });

  test('avgPool2d', () => {
    fc.assert(
      fc.property(poolCase(), fc.nat(), (c, seed) => {
        const { options } = c;
        const x = c.x.as(dtype);
        const y = avgPool2d(x, options);
        const dy = numbers(y.shape, seed, dtype);
        expectExplained(y, (at) => {
          const told = explainAvgPool2d({ x }, options, at);
          expect(told.numerator).toHaveLength(told.denominator[0]?.value as number);
          return told;
        });
        const dx = avgPool2dBackward(dy, x.shape, options);
        expectExplained(dx, (at) => explainAvgPool2dInput({ dy, inputShape: x.shape }, options, at));
      }),
      { numRuns: 30 },
    );
  });

  test.each(Object.keys(activations) as ActivationName[])('%s', (name) => {
    const [x, dy] = [numbers([2, 20], 1, dtype), numbers([2, 20], 2, dtype)];
    expectExplained(activation(name, x), (at) => explainActivation(name, { x }, at));
    const dx = activationBackward(name, x, dy, 0.2);
    expectExplained(dx, (at) => explainActivationInput(name, { x, dy }, at, 0.2));
  });

  test.each([0, 1, 2, -1, -2])('softmax and log softmax along axis %i', (axis) => {
    const [x, dy] = [numbers([2, 3, 4], 3, dtype), numbers([2, 3, 4], 4, dtype)];
    const [y, log] = [softmax(x, axis), logSoftmax(x, axis)];
    expectExplained(y, (at) => explainSoftmax({ x }, axis, at));
    expectExplained(log, (at) => explainLogSoftmax({ x }, axis, at));
    expectExplained(softmaxBackward(y, dy, axis), (at) => explainSoftmaxInput({ y, dy }, axis, at));
    const dlog = logSoftmaxBackward(log, dy, axis);
    expectExplained(dlog, (at) => explainLogSoftmaxInput({ y: log, dy }, axis, at));
  });

  test('linear', () => {
    const [x, w, b] = [numbers([3, 5], 1, dtype), numbers([4, 5], 2, dtype), numbers([4], 3, dtype)];
    const dy = numbers([3, 4], 4, dtype);
    const { dx, dw, db } = linearBackward(x, w, dy);
    expectExplained(linear(x, w, b), (at) => explainLinear({ x, w, b }, at));
    expectExplained(dx, (at) => explainLinearInput({ w, dy }, at));
    expectExplained(dw, (at) => explainLinearWeight({ x, dy }, at));
    expectExplained(db, (at) => explainLinearBias({ dy }, at));
  });

  test('flatten, add and dropout', () => {
    const [x, b] = [numbers([2, 3, 2, 2], 1, dtype), numbers([2, 3, 2, 2], 2, dtype)];
    const y = flatten(x);
    expectExplained(y, (at) => explainFlatten({ x }, at));
    expectExplained(flattenBackward(y, x.shape), (at) =>
      explainFlattenInput({ dy: y, inputShape: x.shape }, at),
    );
    expectExplained(add(x, b), (at) => explainAdd({ a: x, b }, at));
    const { da, db } = addBackward(b);
    expectExplained(da, (at) => explainAddInput({ dy: b }, 'a', at));
    expectExplained(db, (at) => explainAddInput({ dy: b }, 'b', at));
    const { y: thinned, mask } = dropout(x, 0.3, 9);
    expectExplained(thinned, (at) => explainDropout({ x, mask }, at));
    expectExplained(dropoutBackward(b, mask), (at) => explainDropoutInput({ dy: b, mask }, at));
  });

  test.each([true, false])('batchNorm2d (training %s)', (training) => {
    const [x, dy] = [numbers([2, 2, 2, 3], 1, dtype), numbers([2, 2, 2, 3], 2, dtype)];
    const [gamma, beta] = [numbers([2], 3, dtype), numbers([2], 4, dtype)];
    const running = { mean: numbers([2], 5, dtype), variance: full([2], 1.7, dtype) };
    const options = { training, eps: 1e-3 };
    const { y, used } = batchNorm2d(x, gamma, beta, running, options);
    const { dx, dgamma, dbeta } = batchNorm2dBackward(x, gamma, dy, used, options);
    expectExplained(y, (at) => explainBatchNorm2d({ x, gamma, beta, used }, options, at));
    expectExplained(dx, (at) => explainBatchNorm2dInput({ x, gamma, dy, used }, options, at));
    expectExplained(dgamma, (at) => explainBatchNorm2dGamma({ x, dy, used }, options, at));
    expectExplained(dbeta, (at) => explainBatchNorm2dBeta({ dy }, at));
  });

  test.each(['mean', 'sum', 'none'] as const)('crossEntropy and meanSquaredError (%s)', (reduction) => {
    const logits = numbers([3, 4], 1, dtype);
    for (const target of [[2, 0, 3], numbers([3, 4], 2, dtype)]) {
      const dy = numbers(reduction === 'none' ? [3] : [], 3, dtype);
      const loss = crossEntropy(logits, target, reduction);
      expectExplained(loss, (at) => explainCrossEntropy({ logits, target }, reduction, at));
      const dx = crossEntropyBackward(logits, target, reduction, dy);
      expectExplained(dx, (at) => explainCrossEntropyInput({ logits, target, dy }, reduction, at));
      const own = crossEntropyBackward(logits, target, reduction);
      expectExplained(own, (at) => explainCrossEntropyInput({ logits, target }, reduction, at));
    }
    const [x, target] = [numbers([2, 3], 4, dtype), numbers([2, 3], 5, dtype)];
    const dy = numbers(reduction === 'none' ? [2, 3] : [], 6, dtype);
    const squared = meanSquaredError(x, target, reduction);
    expectExplained(squared, (at) => explainMeanSquaredError({ x, target }, reduction, at));
    const dx = meanSquaredErrorBackward(x, target, reduction, dy);
    expectExplained(dx, (at) => explainMeanSquaredErrorInput({ x, target, dy }, reduction, at));
  });
});

test('a mean loss leads on to the loss of each sample, and that to logits', () => {
  const logits = tensor([2, 2], [0, 2000, 1, 1], 'float64');
  const mean = explainCrossEntropy({ logits, target: [0, 1] }, 'mean', []);
  expect(mean.kind === 'ratio' && mean.numerator.map((t) => t.value)).toEqual([2000, Math.LN2]);
  const first = explainCrossEntropy({ logits, target: [0, 1] }, 'mean', [0]);
  expect(first.value).toBe(2000);
  expect(first.via?.map((v) => v.tensor)).toEqual(['max', 'log total']);
});

test('max pooling tells its padding as −∞ and takes the first of equals', () => {
  const x = tensor([1, 1, 1, 2], [4, 4]);
  const told = explainMaxPool2d({ x }, { kernel: [1, 3], stride: 1, padding: [0, 1] }, [0, 0, 0, 0]);
  expect(told.candidates.map((c) => [c.value, c.virtual])).toEqual([
    [Number.NEGATIVE_INFINITY, 'padding'],
    [4, undefined],
    [4, undefined],
  ]);
  expect(told.chosen).toBe(1);
});

test('an index outside is an error that names it', () => {
  const x = tensor([1, 2], [1, 2]);
  expect(() => explainActivation('relu', { x }, [0, 2])).toThrow(/\[0, 2\] is outside y \[1, 2\]/);
  expect(() => explainLinear({ x, w: x }, [0, 1])).toThrow(/\[0, 1\] is outside y \[1, 1\]/);
  expect(() => explainSoftmax({ x }, -1, [0])).toThrow(/\[0\] is outside y/);
});
