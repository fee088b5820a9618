import { givenPixels } from '../../kit/digits/givenPixels.ts';
import { cells, choice, flag, whole, wholeCell } from '../../playback/parameters/spec.ts';
import type { ParamsOf } from '../../playback/parameters/table.ts';
import { DIGITS, WORDS } from './words.ts';

export const params = {
  digit: choice({ label: WORDS.digit, options: DIGITS, default: '3', look: 'menu' }),
  /** A drawing instead of the digit: see `packStrokes`. */
  strokes: cells({ label: WORDS.drawing, most: 2000, limit: 100 }),
  /** A picture given by its pixels instead of the digit: see `packGiven`. Strokes go before it. */
  pixels: givenPixels({ label: WORDS.picture }),
  centred: flag({ label: WORDS.centred, default: true }),
  label: whole({ label: WORDS.class, default: 8, range: [0, 9] }),
  /** Whose weights: see `ownNetwork.ts`. */
  weights: choice({
    label: WORDS.weights,
    options: { article: WORDS.article, own: WORDS.own },
    default: 'article',
  }),
  /** The input map whose products are written out. */
  tile: wholeCell({ label: WORDS.tile, default: 0, range: [0, 15] }),
};

export type NetworkParams = ParamsOf<typeof params>;
