import type { Beat } from '../../playback/playable.ts';
import type { PoolingParams } from './parameters.ts';

const END = 'end' as const;
const window = (cell: number, done?: number) => ({ stretch: 'pool', cell, done });

/** Negative numbers at the border: zeros as padding would beat them. */
const NEGATIVE = {
  ...{ kernel: 2, stride: 2, padding: 1 },
  x: [-2, -3, -1, -4, -1, 2, 5, -2, -3, 1, 4, -5, -6, -2, -1, -3],
} as const;
/** One bright cell. */
const SPOT = { x: [9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] } as const;
const MAP = { source: 'map' } as const;

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<PoolingParams>>> = {
  'first-numbers': { at: window(0, 3) },
  'first-window': { at: window(0) },
  done: { at: END },
  average: { params: { kind: 'average' }, at: window(0) },
  averages: { params: { kind: 'average' }, at: END },
  tie: { at: window(3), pin: { grid: 'y', plane: 0, row: 1, col: 1 } },
  forgotten: { at: END, pin: { grid: 'x', plane: 0, row: 1, col: 1 } },
  overlap: {
    params: { input: 5, kernel: 3, stride: 2 },
    at: END,
    pin: { grid: 'x', plane: 0, row: 2, col: 2 },
  },
  dense: { params: { stride: 1 }, at: END },
  floor: { params: { input: 5 }, at: END },
  ceil: { params: { input: 5, ceil: true }, at: END },
  dropped: { params: { input: 5, padding: 1, ceil: true }, at: END },
  border: { params: NEGATIVE, at: window(1) },
  'border-average': { params: { ...NEGATIVE, kind: 'average' }, at: window(1) },
  'border-uncounted': { params: { ...NEGATIVE, kind: 'average', countPad: false }, at: window(1) },
  spot: { params: SPOT, at: END },
  'spot-one': { params: { ...SPOT, right: 1 }, at: END },
  'spot-two': { params: { ...SPOT, right: 2 }, at: END },
  map: { params: MAP, at: END },
  'map-shifted': { params: { ...MAP, right: 1 }, at: END },
  'map-four': { params: { ...MAP, kernel: 4, stride: 4, right: 1 }, at: END },
  'map-stride': { params: { ...MAP, kernel: 1, stride: 2, right: 1 }, at: END },
  'all-maps': { params: { ...MAP, map: 'all' }, at: END },
  'global-max': { params: { ...MAP, map: 'all', global: true, right: 1 }, at: END },
  'global-average': { params: { ...MAP, map: 'all', global: true, kind: 'average' }, at: END },
};
