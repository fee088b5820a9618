import type { Beat } from '../../playback/playable.ts';
import type { PushParams } from './parameters.ts';

const after = (steps: number, stretch = 'fool') =>
  steps === 0 ? { stretch, cell: 0, done: 0 } : { stretch, cell: steps - 1 };
const grown = (steps: number) => after(steps, 'grow');

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<PushParams>>> = {
  original: { at: after(0) },
  'one-step': { at: after(1), pin: { grid: 'x', plane: 0, row: 14, col: 12 } },
  eight: { params: { levels: 1 }, at: after(36) },
  control: { params: { levels: 1 }, at: after(36), pin: { grid: 'shuffled', plane: 0, row: 4, col: 4 } },
  gradient: { params: { rule: 'gradient' }, at: after(16) },
  stuck: { params: { rule: 'gradient', aim: 'away' }, at: after(60) },
  away: { params: { aim: 'away' }, at: after(8) },
  kernel: {
    params: { mode: 'grow', layer: 'conv1', unit: 4, growth: 0.01, noise: 0 },
    at: grown(40),
  },
  'grey-stays': { params: { mode: 'grow', noise: 0 }, at: grown(40) },
  texture: { params: { mode: 'grow' }, at: grown(40) },
  score: { params: { mode: 'grow', layer: 'logits', unit: 3 }, at: grown(40) },
};
