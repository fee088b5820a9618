import { cells, choice, flag, whole, wholeCell } from '../../playback/parameters/spec.ts';
import type { ParamsOf } from '../../playback/parameters/table.ts';
import { DIGITS, WORDS } from './words.ts';

/** One more than there are maps. */
export const LARGEST_TILE = 16;

export const params = {
  method: choice({
    label: WORDS.method,
    options: { gradient: WORDS.gradient, cam: WORDS.cam },
    default: 'gradient',
  }),
  digit: choice({ label: WORDS.digit, options: DIGITS, default: '4', look: 'menu' }),
  /** A drawing instead of the digit: see `packStrokes`. */
  strokes: cells({ label: WORDS.drawing, most: 2000, limit: 100 }),
  label: whole({ label: WORDS.class, default: 4, range: [0, 9] }),
  of: choice({ label: WORDS.of, options: { score: WORDS.score, share: WORDS.share }, default: 'score' }),
  look: choice({
    label: WORDS.look,
    options: { signed: WORDS.signed, size: WORDS.size },
    default: 'signed',
  }),
  layer: choice({
    label: WORDS.layer,
    options: { pool1: WORDS.pool1, relu2: WORDS.relu2, pool2: WORDS.pool2 },
    default: 'pool2',
    look: 'menu',
  }),
  averaged: flag({ label: WORDS.averaged, default: true }),
  smooth: flag({ label: WORDS.smooth, default: false }),
  /** The map whose products are written out; the last number stands for the one with the largest share. */
  tile: wholeCell({ label: WORDS.tile, default: LARGEST_TILE, range: [0, LARGEST_TILE] }),
};

export type SaliencyParams = ParamsOf<typeof params>;
