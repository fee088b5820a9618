import type { Beat, CellRef, Playable } from '../../playback/figureStore.ts';
import {
  build,
  constrain,
  LOCAL,
  SHARED,
  type SharingModel,
  type SharingParams,
  STEPS,
  specs,
} from './model.ts';

/** Half of the edges share already, the others wait: all three kinds of edge are on the screen. */
const REST = LOCAL + 7;

const LENET = { side: 32, channels: 3, filters: 6, kernel: 5 } as const;
const cell = (tensor: string, row: number, col = 0): CellRef => ({ tensor, row, col });

const BEATS: Readonly<Record<string, Beat<SharingParams>>> = {
  dense: { position: 0 },
  'dense-output': { position: 0, pin: cell('y', 1) },
  'half-cut': { position: LOCAL / 2 },
  local: { position: LOCAL },
  'local-output': { position: LOCAL, pin: cell('y', 1) },
  'own-weight': { position: LOCAL, pin: cell('w', 2, 3) },
  'half-shared': { position: REST },
  shared: { position: SHARED },
  'shared-output': { position: SHARED, pin: cell('y', 1) },
  'shared-input': { position: SHARED, pin: cell('x', 2) },
  'shared-weight': { position: SHARED, pin: cell('shared', 0, 1) },
  'gradient-start': { position: SHARED + 1 },
  gradient: { position: STEPS.length },
  counts: { params: LENET, position: SHARED },
  'big-picture': { params: { side: 224, channels: 3, filters: 64, kernel: 3 }, position: SHARED },
};

export const BEAT_NAMES = Object.keys(BEATS);

export const weightSharing: Playable<SharingParams, SharingModel> = {
  name: 'weight-sharing',
  specs,
  constrain,
  build,
  total: () => STEPS.length,
  rest: () => REST,
  beats: (name) => (Object.hasOwn(BEATS, name) ? BEATS[name] : undefined),
};
