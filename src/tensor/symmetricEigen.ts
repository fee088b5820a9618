export interface Eigen {
  /** From the largest to the smallest. */
  readonly values: readonly number[];
  /** The unit vector of each value. */
  readonly vectors: readonly (readonly number[])[];
}

/** Sweeps of a matrix of ten rows until its other entries are rounding: mostly six or seven. */
const MOST_SWEEPS = 40;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations: each turns one pair of axes until the
 * entry between them is 0 (Golub & Van Loan, Matrix Computations, §8.5).
 *
 * @param rows n rows of n finite numbers; only their symmetric part counts
 */
export function symmetricEigen(rows: readonly ArrayLike<number>[]): Eigen {
  const n = rows.length;
  const a = rows.map((row, i) =>
    Array.from({ length: n }, (_, j) => ((row[j] as number) + (rows[j]?.[i] as number)) / 2),
  );
  const v = a.map((_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
  const at = (m: number[][], i: number, j: number): number => m[i]?.[j] as number;
  const scale = Math.max(...a.flat().map(Math.abs), Number.MIN_VALUE);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let left = 0;
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        left = Math.max(left, Math.abs(at(a, p, q)));
        rotate(a, v, p, q);
      }
    if (left <= 1e-15 * scale) break;
  }
  const order = a.map((_, i) => i).sort((i, j) => at(a, j, j) - at(a, i, i));
  return {
    values: order.map((i) => at(a, i, i)),
    vectors: order.map((i) => v.map((row) => row[i] as number)),
  };
}

/** One rotation in the plane of axes p and q, applied to both sides of `a` and to the axes in `v`. */
function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const [rowP, rowQ] = [a[p] as number[], a[q] as number[]];
  const between = rowP[q] as number;
  if (between === 0) return;
  const theta = ((rowQ[q] as number) - (rowP[p] as number)) / (2 * between);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(1, theta));
  const c = 1 / Math.hypot(1, t);
  const s = t * c;
  const turn = (row: number[]): void => {
    const [x, y] = [row[p] as number, row[q] as number];
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  };
  for (const row of a) turn(row);
  for (const row of v) turn(row);
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [rowP[i] as number, rowQ[i] as number];
    rowP[i] = c * x - s * y;
    rowQ[i] = s * x + c * y;
  }
}
