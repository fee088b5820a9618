import type { Place } from '../../playback/place.ts';
import type { Beat } from '../../playback/playable.ts';
import type { MatrixParams } from './parameters.ts';

/** Two rows are done and the third has begun when a reader first sees the figure. */
export const REST = { stretch: 'forward', cell: 2, done: 6 } as const;

const at = (grid: string, row: number, col: number): Place => ({ grid, plane: 0, row, col });
const row = (cell: number) => ({ stretch: 'forward', cell });
const pixel = (cell: number) => ({ stretch: 'backward', cell });
const FORWARD = { stretch: 'forward' } as const;
const BACKWARD = { stretch: 'backward' } as const;

/** The names that the prose can point at. The default is a 4 × 4 input under a 3 × 3 kernel. */
export const BEATS: Readonly<Record<string, Beat<MatrixParams>>> = {
  start: { at: { stretch: 'forward', cell: 0, done: 0 } },
  'first-row': { at: row(0) },
  'second-row': { at: row(1) },
  product: { at: FORWARD },
  'one-row': { at: FORWARD, pin: at('y', 0, 1) },
  'one-column': { at: FORWARD, pin: at('x', 1, 1) },
  'one-weight': { at: FORWARD, pin: at('w', 1, 1) },
  padded: { params: { padding: 1 }, at: FORWARD },
  'stride-two': { params: { padding: 1, stride: 2 }, at: FORWARD },
  pointwise: { params: { kernel: 1 }, at: FORWARD },
  large: { params: { input: 6, padding: 1 }, at: FORWARD },
  transpose: { at: pixel(5) },
  'transpose-corner': { at: pixel(0) },
  'transpose-end': { at: BACKWARD },
  'turned-kernel': { params: { padding: 1 }, at: FORWARD, pin: at('x', 1, 1) },
  'stride-back': { params: { input: 6, stride: 2 }, at: BACKWARD, pin: at('dx', 5, 5) },
  columns: { params: { view: 'patches' }, at: FORWARD, pin: at('x', 0, 1) },
};
