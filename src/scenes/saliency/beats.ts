import type { Place } from '../../playback/place.ts';
import type { Beat } from '../../playback/playable.ts';
import type { SaliencyParams } from './parameters.ts';

const pin = (grid: string, row: number, col: number, plane = 0): Place => ({ grid, plane, row, col });

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<SaliencyParams>>> = {
  own: { params: { label: 4 }, at: 'end' },
  size: { params: { look: 'size' }, at: 'end' },
  gap: { at: 'end', pin: pin('dimage', 6, 13) },
  'gap-nine': { params: { label: 9 }, at: 'end', pin: pin('dimage', 6, 13) },
  share: { params: { of: 'share' }, at: 'end' },
  cam: { params: { method: 'cam' }, at: 'end' },
  alpha: { params: { method: 'cam' }, at: 'end', pin: pin('alpha', 1, 7) },
  'cam-cell': { params: { method: 'cam' }, at: 'end', pin: pin('cam', 5, 4) },
  smooth: { params: { method: 'cam', smooth: true }, at: 'end' },
  nine: { params: { method: 'cam', label: 9 }, at: 'end' },
  'nine-cells': { params: { method: 'cam', label: 9, averaged: false }, at: 'end' },
};
