import type { Beat } from '../../playback/playable.ts';
import type { ExplosionParams } from './parameters.ts';

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<ExplosionParams>>> = {
  digit: { params: { format: 0 }, at: { stretch: 'dense', cell: 3 } },
  crop: { params: { format: 2 }, at: { stretch: 'dense', cell: 3 } },
  pixels: { at: { stretch: 'dense', cell: 0 } },
  inputs: { at: { stretch: 'dense', cell: 1 } },
  weights: { at: { stretch: 'dense', cell: 2 } },
  memory: { params: { measure: 'bytes' }, at: { stretch: 'dense', cell: 4 } },
  'one-neuron': { params: { neurons: 1 }, at: { stretch: 'dense', cell: 3 } },
  filter: { at: { stretch: 'conv', cell: 0 } },
  convolution: { at: { stretch: 'conv', cell: 2 } },
  ratio: { at: 'end' },
  work: { params: { measure: 'multiplyAdds' }, at: 'end' },
  'small-budget': { params: { shrunk: true, budget: 5 }, at: 'end' },
  'million-budget': { params: { shrunk: true, budget: 9 }, at: 'end' },
  'large-budget': { params: { shrunk: true, budget: 13 }, at: 'end' },
  'whole-photo': { params: { shrunk: true, budget: 15 }, at: 'end' },
  /** One layer in three ways: 14,455,392 numbers, then 357,504, then 456. */
  sharing: { params: { layers: 'three', format: 1, kernel: 5, filters: 6 }, at: 'end' },
};
