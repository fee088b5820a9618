import type { Beat } from '../../playback/playable.ts';
import type { StepParams } from './parameters.ts';

const at = (cell: number, done: number) => ({ stretch: 'steps', cell, done }) as const;
const LAST = at(0, 4);

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<StepParams>>> = {
  start: { at: at(0, 0) },
  forward: { at: at(0, 1) },
  loss: { at: at(0, 2) },
  backward: { at: at(0, 3) },
  update: { at: LAST },
  'one-weight': { at: LAST, pin: { grid: 'stepped', plane: 0, row: 2, col: 2 } },
  alone: { params: { along: 'one' }, at: LAST },
  'small-rate': { params: { rate: 0.0005 }, at: LAST },
  'below-zero': { params: { rate: 0.01 }, at: LAST },
  'far-too-large': { params: { rate: 0.1 }, at: LAST },
  'second-step': { at: at(1, 4) },
  'fifth-step': { at: at(4, 4) },
  zeros: { params: { start: 'zeros', rate: 1 }, at: LAST },
  'zeros-back': { params: { start: 'zeros', rate: 1 }, at: at(0, 3) },
  'zeros-later': { params: { start: 'zeros', rate: 1 }, at: at(4, 3) },
  small: { params: { start: 'small' }, at: at(0, 3) },
  large: { params: { start: 'large' }, at: at(0, 2) },
  trained: { params: { start: 'trained' }, at: at(0, 2) },
};
