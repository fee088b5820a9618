import type { Beat } from '../../playback/playable.ts';
import { CORNERS } from './model.ts';
import type { ShiftParams } from './parameters.ts';

const corner = (id: (typeof CORNERS)[number]) => ({ stretch: 'walk', cell: CORNERS.indexOf(id) });
const CIRCULAR = { border: 'circular' } as const;
const ONE = { ...CIRCULAR, down: 0, right: 1 } as const;
const DIGIT = { source: 'digit', digit: 3 } as const;

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<ShiftParams>>> = {
  shift: { at: corner('shifted') },
  'one-way': { at: corner('yshifted') },
  'other-way': { at: corner('shiftedy') },
  agree: { at: 'end' },
  'border-cell': { at: 'end', pin: { grid: 'mismatch', plane: 0, row: 3, col: 5 } },
  circular: { params: CIRCULAR },
  'stride-two': { params: { ...ONE, stride: '2' } },
  'stride-two-even': { params: { ...ONE, stride: '2', right: 2 } },
  'max-dense': { params: { ...ONE, operation: 'max' } },
  'max-strided': { params: { ...ONE, operation: 'max', stride: '2' } },
  digit: { params: { ...DIGIT, down: 2, right: 5 } },
  'digit-border': { params: { ...DIGIT, down: 2, right: 14 } },
  'digit-max': { params: { ...ONE, ...DIGIT, operation: 'max', stride: '2' } },
  'digit-blur': { params: { ...ONE, ...DIGIT, operation: 'blur', stride: '2' } },
};
