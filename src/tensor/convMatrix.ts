import { type Conv2dOptions, conv2dGeometry } from './conv2dGeometry.ts';
import { eachTap } from './conv2dLoops.ts';
import { reject } from './errors.ts';
import { type Shape, sizeOf, type Tensor } from './tensor.ts';

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
  eachTap(g, (o, i, k) => {
    if (i < 0) return;
    row.push(o);
    column.push(i);
    value.push(w.data[k]!);
  });
  return {
    rows: sizeOf(g.yShape),
    columns: sizeOf(g.xShape),
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
    result[matrix.row[e]!]! += vector[matrix.column[e]!]! * value;
  });
  return result;
}
