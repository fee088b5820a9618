import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  explainConv2d,
  explainConv2dBias,
  explainConv2dInput,
  explainConv2dWeight,
} from '../../../src/explain/conv2d.ts';
import { conv2d, conv2dBackward } from '../../../src/tensor/conv2d.ts';
import { tensor } from '../../../src/tensor/tensor.ts';
import { convCase, indices, numbers } from '../tensor/arbitrary.ts';
import { gather } from '../tensor/gather.ts';

const ALL = ['zeros', 'reflect', 'replicate', 'circular'] as const;

test.each(['float64', 'float32'] as const)(
  'every explanation is the core’s number, bit for bit (%s)',
  (dtype) => {
    fc.assert(
      fc.property(convCase(ALL), fc.nat(), (c, seed) => {
        const { options } = c;
        const [x, w, b] = [c.x.as(dtype), c.w.as(dtype), c.b.as(dtype)];
        const y = conv2d(x, w, b, options);
        const dy = numbers(y.shape, seed, dtype);
        const { dx, dw, db } = conv2dBackward(x, w, dy, options);
        const inputShape = x.shape;
        for (const at of indices(y.shape))
          expect(explainConv2d({ x, w, b }, options, at).value).toBe(y.at(...at));
        for (const at of indices(x.shape))
          expect(explainConv2dInput({ w, dy, inputShape }, options, at).value).toBe(dx.at(...at));
        for (const at of indices(w.shape))
          expect(explainConv2dWeight({ x, dy, wShape: w.shape }, options, at).value).toBe(dw.at(...at));
        for (const at of indices(b.shape)) expect(explainConv2dBias({ dy }, at).value).toBe(db.at(...at));
      }),
      { numRuns: 15 },
    );
  },
);

test('the gather explanation is the gather’s number, one term a tap', () => {
  fc.assert(
    fc.property(convCase(), fc.nat(), ({ x, w, options }, seed) => {
      const dy = numbers(conv2d(x, w, null, options).shape, seed);
      const dx = gather(w, dy, x.shape, options);
      const [cout, , kh, kw] = w.shape as [number, number, number, number];
      for (const at of indices(x.shape)) {
        const told = explainConv2dInput({ w, dy, inputShape: x.shape }, options, at, 'gather');
        expect(told.value).toBe(dx.at(...at));
        expect(told.terms).toHaveLength((cout / (options.groups ?? 1)) * kh * kw);
        // What is not virtual is exactly what the scatter brings, tap for tap.
        const scatter = explainConv2dInput({ w, dy, inputShape: x.shape }, options, at, 'scatter');
        const key = (t: (typeof scatter.terms)[number]) => t.factors.map((f) => f.index.join()).join('|');
        const real = told.terms.filter((t) => t.factors[0]?.virtual === undefined).map(key);
        expect(real.sort()).toEqual(scatter.terms.map(key).sort());
      }
    }),
    { numRuns: 30 },
  );
});

test('a cell is told as a page writes it: products in order, the bias last', () => {
  const x = tensor([1, 1, 1, 2], [1, -1]);
  const w = tensor([1, 1, 1, 2], [2, 3]);
  const told = explainConv2d({ x, w, b: tensor([1], [0.5]) }, {}, [0, 0, 0, 0]);
  expect(told.terms.map((t) => t.factors.map((f) => [f.tensor, f.value]))).toEqual([
    [
      ['x', 1],
      ['w', 2],
    ],
    [
      ['x', -1],
      ['w', 3],
    ],
    [['b', 0.5]],
  ]);
  expect(told.value).toBe(-0.5);
});

test('padding and inserted zeros are told apart and stand where they would be', () => {
  const [w, dy] = [tensor([1, 1, 1, 3], [1, 2, 3]), tensor([1, 1, 1, 2], [10, 20])];
  const inputShape = [1, 1, 1, 5];
  const told = explainConv2dInput({ w, dy, inputShape }, { stride: 2 }, [0, 0, 0, 1], 'gather');
  expect(told.terms.map((t) => [t.factors[0]?.virtual, t.factors[0]?.index[3], t.factors[1]?.value])).toEqual(
    [
      ['padding', -0.5, 3],
      [undefined, 0, 2],
      ['inserted', 0.5, 1],
    ],
  );
  expect(told.value).toBe(20);
  const padded = explainConv2d({ x: dy, w }, { padding: [0, 1] }, [0, 0, 0, 0]);
  expect(padded.terms[0]?.factors[0]).toEqual({
    tensor: 'x',
    index: [0, 0, 0, -1],
    value: 0,
    virtual: 'padding',
  });
});

test('an index outside the tensor is an error that names it', () => {
  const x = tensor([1, 1, 2, 2], [1, 2, 3, 4]);
  expect(() => explainConv2d({ x, w: x }, {}, [0, 0, 0, 1])).toThrow(
    /\[0, 0, 0, 1\] is outside y \[1, 1, 1, 1\]/,
  );
});

test('another padding mode has no gather form', () => {
  const [w, dy] = [tensor([1, 1, 3, 3], Array(9).fill(1)), tensor([1, 1, 5, 5], Array(25).fill(1))];
  const options = { padding: 1, padMode: 'circular' } as const;
  const told = () => explainConv2dInput({ w, dy, inputShape: [1, 1, 5, 5] }, options, [0, 0, 0, 0], 'gather');
  expect(told).toThrow(/conv2d: padMode is 'circular'/);
});
