import type { Beat } from '../../playback/playable.ts';
import type { LearnParams } from './parameters.ts';

const after = (steps: number): Beat<LearnParams>['at'] => ({ stretch: 'descent', done: steps });

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<LearnParams>>> = {
  random: {},
  'first-error': { pin: { grid: 'dy', plane: 0, row: 0, col: 0 } },
  'first-gradient': { pin: { grid: 'dw', plane: 0, row: 0, col: 0 } },
  'first-step': { at: after(1) },
  'ten-steps': { at: after(10) },
  arrived: { at: 'end' },
  blur: { params: { target: 'gaussian' }, at: 'end' },
  own: { params: { target: 'own' }, at: 'end' },
  'too-fast': { params: { rate: 0.9 }, at: after(12) },
  'too-slow': { params: { rate: 0.05 }, at: after(12) },
  flat: { params: { kind: 'flat' }, at: 'end' },
  stripes: { params: { kind: 'stripes' }, at: 'end' },
  photo: { params: { kind: 'photo', rate: 0.25 }, at: 'end' },
  'no-convolution': { params: { target: 'largest' }, at: 'end' },
  mirrored: { params: { target: 'mirrored' }, at: 'end' },
  'few-windows': { params: { pictures: 1, input: 5 }, at: 'end' },
};
