import type { Beat } from '../../playback/playable.ts';
import { type ActivationParams, choosing } from './parameters.ts';

/** The names that the prose can point at. At rest the map has gone through, and the point is looked at. */
export const BEATS: Readonly<Record<string, Beat<ActivationParams>>> = {
  relu: { params: { z: 1.5 } },
  'relu-off': { params: { z: -1.3 } },
  kink: { params: { z: 0 } },
  leaky: { params: { ...choosing('leakyRelu'), z: -1.3 } },
  elu: { params: { ...choosing('elu'), z: -1.3 } },
  sigmoid: { params: { name: 'sigmoid', z: 0.5 } },
  steepest: { params: { name: 'sigmoid', z: 0 } },
  saturated: { params: { name: 'sigmoid', z: 4 } },
  tanh: { params: { name: 'tanh', z: 0.5 } },
  gelu: { params: { name: 'gelu', z: -0.75 } },
  'gelu-tanh': { params: { name: 'geluTanh', z: -0.75 } },
  silu: { params: { name: 'silu', z: -1.28 } },
  'map-half': { at: { stretch: 'forward', cell: 12 } },
  'map-bent': { at: { stretch: 'forward' } },
  'map-back': { at: 'end' },
  'one-cut': { at: 'end', pin: { grid: 'pre', plane: 0, row: 0, col: 0 } },
  dead: { params: { bias: -3, z: -1.3 }, at: 'end' },
  'not-dead': { params: { ...choosing('leakyRelu'), bias: -3, z: -1.3 }, at: 'end' },
};
