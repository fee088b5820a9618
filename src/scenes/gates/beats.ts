import { placeAt } from '../../playback/place.ts';
import type { Beat } from '../../playback/playable.ts';
import { choosing, type GateName, type GatesParams } from './parameters.ts';

/** The example of the chapter, which works out by hand. */
const EXAMPLE = { size: 2, z: [2, -1, 0, 5], da: [1, -2, 3, 4] } as const;

const deep = (name: GateName, more: Partial<GatesParams> = {}): Partial<GatesParams> => ({
  show: 'deep',
  ...choosing(name),
  ...more,
});

/** The names that the prose can point at. */
export const BEATS: Readonly<Record<string, Beat<GatesParams>>> = {
  example: { params: EXAMPLE, at: { stretch: 'forward', cell: 0, done: 0 } },
  'set-gates': { params: EXAMPLE, at: { stretch: 'forward' } },
  'go-back': { params: EXAMPLE, at: { stretch: 'backward', cell: 0 } },
  stopped: { params: EXAMPLE, at: { stretch: 'backward', cell: 1 } },
  'at-zero': { params: EXAMPLE, at: { stretch: 'backward', cell: 2 } },
  through: { params: EXAMPLE, at: 'end' },
  leaky: { params: { ...EXAMPLE, ...choosing('leakyRelu') }, at: 'end' },
  sigmoid: { params: { ...EXAMPLE, name: 'sigmoid' }, at: 'end' },
  saturated: { params: { ...EXAMPLE, name: 'sigmoid' }, at: 'end', pin: placeAt('gate', 1, 1) },
  tanh: { params: { ...EXAMPLE, name: 'tanh' }, at: 'end' },
  'deep-start': { params: deep('sigmoid'), at: { stretch: 'chains', cell: 0, done: 0 } },
  'deep-three': { params: deep('sigmoid'), at: { stretch: 'chains', cell: 2 } },
  'deep-sigmoid': { params: deep('sigmoid'), at: 'end' },
  'deep-tanh': { params: deep('tanh'), at: 'end' },
  'deep-relu': { params: deep('relu'), at: 'end' },
  'deep-leaky': { params: deep('leakyRelu'), at: 'end' },
  'deep-four': { params: deep('sigmoid', { weight: 4 }), at: 'end' },
  explode: { params: deep('relu', { weight: 2 }), at: 'end' },
  // Biases with which two chains stay open although the sums are small.
  vanish: { params: deep('relu', { weight: 0.5, seed: 851 }), at: 'end' },
};
