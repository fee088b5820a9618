import { placeAt } from '../../playback/place.ts';
import type { Beat } from '../../playback/playable.ts';
import type { BenchParams } from './parameters.ts';
import { STARTS } from './starts.ts';

const FORWARD = { stretch: 'y' } as const;
const BACK = { stretch: 'dx' } as const;

/** Typed numbers, their rows and columns in front. */
const typed = (rows: number, cols: number, ...numbers: readonly number[]) => [rows, cols, ...numbers];
const ZERO = typed(1, 1, 0);

/** One bright pixel in the dark, and nine weights that are all different. */
const DOT: Partial<BenchParams> = { source: 'impulse', w: typed(3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9), b: ZERO };
const dotAt = (row: number, col: number) =>
  typed(5, 5, ...Array.from({ length: 25 }, (_, i) => Number(i === row * 5 + col)));

/** A kernel that reads the pixel to the left: what it makes is the picture, one column further right. */
const CARRY: Partial<BenchParams> = { w: typed(3, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0), b: ZERO, fit: 'same' };

/** Windows of two that stand three apart leave a pixel out between them. */
const SKIPPING: Partial<BenchParams> = {
  rows: 7,
  cols: 7,
  kernelRows: 2,
  kernelCols: 2,
  strideRows: 3,
  strideCols: 3,
};

/** Two periods of a tone; each output is a sample less the one before it. */
const TONE: Partial<BenchParams> = {
  ...{ rows: 1, cols: 16, kernelRows: 1, kernelCols: 2, fit: 'causal', source: 'wave' },
  ...{ w: typed(1, 2, -1, 1), b: ZERO },
};

const CHANNELS: Partial<BenchParams> = { channels: 4, filters: 4, rows: 4, cols: 4 };
const POINTWISE: Partial<BenchParams> = { ...CHANNELS, kernelRows: 1, kernelCols: 1 };

/** A channel of four numbers whose mean is 3 and whose variance is 2.5. */
const NORM: Partial<BenchParams> = {
  ...STARTS.batchNorm,
  ...{ op: 'batchNorm', rows: 2, cols: 2, samples: 1, channels: 1 },
  ...{ x: typed(2, 2, 1, 2, 4, 5), w: typed(1, 1, 1), b: ZERO, dy: typed(2, 2, 1, 0, 0, 0) },
};
const MOVED: Partial<BenchParams> = { ...NORM, x: typed(2, 2, 101, 102, 104, 105) };

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<BenchParams>>> = {
  plain: { at: { ...FORWARD, cell: 4, done: 5 } },
  'plain-back': { at: BACK, pin: placeAt('dx', 2, 2) },
  dot: { params: DOT, at: FORWARD },
  'dot-pinned': { params: DOT, at: FORWARD, pin: placeAt('y', 0, 0) },
  'dot-moved': { params: { ...DOT, x: dotAt(1, 2) }, at: FORWARD },
  carry: { params: CARRY, at: FORWARD },
  'larger-full': { params: { fit: 'full', rows: 3, cols: 3 }, at: FORWARD },
  'larger-transposed': { params: { ...STARTS.transposed, op: 'transposed' }, at: FORWARD },
  skipping: { params: SKIPPING, at: BACK },
  'skipped-pixel': { params: SKIPPING, at: BACK, pin: placeAt('dx', 2, 2) },
  tone: { params: TONE, at: { ...FORWARD, cell: 9 } },
  'tone-past': { params: TONE, at: FORWARD, pin: placeAt('x', 0, 6) },
  'tone-far': {
    params: { ...TONE, dilationCols: 3, kernelCols: 3, w: typed(1, 3, 1, 1, 1) },
    at: { ...FORWARD, cell: 9 },
  },
  'whole-layer': { params: CHANNELS, at: { ...FORWARD, cell: 0 } },
  'own-channel': { params: { ...CHANNELS, groups: 4 }, at: { ...FORWARD, cell: 0 } },
  'one-pixel': { params: POINTWISE, at: { ...FORWARD, cell: 0 } },
  norm: { params: NORM, at: FORWARD, pin: placeAt('y', 0, 0) },
  'norm-moved': { params: MOVED, at: FORWARD, pin: placeAt('y', 0, 0) },
  'norm-back': { params: NORM, at: BACK },
  shut: {
    params: {
      ...STARTS.activation,
      op: 'activation',
      x: typed(4, 4, ...Array.from({ length: 16 }, (_, i) => -1 - (i % 4))),
    },
    at: BACK,
  },
};
