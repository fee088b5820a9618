import type { Beat, CellRef, Playable } from '../../playback/figureStore.ts';
import {
  type ActivationModel,
  type ActivationParams,
  build,
  CELLS,
  choosing,
  constrain,
  specs,
} from './model.ts';

/** The map is bent, and the first gradients have come back. */
const REST = CELLS + 14;

interface BeatRecipe {
  readonly params: Partial<ActivationParams>;
  readonly position: number;
  readonly pin?: CellRef;
}

const HOME = { source: 'photo', bias: 0, seed: 1 } as const;

const BEATS: Readonly<Record<string, BeatRecipe>> = {
  relu: { params: { ...HOME, name: 'relu', z: 1.5 }, position: REST },
  'relu-off': { params: { ...HOME, name: 'relu', z: -1.3 }, position: REST },
  kink: { params: { ...HOME, name: 'relu', z: 0 }, position: REST },
  leaky: { params: { ...HOME, ...choosing('leakyRelu'), z: -1.3 }, position: 2 * CELLS },
  elu: { params: { ...HOME, name: 'elu', alpha: 1, z: -1.3 }, position: 2 * CELLS },
  sigmoid: { params: { ...HOME, name: 'sigmoid', z: 0.5 }, position: 2 * CELLS },
  steepest: { params: { ...HOME, name: 'sigmoid', z: 0, depth: 5 }, position: 2 * CELLS },
  saturated: { params: { ...HOME, name: 'sigmoid', z: 4, depth: 5 }, position: 2 * CELLS },
  tanh: { params: { ...HOME, name: 'tanh', z: 0.5 }, position: 2 * CELLS },
  gelu: { params: { ...HOME, name: 'gelu', z: -0.75 }, position: 2 * CELLS },
  'gelu-tanh': { params: { ...HOME, name: 'geluTanh', z: -0.75 }, position: 2 * CELLS },
  silu: { params: { ...HOME, name: 'silu', z: -1.28 }, position: 2 * CELLS },
  'map-half': { params: { ...HOME, name: 'relu' }, position: 13 },
  'map-bent': { params: { ...HOME, name: 'relu' }, position: CELLS },
  'map-back': { params: { ...HOME, name: 'relu' }, position: 2 * CELLS },
  'one-cut': {
    params: { ...HOME, name: 'relu' },
    position: 2 * CELLS,
    pin: { tensor: 'pre', row: 0, col: 0 },
  },
  dead: { params: { ...HOME, name: 'relu', bias: -3, z: -1.3 }, position: 2 * CELLS },
  'not-dead': { params: { ...HOME, ...choosing('leakyRelu'), bias: -3, z: -1.3 }, position: 2 * CELLS },
};

/** The names that the prose can point at. */
export const BEAT_NAMES = Object.keys(BEATS);

function beatNamed(name: string, current: ActivationParams): Beat<ActivationParams> | undefined {
  const recipe = Object.hasOwn(BEATS, name) ? BEATS[name] : undefined;
  if (!recipe) return undefined;
  const { params, ...rest } = recipe;
  return { ...rest, params: constrain({ ...current, ...params }) };
}

export const activationScene: Playable<ActivationParams, ActivationModel> = {
  name: 'activation',
  specs,
  constrain,
  build,
  total: () => 2 * CELLS,
  rest: () => REST,
  beats: beatNamed,
};
