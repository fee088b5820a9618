import { placeAt } from '../../playback/place.ts';
import type { Beat } from '../../playback/playable.ts';
import type { PoolBackParams } from './parameters.ts';

const after = (cell: number, done?: number) => ({ stretch: 'dx', cell, done });

/** One window, and 6 to hand out. */
const ONE = { input: 2, kernel: 2, stride: 2, x: [1, 3, 4, 2], dy: [6] } as const;
/** Two windows side by side share their middle column. */
const PAIRS = { input: 3, kernel: 2, stride: 1, x: [1, 5, 2, 0, 3, 1, 4, 0, 2], dy: [2, 3, 1, -1] } as const;
const BORDER = { kind: 'average', input: 4, kernel: 2, stride: 2, padding: 1 } as const;

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<PoolBackParams>>> = {
  one: { params: ONE, at: after(0, 0) },
  'one-paid': { params: ONE, at: 'end' },
  'one-mean': { params: { ...ONE, kind: 'average' }, at: 'end' },
  tie: { params: { ...ONE, x: [3, 3, 3, 1] }, at: 'end', pin: placeAt('dy', 0, 0) },
  pairs: { params: PAIRS, at: after(0) },
  'pairs-both': { params: PAIRS, at: after(1) },
  'first-window': { at: after(0) },
  'shared-seven': { at: after(1) },
  'all-windows': { at: 'end' },
  'tied-five': { at: 'end', pin: placeAt('dy', 1, 1) },
  loser: { at: 'end', pin: placeAt('x', 2, 2) },
  gather: { params: { method: 'gather' }, at: after(7) },
  spread: { params: { kind: 'average' }, at: after(0) },
  'spread-all': { params: { kind: 'average' }, at: 'end' },
  'mean-middle': { params: { kind: 'average' }, at: 'end', pin: placeAt('x', 2, 2) },
  cropped: { params: BORDER, at: after(0, 1) },
  'not-counted': { params: { ...BORDER, countPad: false }, at: after(0) },
  unread: { params: { input: 5, kernel: 2, stride: 2 }, at: 'end', pin: placeAt('x', 4, 4) },
};
