import type { Place } from '../../playback/place.ts';
import type { Beat } from '../../playback/playable.ts';
import type { TrackPoint } from '../../playback/track.ts';
import { zeros } from '../../tensor/tensor.ts';
import { addressOf, type Entry, type Order } from './orders.ts';
import type { PixelParams } from './parameters.ts';

/** Two pictures of the size at which the figure opens. */
const SHAPES = { x: zeros([2, 3, 4, 4]), last: zeros([2, 4, 4, 3]) };

/** The step that has just written a number. */
const wrote = (order: Order, c: number, h: number, w: number, n = 0): TrackPoint => {
  const entry: Entry = { n, c, h, w };
  return { stretch: order, cell: addressOf(SHAPES, order, entry) };
};

const pixel = (row: number, col: number): Place => ({ grid: 'pixel', plane: 0, row, col });
const green = (row: number, col: number): Place => ({ grid: 'x', plane: 1, row, col });
const SEA = { row: 17, col: 6 } as const;
const WHOLE = wrote('nchw', 2, 3, 3);

/** The names that the prose can point at; the loupe stands on the shore of the Red Sea unless it is told otherwise. */
export const BEATS: Readonly<Record<string, Beat<PixelParams>>> = {
  'one-pixel': { params: { apart: 0 }, at: wrote('nhwc', 2, 0, 0), pin: pixel(0, 0) },
  'sand-pixel': { params: { apart: 0 }, at: wrote('nhwc', 2, 3, 0), pin: pixel(3, 0) },
  together: { params: { apart: 0 }, at: WHOLE },
  'half-apart': { params: { apart: 45 }, at: WHOLE },
  apart: { at: WHOLE },
  sea: { params: SEA, at: WHOLE },
  desert: { params: { row: 56, col: 10 }, at: WHOLE },
  'blue-channel': { params: { ...SEA, seen: 'blue' }, at: wrote('nchw', 2, 0, 0) },
  'red-channel': { params: { ...SEA, seen: 'red' }, at: wrote('nchw', 0, 0, 0) },
  grey: { params: { seen: 'grey' }, at: wrote('nchw', 1, 1, 1), pin: pixel(1, 1) },
  flower: { params: { source: 'flower', row: 6, col: 5 }, at: WHOLE },
  unit: {
    params: { scale: 'unit' },
    at: wrote('nchw', 0, 3, 3),
    pin: { grid: 'x', plane: 0, row: 3, col: 0 },
  },
  bytes: { at: wrote('nchw', 0, 3, 3) },
  'first-number': { at: wrote('nchw', 0, 0, 0) },
  'channels-first': { at: wrote('nchw', 1, 0, 0) },
  'channels-last': { at: wrote('nhwc', 2, 0, 0) },
  'next-pixel': { at: wrote('nhwc', 0, 0, 1) },
  'same-number': { at: wrote('nhwc', 2, 3, 3), pin: green(2, 1) },
  answer: { at: wrote('nhwc', 1, 1, 2), pin: green(1, 2) },
  batch: { params: { batch: 2 }, at: wrote('nchw', 0, 0, 0, 1) },
};
