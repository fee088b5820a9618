import fc from 'fast-check';
import { expect, it } from 'vitest';
import { symmetricEigen } from '../../../src/tensor/symmetricEigen.ts';

it('finds what is known by hand', () => {
  const { values, vectors } = symmetricEigen([
    [2, 1],
    [1, 2],
  ]);
  expect(values[0]).toBeCloseTo(3, 12);
  expect(values[1]).toBeCloseTo(1, 12);
  expect(Math.abs(vectors[0]?.[0] as number)).toBeCloseTo(Math.SQRT1_2, 12);
  expect(
    symmetricEigen([
      [0, 0],
      [0, 0],
    ]).values,
  ).toEqual([0, 0]);
});

it('gives A v = λ v, in falling order, for any symmetric matrix', () => {
  const matrix = fc.integer({ min: 1, max: 9 }).chain((n) =>
    fc.array(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: n, maxLength: n }), {
      minLength: n,
      maxLength: n,
    }),
  );
  fc.assert(
    fc.property(matrix, (rows) => {
      const a = rows.map((row, i) => row.map((value, j) => (value + (rows[j]?.[i] as number)) / 2));
      const { values, vectors } = symmetricEigen(rows);
      expect([...values].sort((x, y) => y - x)).toEqual(values);
      vectors.forEach((v, k) => {
        expect(Math.hypot(...v)).toBeCloseTo(1, 9);
        a.forEach((row, i) => {
          const product = row.reduce((sum, value, j) => sum + value * (v[j] as number), 0);
          expect(product).toBeCloseTo((values[k] as number) * (v[i] as number), 9);
        });
      });
    }),
    { numRuns: 60 },
  );
});
