import type { Place } from '../../playback/place.ts';
import type { Beat } from '../../playback/playable.ts';
import type { PaddingParams } from './parameters.ts';

const at = (cell: number) => ({ stretch: 'windows', cell });
const inPadded = (row: number, col: number): Place => ({ grid: 'padded', plane: 0, row, col });
const inOutput = (row: number, col: number): Place => ({ grid: 'y', plane: 0, row, col });
const PHOTO = { source: 'photo', input: 16, kernel: 5, preset: 'average' } as const;
const ONE_EACH = { input: 8, stride: 2, fit: 'own', before: 1, after: 1 } as const;

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<PaddingParams>>> = {
  valid: { params: { fit: 'valid' }, at: at(0) },
  same: { at: at(0) },
  full: { params: { fit: 'full' }, at: at(0) },
  hanging: { at: at(3 * 7 + 6) },
  'even-kernel': { params: { kernel: 4 }, at: 'end' },
  'wide-kernel': { params: { kernel: 5 }, at: at(0) },
  'same-stride-two': { params: { input: 8, stride: 2 }, at: at(0) },
  'one-each-side': { params: ONE_EACH, at: at(0) },
  'corner-valid': { params: { fit: 'valid' }, at: 'end', pin: inPadded(0, 0) },
  'middle-valid': { params: { fit: 'valid' }, at: 'end', pin: inPadded(3, 3) },
  'corner-same': { at: 'end', pin: inPadded(1, 1) },
  'corner-full': { params: { fit: 'full' }, at: 'end', pin: inPadded(2, 2) },
  'flat-frame': { params: { source: 'flat' }, at: 'end', pin: inOutput(0, 0) },
  'flat-reflect': { params: { source: 'flat', mode: 'reflect' }, at: 'end', pin: inOutput(0, 0) },
  'photo-frame': { params: PHOTO, at: 'end' },
  'photo-reflect': { params: { ...PHOTO, mode: 'reflect' }, at: 'end' },
  'invented-edge': { params: { source: 'flat', preset: 'sobel' }, at: 'end', pin: inOutput(3, 0) },
  reflect: { params: { mode: 'reflect', kernel: 5 }, at: 'end', pin: inPadded(0, 4) },
  replicate: { params: { mode: 'replicate', kernel: 5 }, at: 'end', pin: inPadded(0, 4) },
  circular: { params: { mode: 'circular', kernel: 5 }, at: 'end', pin: inPadded(0, 4) },
};
