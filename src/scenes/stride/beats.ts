import type { Place } from '../../playback/place.ts';
import type { Beat } from '../../playback/playable.ts';
import type { StrideParams } from './parameters.ts';

const pixel = (row: number, col: number): Place => ({ grid: 'x', plane: 0, row, col });
/** At the first figures' sizes: 3 stops a row, 6 places a row at stride 1. */
const stop = (row: number, col: number) => ({ stretch: 'stops', cell: row * 3 + col });
const place = (row: number, col: number) => ({ stretch: 'everyPlace', cell: row * 6 + col });
const ALL_STOPS = { stretch: 'stops' } as const;
const STRIPES = { source: 'stripes', preset: 'identity', kernel: 1 } as const;

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<StrideParams>>> = {
  'first-stop': { at: stop(0, 0) },
  'second-stop': { at: stop(0, 1) },
  stops: { at: ALL_STOPS },
  'seven-wide': { params: { input: 7 }, at: ALL_STOPS },
  'left-over': { at: ALL_STOPS, pin: pixel(7, 7) },
  'one-more': { params: { input: 9 }, at: ALL_STOPS },
  gaps: { params: { stride: 4, kernel: 2, input: 10, preset: 'box' }, at: ALL_STOPS, pin: pixel(0, 3) },
  dropped: { at: place(2, 3) },
  kept: { at: place(2, 4) },
  subsampled: { at: 'end' },
  'shift-one': { params: { shift: 1 }, at: 'end' },
  'shift-two': { params: { shift: 2 }, at: 'end' },
  stripes: { params: STRIPES, at: ALL_STOPS },
  'stripes-shifted': { params: { ...STRIPES, shift: 1 }, at: ALL_STOPS },
  'stripes-blurred': { params: { ...STRIPES, preset: 'box', kernel: 2 }, at: ALL_STOPS },
  'stripes-blurred-shifted': { params: { ...STRIPES, preset: 'box', kernel: 2, shift: 1 }, at: ALL_STOPS },
  holes: { params: { dilation: 2, stride: 1 }, at: stop(0, 0) },
  'wider-holes': { params: { dilation: 3, stride: 1 }, at: stop(0, 0) },
  'no-holes': { params: { kernel: 5, stride: 1 }, at: stop(0, 0) },
  'hole-grid': { params: { dilation: 2, stride: 2, input: 9 }, at: ALL_STOPS, pin: pixel(1, 1) },
};
