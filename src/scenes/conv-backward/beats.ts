import type { Place } from '../../playback/place.ts';
import type { Beat } from '../../playback/playable.ts';
import type { BackwardParams } from './parameters.ts';

const place = (grid: string, row: number, col: number, plane = 0): Place => ({ grid, plane, row, col });

/** The example of the chapter, which works out by hand. */
const EXAMPLE = {
  input: 3,
  kernel: 2,
  stride: 1,
  padding: 0,
  x: [1, 0, 2, 3, 1, 0, 0, 2, 1],
  w: [1, 2, 3, 4],
  b: [0],
  dy: [1, 2, 3, -1],
} as const;
const SCATTERED = { ...EXAMPLE, method: 'scatter' } as const;

/** The same with a second channel and a second filter. */
const FOUR_KERNELS = {
  ...EXAMPLE,
  channels: 2,
  filters: 2,
  x: [...EXAMPLE.x, 2, 1, 0, 0, 3, 1, 1, 0, 2],
  w: [...EXAMPLE.w, 0, 1, -1, 2, 2, 0, 1, -1, 1, 1, 0, -2],
  b: [0, 0],
  dy: [...EXAMPLE.dy, 1, 0, 0, 2],
};
/** The middle pixel of 3 × 3. */
const MIDDLE = 4;

const ones = (count: number): number[] => Array.from({ length: count }, () => 1);

/** Where every weight and every ∂y is 1, a pixel's gradient counts the products that reach it. */
const ALL_ONES = { method: 'scatter', preset: 'own', stride: 2, padding: 0, b: [0], dy: ones(9) } as const;

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<BackwardParams>>> = {
  example: { params: SCATTERED, at: { stretch: 'dx', cell: 0, done: 0 } },
  'first-payment': { params: SCATTERED, at: { stretch: 'dx', cell: 0 } },
  'second-payment': { params: SCATTERED, at: { stretch: 'dx', cell: 1 } },
  'all-payments': { params: SCATTERED, at: { stretch: 'dx' } },
  'one-pixel': { params: SCATTERED, at: { stretch: 'dx' }, pin: place('x', 1, 1) },
  corner: { params: SCATTERED, at: { stretch: 'dx' }, pin: place('x', 0, 0) },
  'turn-0': { params: EXAMPLE, at: { stretch: 'dx', cell: MIDDLE, done: 1 } },
  'turn-1': { params: EXAMPLE, at: { stretch: 'dx', cell: MIDDLE, done: 2 } },
  'turn-2': { params: EXAMPLE, at: { stretch: 'dx', cell: MIDDLE, done: 3 } },
  gather: { params: EXAMPLE, at: { stretch: 'dx', cell: MIDDLE } },
  'gather-corner': { params: EXAMPLE, at: { stretch: 'dx', cell: 0 } },
  'both-ways': { params: EXAMPLE, at: { stretch: 'dx' }, pin: place('dx', 1, 1) },
  'weight-first': { params: EXAMPLE, at: { stretch: 'dw', cell: 0, done: 1 } },
  'weight-sum': { params: EXAMPLE, at: { stretch: 'dw', cell: 0 } },
  'weight-pin': { params: EXAMPLE, at: { stretch: 'dw' }, pin: place('w', 0, 0) },
  'weight-next': { params: EXAMPLE, at: { stretch: 'dw', cell: 1 } },
  'bias-first': { params: EXAMPLE, at: { stretch: 'db', done: 1 } },
  'bias-sum': { params: EXAMPLE, at: { stretch: 'db' } },
  'stride-two': { at: { stretch: 'dx', cell: 6 } },
  'inserted-zeros': { at: { stretch: 'dx' }, pin: place('dx', 1, 1) },
  'even-pixel': { at: { stretch: 'dx' }, pin: place('dx', 2, 2) },
  cropped: { params: { method: 'scatter' }, at: { stretch: 'dx', cell: 0, done: 1 } },
  unread: {
    params: { input: 6, padding: 0, dy: [1, 2, 3, -1] },
    at: { stretch: 'dx' },
    pin: place('x', 5, 5),
  },
  'between-windows': {
    params: { stride: 3, kernel: 2, padding: 0 },
    at: { stretch: 'dx' },
    pin: place('x', 2, 2),
  },
  dilated: {
    params: { ...EXAMPLE, input: 5, dilation: 2, x: null, dy: null },
    at: { stretch: 'dx', cell: 12 },
  },
  checkerboard: { params: { ...ALL_ONES, input: 7, w: ones(9) }, at: { stretch: 'dx' } },
  'even-stamps': { params: { ...ALL_ONES, input: 8, kernel: 4, w: ones(16) }, at: { stretch: 'dx' } },
  'second-filter': { params: FOUR_KERNELS, at: { stretch: 'dx', cell: MIDDLE, done: 5 } },
  'both-filters': { params: FOUR_KERNELS, at: { stretch: 'dx' }, pin: place('x', 1, 1) },
  'second-channel': { params: FOUR_KERNELS, at: { stretch: 'dx' }, pin: place('x', 1, 1, 1) },
  'one-pair': { params: FOUR_KERNELS, at: { stretch: 'dw' }, pin: place('w', 0, 0, 2) },
  'own-bias': { params: FOUR_KERNELS, at: { stretch: 'db' }, pin: place('b', 0, 1) },
};
