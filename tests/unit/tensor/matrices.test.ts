import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conv2d, conv2dBackwardInput } from '../../../src/tensor/conv2d.ts';
import { convMatrix, multiply, transposed } from '../../../src/tensor/convMatrix.ts';
import { col2im, im2col } from '../../../src/tensor/im2col.ts';
import { linear } from '../../../src/tensor/linear.ts';
import { Tensor, tensor, zeros } from '../../../src/tensor/tensor.ts';
import { convCase, distance, dot, numbers } from './arbitrary.ts';

const ALL = ['zeros', 'reflect', 'replicate', 'circular'] as const;

/** The first sample by itself. */
function firstOf(x: Tensor): Tensor {
  const [, ...rest] = x.shape;
  return new Tensor([1, ...rest], x.data.slice(0, x.size / (x.shape[0] as number)));
}

test('the matrix of a convolution, by hand: a Toeplitz band', () => {
  const { rows, columns, row, column, value } = convMatrix(tensor([1, 1, 1, 2], [1, -1]), [1, 1, 3]);
  expect([rows, columns]).toEqual([2, 3]);
  expect([...row]).toEqual([0, 0, 1, 1]);
  expect([...column]).toEqual([0, 1, 1, 2]);
  expect([...value]).toEqual([1, -1, 1, -1]);
});

test('C · vec(x) = vec(conv(x)), Cᵀ · vec(dy) = vec(dx)', () => {
  fc.assert(
    fc.property(convCase(ALL), fc.nat(), ({ x, w, options }, seed) => {
      const one = firstOf(x);
      const matrix = convMatrix(w, one.shape.slice(1), options);
      const y = conv2d(one, w, null, options);
      expect(distance(new Tensor(y.shape, multiply(matrix, one.data)), y)).toBeLessThan(1e-12);
      const dy = numbers(y.shape, seed);
      const dx = conv2dBackwardInput(w, dy, one.shape, options);
      const back = new Tensor(one.shape, multiply(transposed(matrix), dy.data));
      expect(distance(back, dx)).toBeLessThan(1e-12);
    }),
    { numRuns: 100 },
  );
  expect(() => multiply(convMatrix(zeros([1, 1, 1, 1]), [1, 2, 2]), [1, 2, 3])).toThrow(
    /length of the vector is 3.*4/,
  );
});

test('w · im2col(x) = conv(x), and col2im is its transpose', () => {
  fc.assert(
    fc.property(convCase(ALL), fc.nat(), ({ x, options: { groups, ...options } }, seed) => {
      const one = firstOf(x);
      const [, cin] = one.shape as [number, number];
      const w = numbers([3, cin, 2, 3], seed);
      const roomy = { ...options, dilation: 1 } as const;
      const columns = im2col(one, [2, 3], roomy);
      const [, taps, places] = columns.shape as [number, number, number];
      const turned = zeros([places, taps], 'float64');
      for (let t = 0; t < taps; t++)
        for (let p = 0; p < places; p++) turned.data[p * taps + t] = columns.at(0, t, p);
      const product = linear(w.reshape([3, taps]), turned);
      const y = conv2d(one, w, null, roomy);
      expect(distance(product.reshape(y.shape), y)).toBeLessThan(1e-12);
      const other = numbers(columns.shape, seed + 1);
      expect(dot(columns, other)).toBeCloseTo(dot(one, col2im(other, one.shape, [2, 3], roomy)), 9);
    }),
    { numRuns: 60 },
  );
});

test('col2im adds overlaps: it counts the windows over each cell', () => {
  const ones = im2col(tensor([1, 1, 3, 3], new Array(9).fill(1)), 2);
  expect([...col2im(ones, [1, 1, 3, 3], 2).data]).toEqual([1, 2, 1, 2, 4, 2, 1, 2, 1]);
  expect(() => col2im(zeros([1, 4, 5]), [1, 1, 3, 3], 2)).toThrow(
    /col2im: the shape of columns is \[1, 4, 5\].*\[1, 4, 4\]/,
  );
  expect(() => im2col(zeros([3, 3]), 2)).toThrow(/im2col: the shape of x/);
});
