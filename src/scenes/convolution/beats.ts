import type { Beat } from '../../playback/playable.ts';
import type { ConvolutionParams } from './parameters.ts';

/** The example that chapter 3 works out by hand: no symmetry in the kernel, no two errors alike. */
const EXAMPLE = {
  input: 3,
  kernel: 2,
  padding: 0,
  x: [1, 0, 2, 3, 1, 0, 0, 2, 1],
  preset: 'own',
  w: [1, 2, 3, 4],
  b: 0,
  loss: 'target',
  target: [13, 5, 10, 12],
} as const;

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<ConvolutionParams>>> = {
  'first-window': { at: { stretch: 'forward', cell: 0, done: 1 } },
  'half-way': { at: { stretch: 'forward', cell: 12 } },
  'last-window': { at: { stretch: 'forward' } },
  target: { params: EXAMPLE, at: { stretch: 'loss' } },
  'weight-gradient': { params: EXAMPLE, at: { stretch: 'dw', cell: 0 } },
  'bias-gradient': { params: EXAMPLE, at: { stretch: 'db' } },
};
