import { type Conv2dOptions, conv2dGeometry } from './conv2dGeometry.ts';
import { reject } from './errors.ts';
import type { Shape, Tensor } from './tensor.ts';

/** A matrix that is mostly zeros: entry e is `value[e]` at (`row[e]`, `column[e]`); the same place twice adds. */
export interface SparseMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly row: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}

/**
 * The convolution written out: vec(y) = C · vec(x) for one sample without bias. C is doubly blocked
 * Toeplitz; the stride leaves rows out (Goodfellow, Bengio & Courville 2016, §9.1).
 *
 * @param w [cout, cin / groups, kh, kw]
 * @param inputShape [cin, height, width]
 * @returns cout·outHeight·outWidth rows, cin·height·width columns; entries by row, then ci, ky, kx
 * @throws Error when a shape or an option does not fit
 */
export function convMatrix(w: Tensor, inputShape: Shape, options: Conv2dOptions = {}): SparseMatrix {
  const g = conv2dGeometry([1, ...inputShape], w.shape, options);
  const row: number[] = [];
  const column: number[] = [];
  const value: number[] = [];
  let r = 0;
  for (let co = 0; co < g.cout; co++)
    for (let oy = 0; oy < g.outHeight; oy++)
      for (let ox = 0; ox < g.outWidth; ox++, r++)
        for (let ci = 0; ci < g.groupIn; ci++)
          for (let ky = 0; ky < g.kh; ky++)
            for (let kx = 0; kx < g.kw; kx++) {
              const iy = g.rows[oy * g.kh + ky] as number;
              const ix = g.cols[ox * g.kw + kx] as number;
              if (iy < 0 || ix < 0) continue;
              const c = Math.floor(co / g.groupOut) * g.groupIn + ci;
              row.push(r);
              column.push((c * g.height + iy) * g.width + ix);
              value.push(w.data[((co * g.groupIn + ci) * g.kh + ky) * g.kw + kx] as number);
            }
  return {
    rows: r,
    columns: g.cin * g.height * g.width,
    row: Int32Array.from(row),
    column: Int32Array.from(column),
    value: Float64Array.from(value),
  };
}

/** Cᵀ: the backward pass, and the transposed convolution. Shares the arrays. */
export function transposed(matrix: SparseMatrix): SparseMatrix {
  const { rows, columns, row, column, value } = matrix;
  return { rows: columns, columns: rows, row: column, column: row, value };
}

/** matrix · vector. @throws Error when the vector is not as long as a row */
export function multiply(matrix: SparseMatrix, vector: ArrayLike<number>): Float64Array {
  if (vector.length !== matrix.columns)
    reject('convMatrix', 'the length of the vector', vector.length, `${matrix.columns}`);
  const result = new Float64Array(matrix.rows);
  matrix.value.forEach((value, e) => {
    const r = matrix.row[e] as number;
    result[r] = (result[r] as number) + (vector[matrix.column[e] as number] as number) * value;
  });
  return result;
}
