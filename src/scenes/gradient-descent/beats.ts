import type { Beat } from '../../playback/playable.ts';
import type { DescentParams } from './parameters.ts';

const at = (cell: number, done: number) => ({ stretch: 'updates', cell, done }) as const;
const two = { weights: 'two' } as const;
const ravine = { ...two, surface: 'ravine' } as const;

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<DescentParams>>> = {
  ball: { at: at(0, 0) },
  'secant-two': { params: { nudge: 0 }, at: at(0, 1) },
  'secant-one': { params: { nudge: 1 }, at: at(0, 1) },
  'secant-small': { params: { nudge: 4 }, at: at(0, 1) },
  slope: { at: at(0, 1) },
  step: { at: at(0, 2) },
  'first-update': { at: at(0, 3) },
  'second-update': { at: at(1, 3) },
  small: { params: { rate: 0.01 }, at: 'end' },
  path: { at: 'end' },
  lands: { params: { rate: 0.5 }, at: at(0, 3) },
  bounces: { params: { rate: 0.9 }, at: at(7, 3) },
  edge: { params: { rate: 1 }, at: at(5, 3) },
  diverges: { params: { rate: 1.1 }, at: at(2, 3) },
  gone: { params: { rate: 1.1, updates: 100 }, at: 'end' },
  fit: { params: { curve: 'fit', rate: 0.1 }, at: at(0, 1) },
  entropy: { params: { curve: 'entropy', start: -5, rate: 2 }, at: at(0, 1) },
  'local-valley': { params: { curve: 'valleys', start: -3.5 }, at: 'end' },
  'hill-top': { params: { curve: 'valleys', start: 0 }, at: at(0, 1) },
  'over-the-hill': {
    params: { curve: 'valleys', start: -3.5, optimizer: 'momentum', updates: 60 },
    at: 'end',
  },
  gradient: { params: { ...ravine, rate: 0.03 }, at: at(0, 1) },
  bowl: { params: { ...two, surface: 'bowl', rate: 0.3 }, at: at(0, 1) },
  'ravine-below': { params: { ...ravine, rate: 0.07, updates: 40 }, at: 'end' },
  'ravine-above': { params: { ...ravine, rate: 0.083, updates: 40 }, at: 'end' },
  saddle: { params: { ...two, surface: 'saddle', up: 0.01, updates: 60 }, at: at(29, 3) },
  unscaled: {
    params: { ...two, surface: 'unscaled', rate: 0.04, up: -1, across: -4, updates: 40 },
    at: 'end',
  },
  scaled: { params: { ...two, surface: 'scaled', rate: 0.4, up: -1, across: -4, updates: 40 }, at: 'end' },
  noise: {
    params: { ...two, surface: 'scaled', rate: 0.1, up: -1, across: -4, updates: 60, single: true },
    at: 'end',
  },
  momentum: { params: { ...ravine, optimizer: 'momentum', rate: 0.03, updates: 40 }, at: 'end' },
  'momentum-first': { params: { ...ravine, optimizer: 'momentum', rate: 0.03 }, at: at(1, 2) },
  'adam-first': { params: { ...ravine, optimizer: 'adam', rate: 0.3 }, at: at(0, 3) },
  adam: { params: { ...ravine, optimizer: 'adam', rate: 0.3, updates: 40 }, at: 'end' },
};
