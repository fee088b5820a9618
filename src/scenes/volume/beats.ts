import type { Beat } from '../../playback/playable.ts';
import type { VolumeParams } from './parameters.ts';

const at = (filter: number, cell?: number, done?: number) => ({ stretch: String(filter), cell, done });
/** Row 1, column 1 of a map of 3 × 3. */
const MIDDLE = 4;

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<VolumeParams>>> = {
  'first-channel': { at: at(0, 0, 1) },
  'all-channels': { at: at(0, 0, 3) },
  'one-bias': { at: at(0, 0) },
  'first-map': { at: at(0) },
  'second-filter': { at: at(1, 0, 1) },
  'all-maps': { at: at(1) },
  'four-filters': { params: { filters: 4 }, at: at(3) },
  pixel: { at: at(1, MIDDLE), pin: { grid: 'x', plane: 1, row: 2, col: 2 } },
  weight: { at: at(1, MIDDLE), pin: { grid: 'w', plane: 5, row: 0, col: 1 } },
  bias: { at: at(1, MIDDLE), pin: { grid: 'b', plane: 0, row: 0, col: 1 } },
  pointwise: { params: { kernel: 1 }, at: at(0, 0) },
  // Red −1, green 0, blue 1.
  'blue-minus-red': {
    params: { kernel: 1, filters: 1, w: [0, 0, 0, 0, -1, 0, 1, 0, 0, 0, 0, 2, 0, 0, 1], b: [0, 0] },
    at: at(0),
  },
  'two-groups': { params: { channels: 4, filters: 4, groups: 2 }, at: at(2, MIDDLE) },
  depthwise: { params: { filters: 3, groups: 3 }, at: at(1, MIDDLE) },
  'real-layer': { params: { cost: 'layer' }, at: 'end' },
};
