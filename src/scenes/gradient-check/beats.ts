import type { Beat } from '../../playback/playable.ts';
import type { CheckParams } from './parameters.ts';

const pin = (grid: string, row: number, col: number, plane = 0) => ({ grid, plane, row, col });
/** The upper left weight of the kernel. */
const WEIGHT = pin('w', 0, 0);
/** The middle weight, which the bugs before the convolution spoil; and one along which the loss bends most. */
const MIDDLE = pin('w', 1, 1);
const CURVED = pin('W', 0, 1);
const at = (done: number) => ({ stretch: 'w', cell: 0, done });

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<CheckParams>>> = {
  up: { at: at(2) },
  down: { at: at(4) },
  difference: { at: at(5) },
  quotient: { at: at(6) },
  compare: { at: at(7) },
  secant: { params: { exponent: 0 }, pin: CURVED },
  closer: { params: { exponent: -1 }, pin: CURVED },
  'too-small': { params: { exponent: -12 }, pin: WEIGHT },
  best: { params: { exponent: -5 }, pin: WEIGHT },
  single: { params: { exponent: -5, format: 'float32' }, pin: WEIGHT },
  'single-best': { params: { exponent: -2, format: 'float32' }, pin: WEIGHT },
  kink: { pin: pin('x', 1, 1) },
  turn: { params: { bug: 'turn' }, pin: pin('dx', 0, 3, 1) },
  zeros: { params: { bug: 'zeros' }, pin: pin('dx', 1, 2, 1) },
  mean: { params: { bug: 'mean' }, pin: pin('db', 0, 0) },
  gate: { params: { bug: 'gate' }, pin: MIDDLE },
  tie: { params: { bug: 'tie' }, pin: MIDDLE },
  plateau: { params: { bug: 'tie', exponent: -6 }, pin: MIDDLE },
};
