import { describe, expect, test } from 'vitest';
import {
  type ActivationName,
  activation,
  activationBackward,
  activations,
} from '../../../src/tensor/activations.ts';
import { erfc } from '../../../src/tensor/erf.ts';
import { tensor, zeros } from '../../../src/tensor/tensor.ts';
import { dot, numbers } from './arbitrary.ts';
import { gradCheck } from './gradCheck.ts';

const names = Object.keys(activations) as ActivationName[];

describe.each(names)('%s', (name) => {
  test('its gradient agrees with central differences', () => {
    const x = numbers([4, 50], 3);
    const dy = numbers([4, 50], 4);
    for (const alpha of [undefined, 0.3]) {
      const dx = activationBackward(name, x, dy, alpha);
      expect(gradCheck((t) => dot(activation(name, t, alpha), dy), x, dx).relativeError).toBeLessThan(1e-6);
    }
  });

  test('NaN stays NaN, the shape is kept and x is not changed', () => {
    const x = tensor([1, 3], [-2, Number.NaN, 2]);
    const y = activation(name, x);
    expect(y.shape).toEqual([1, 3]);
    expect(y.data[1]).toBeNaN();
    expect([...x.data]).toEqual([-2, Number.NaN, 2]);
  });

  test('far out it neither overflows nor becomes NaN', () => {
    const far = tensor([4], [-1e4, -50, 50, 1e4], 'float64');
    for (const t of [activation(name, far), activationBackward(name, far, tensor([4], [1, 1, 1, 1]))])
      expect(t.data.every(Number.isFinite)).toBe(true);
  });
});

test.each([
  // From the C library's exp, tanh and erfc, in double precision.
  ['sigmoid', 1, 0.7310585786300049],
  ['tanh', 0.5, 0.46211715726000974],
  ['gelu', 1, 0.8413447460685429],
  ['gelu', -3, -0.004049694094890287],
  ['silu', 2, 1.7615941559557649],
  ['elu', -1, -0.6321205588285577],
  ['leakyRelu', -3, -0.03],
  ['relu', -3, 0],
  ['geluTanh', 1, 0.841191990608276],
] as const)('%s(%f) = %f', (name, x, expected) => {
  expect(activations[name].forward(x, activations[name].alpha ?? 0)).toBeCloseTo(expected, 14);
});

test('at 0 the slope of relu is 0, that of leakyRelu is alpha', () => {
  expect(activations.relu.derivative(0, 0)).toBe(0);
  expect(activations.leakyRelu.derivative(0, 0.01)).toBe(0.01);
});

test('a shut relu passes nothing on, not even infinity', () => {
  const dy = tensor([3], [Number.POSITIVE_INFINITY, Number.NaN, Number.POSITIVE_INFINITY]);
  expect([...activationBackward('relu', tensor([3], [-1, 0, 1]), dy).data]).toEqual([
    0,
    0,
    Number.POSITIVE_INFINITY,
  ]);
});

test('erfc agrees with published digits', () => {
  // The C library's, whose error is below one unit in the last place.
  for (const [x, value] of [
    [0, 0],
    [0.5, 0.5204998778130465],
    [1, 0.8427007929497149],
    [1.9999, 0.9953201979070294],
    [2, 0.9953222650189527],
    [3, 0.9999779095030014],
  ] as const) {
    expect(Math.abs(1 - erfc(x) - value)).toBeLessThan(4e-16);
    expect(erfc(-x) - 1).toBeCloseTo(value, 15);
  }
  for (const [x, value] of [
    [2, 0.004677734981047266],
    [3, 2.209049699858544e-5],
    [5, 1.5374597944280349e-12],
    [10, 2.088487583762545e-45],
  ] as const)
    expect(Math.abs(erfc(x) / value - 1)).toBeLessThan(1e-13);
  expect(erfc(-30)).toBe(2);
  expect(erfc(Number.NaN)).toBeNaN();
  for (let x = -6; x < 6; x += 0.01) expect(erfc(x) + erfc(-x)).toBeCloseTo(2, 14);
});

test('an unknown name and a wrong shape are errors', () => {
  expect(() => activation('swish' as never, zeros([1]))).toThrow(/activation: name is 'swish'.*relu/);
  expect(() => activation('toString' as never, zeros([1]))).toThrow(/name is 'toString'/);
  expect(() => activation('elu', zeros([1]), Number.NaN)).toThrow(/elu: alpha is NaN/);
  expect(() => activationBackward('tanh', zeros([2]), zeros([3]))).toThrow(
    /tanh: the shape of dy is \[3\].*\[2\]/,
  );
});
