import type { Beat } from '../../playback/playable.ts';
import type { ConvolutionParams } from './parameters.ts';

/** A kernel without symmetry: turned or not turned is not the same. */
const ASYMMETRIC = { preset: 'own', w: [1, 2, 0, 3, 4, -1, 0, 2, 1], b: 0 } as const;
const PHOTO = { source: 'photo', input: 28, b: 0 } as const;

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<ConvolutionParams>>> = {
  'first-window': { at: { stretch: 'forward', cell: 0, done: 1 } },
  'half-way': { at: { stretch: 'forward', cell: 12 } },
  'last-window': { at: { stretch: 'forward' } },
  edges: { params: PHOTO, at: { stretch: 'forward' } },
  blur: { params: { ...PHOTO, preset: 'box' }, at: { stretch: 'forward' } },
  'stride-two': { params: { stride: 2, padding: 0 }, at: { stretch: 'forward' } },
  'no-padding': { params: { padding: 0 }, at: { stretch: 'forward' } },
  dilated: { params: { input: 7, dilation: 2, padding: 0 }, at: { stretch: 'forward', cell: 4 } },
  'backward-start': { params: ASYMMETRIC, at: { stretch: 'dx', cell: 0, done: 5 } },
  scatter: { params: ASYMMETRIC, at: { stretch: 'dx', cell: 12 } },
  'weight-gradient': { params: ASYMMETRIC, at: { stretch: 'dw', cell: 4 } },
  'bias-gradient': { params: ASYMMETRIC, at: { stretch: 'db' } },
};
