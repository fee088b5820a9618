import { placeAt } from '../../playback/place.ts';
import type { Beat } from '../../playback/playable.ts';
import { CUTS } from './model.ts';
import type { SharingParams } from './parameters.ts';

const DENSE = { stretch: 'cut', cell: 0, done: 0 } as const;
const LOCAL = { stretch: 'cut' } as const;
const SHARED = { stretch: 'share' } as const;
/** Half of the edges share already, the others wait: all three kinds of edge are on the screen. */
export const REST = { stretch: 'share', cell: 1, done: 3 } as const;

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<SharingParams>>> = {
  dense: { at: DENSE },
  'dense-output': { at: DENSE, pin: placeAt('y', 1) },
  'half-cut': { at: { stretch: 'cut', cell: CUTS.length / 2 - 1 } },
  local: { at: LOCAL },
  'local-output': { at: LOCAL, pin: placeAt('y', 1) },
  'own-weight': { at: LOCAL, pin: placeAt('w', 2, 3) },
  'half-shared': { at: REST },
  shared: { at: SHARED },
  'shared-output': { at: SHARED, pin: placeAt('y', 1) },
  'shared-input': { at: SHARED, pin: placeAt('x', 2) },
  'shared-weight': { at: SHARED, pin: placeAt('shared', 0, 1) },
  'gradient-start': { at: { stretch: 'gradient', cell: 0, done: 1 } },
  gradient: { at: 'end' },
  counts: { at: SHARED },
  'big-picture': { params: { side: 224, channels: 3, filters: 64, kernel: 3 }, at: SHARED },
};
