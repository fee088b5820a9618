import { tileParam } from '../../kit/digitPass/tile.ts';
import { digitParams } from '../../kit/digits/choices.ts';
import { givenPixels } from '../../kit/digits/givenPixels.ts';
import { OWN_WORDS } from '../../kit/ownWeights/words.ts';
import { choice, flag, whole } from '../../playback/parameters/spec.ts';
import type { ParamsOf } from '../../playback/parameters/table.ts';
import { WORDS } from './words.ts';

export const params = {
  ...digitParams(3),
  /** A picture given by its pixels instead of the digit: see `packGiven`. Strokes go before it. */
  pixels: givenPixels({ label: WORDS.picture }),
  centred: flag({ label: WORDS.centred, default: true }),
  label: whole({ label: WORDS.class, default: 8, range: [0, 9] }),
  /** Whose weights: see `kit/ownWeights`. */
  weights: choice({
    label: OWN_WORDS.weights,
    options: { article: OWN_WORDS.article, own: OWN_WORDS.own },
    default: 'article',
  }),
  /** The input map whose products are written out. */
  tile: tileParam(WORDS.tile),
};

export type NetworkParams = ParamsOf<typeof params>;
