import { placeAt } from '../../playback/place.ts';
import type { Beat } from '../../playback/playable.ts';
import type { DenseParams } from './parameters.ts';

/** The first hidden layer, complete. */
const FIRST = { stretch: 'layer0' } as const;

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<DenseParams>>> = {
  'first-product': { at: { stretch: 'layer0', cell: 0, done: 1 } },
  'first-sum': { at: { stretch: 'layer0', cell: 0, done: 5 } },
  'negative-sum': { at: { stretch: 'layer0', cell: 1 } },
  sigmoid: { params: { activation: 'sigmoid' }, at: { stretch: 'layer0', cell: 1 } },
  'first-layer': { at: FIRST },
  'second-layer': { at: { stretch: 'layer1', cell: 0, done: 1 } },
  whole: { at: 'end' },
  'one-row': { at: FIRST, pin: placeAt('y_1', 1) },
  'one-weight': { at: FIRST, pin: placeAt('w_1', 1, 2) },
  'one-input': { at: FIRST, pin: placeAt('x_1', 0, 2) },
  wide: { params: { inputs: 5, hidden1: 5, hidden2: 5, outputs: 4 }, at: 'end' },
  linear: { params: { activation: 'none' }, at: 'end' },
  'in-order': { at: FIRST },
  shuffled: { params: { shuffle: 1 }, at: FIRST },
};
