import type { Place } from '../../playback/place.ts';
import type { Beat } from '../../playback/playable.ts';
import type { FlattenParams } from './parameters.ts';

const inMaps = (plane: number, row: number, col: number): Place => ({ grid: 'x', plane, row, col });

export const REST = { stretch: 'flatten', cell: 8 } as const;

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<FlattenParams>>> = {
  stacked: { at: { stretch: 'flatten', cell: 0, done: 0 } },
  address: { at: REST },
  'first-logit': { at: { stretch: 'dense', cell: 0 } },
  'one-cell': { at: 'end', pin: inMaps(1, 0, 2) },
  'wrong-order': { params: { order: 'last' }, at: 'end' },
};
