import type { Place } from '../../playback/place.ts';
import type { Beat } from '../../playback/playable.ts';
import type { ChainParams } from './parameters.ts';

type ChainBeat = Beat<ChainParams>;

const place = (grid: string, col: number): Place => ({ grid, plane: 0, row: 0, col });
const forward = (graph: ChainParams['graph'], done?: number): ChainBeat => ({
  params: { graph },
  at: { stretch: 'forward', cell: 0, done },
});
const backward = (graph: ChainParams['graph'], done?: number): ChainBeat => ({
  params: { graph },
  at: { stretch: 'backward', cell: 0, done },
});
const done = (graph: ChainParams['graph'], pin?: Place): ChainBeat => ({
  params: { graph },
  at: 'end',
  ...(pin && { pin }),
});

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, ChainBeat>> = {
  given: forward('neuron', 0),
  forward: forward('neuron'),
  seed: backward('neuron', 1),
  'through-square': backward('neuron', 2),
  'through-subtract': backward('neuron', 3),
  'to-weight': backward('neuron', 7),
  'all-gradients': done('neuron'),
  'weight-path': done('neuron', place('dleaf', 0)),
  gates: forward('gates'),
  distributes: backward('gates', 4),
  exchanges: done('gates', place('dleaf', 1)),
  routes: done('gates', place('dleaf', 3)),
  fork: forward('fork'),
  'three-shares': backward('fork', 5),
  'fork-adds': done('fork'),
  softmax: forward('softmax'),
  'softmax-fork': done('softmax', place('dvalue', 2)),
  'softmax-end': done('softmax', place('dleaf', 2)),
  collapsed: { params: { graph: 'softmax', collapse: true }, at: 'end' },
  convolution: forward('convolution'),
  'shared-weight': done('convolution', place('dleaf', 1)),
  'middle-pixel': done('convolution', place('dleaf', 2)),
};
