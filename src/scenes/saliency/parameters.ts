import { tileParam } from '../../kit/digitPass/tile.ts';
import { digitParams } from '../../kit/digits/choices.ts';
import { choice, flag, whole } from '../../playback/parameters/spec.ts';
import type { ParamsOf } from '../../playback/parameters/table.ts';
import { WORDS } from './words.ts';

export const params = {
  method: choice({
    label: WORDS.method,
    options: { gradient: WORDS.gradient, cam: WORDS.cam },
    default: 'gradient',
  }),
  ...digitParams(4),
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
  tile: tileParam(WORDS.tile),
};

export type SaliencyParams = ParamsOf<typeof params>;
