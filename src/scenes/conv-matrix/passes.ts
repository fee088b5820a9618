import type { SparseMatrix } from '../../tensor/convMatrix.ts';

export type PassId = 'forward' | 'backward';

/** A stretch of the bar: the products of 𝒞 · x row by row, then those of 𝒞ᵀ · ∂y row by row. */
export interface Pass {
  readonly id: PassId;
  readonly start: number;
  readonly steps: number;
  /** `starts[cell]`: the steps before this cell's first product; one more entry than cells. */
  readonly starts: readonly number[];
}

function pass(id: PassId, start: number, lines: Int32Array, count: number): Pass {
  const products = new Array<number>(count).fill(0);
  for (const line of lines) products[line] = (products[line] as number) + 1;
  const starts = [0];
  for (const each of products) starts.push((starts.at(-1) as number) + each);
  return { id, start, steps: lines.length, starts };
}

/** Zeros take no step: only the entries of the matrix are multiplied. */
export function passesOf(matrix: SparseMatrix): readonly [Pass, Pass] {
  const forward = pass('forward', 0, matrix.row, matrix.rows);
  return [forward, pass('backward', forward.steps, matrix.column, matrix.columns)];
}

export interface Moment {
  readonly pass: Pass;
  /** The row of 𝒞, or of 𝒞ᵀ, that is being multiplied. */
  readonly cell: number;
  /** Its products that have been added. */
  readonly done: number;
  /** Steps done in this pass. */
  readonly inPass: number;
}

/** The last step that has happened decides; at position 0 the first row waits. */
export function momentAt([forward, backward]: readonly [Pass, Pass], position: number): Moment {
  const steps = Math.floor(position);
  const current = steps > backward.start ? backward : forward;
  const inPass = steps - current.start;
  const cell = Math.max(
    0,
    current.starts.findLastIndex((start) => start < Math.max(1, inPass)),
  );
  return { pass: current, cell, done: Math.max(0, inPass - (current.starts[cell] as number)), inPass };
}

/** The position after `done` products of a cell (default: all of them). */
export function positionOf({ start, starts }: Pass, cell: number, done = Number.POSITIVE_INFINITY): number {
  const [from = 0, to = from] = [starts[cell], starts[cell + 1]];
  return start + Math.min(to, from + done);
}
