import { correlateKernels } from './conv/correlate.ts';
import { rowKernels } from './conv/rows.ts';
import { spreadKernels } from './conv/spread.ts';
import type { Memory } from './plan/layout.ts';

/** One GiB of doubles: more is asked for by mistake, and no browser gives it. */
const MOST_WORDS = 2 ** 27;

/** Doubles, and the kernels that compute in them. */
export interface FastMemory extends Memory {
  readonly cells: Float64Array;
  readonly kernels: ReturnType<typeof kernelsOf>;
}

const kernelsOf = (cells: Float64Array) => ({
  ...rowKernels(cells),
  ...correlateKernels(cells),
  ...spreadKernels(cells),
});

export function fastMemory(): FastMemory {
  let cells = new Float64Array(0);
  let kernels: FastMemory['kernels'] | undefined;
  return {
    get cells() {
      return cells;
    },
    get kernels() {
      kernels ??= kernelsOf(cells);
      return kernels;
    },
    hold(words) {
      if (words <= cells.length) return;
      cells = new Float64Array(words);
      kernels = undefined;
    },
    most: MOST_WORDS,
  };
}
