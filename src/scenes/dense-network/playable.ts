import type { Beat, CellRef, Playable } from '../../playback/figureStore.ts';
import { build, constrain, type DenseModel, type DenseParams, specs } from './model.ts';
import { momentAt, positionOf, totalOf } from './moments.ts';

/** A column that is half done says most: the numbers before it stand, those behind it are still to come. */
function rest(model: DenseModel): number {
  const layer = Math.max(0, model.layers.length - 2);
  const { ins = 1, outs = 1 } = model.layers[layer] ?? {};
  return positionOf(model, layer, Math.min(1, outs - 1), ins);
}

/** The reader stays at the same neuron, as far as there still is one. */
function carry(position: number, from: DenseModel, to: DenseModel): number {
  if (position >= totalOf(from)) return totalOf(to);
  if (position === 0) return 0;
  const moment = momentAt(from, position);
  const layer = Math.min(moment.layer, to.layers.length - 1);
  const { ins = 1, outs = 1 } = to.layers[layer] ?? {};
  const whole = moment.done === (from.layers[moment.layer]?.ins ?? 0) + 1;
  const steps = whole ? ins + 1 + (moment.activated ? 1 : 0) : Math.min(moment.done, ins);
  return positionOf(to, layer, Math.min(moment.neuron, outs - 1), steps);
}

const DEFAULTS: Partial<DenseParams> = {
  inputs: 4,
  hidden: 2,
  hidden1: 3,
  hidden2: 3,
  outputs: 2,
  shuffle: 0,
};

interface BeatRecipe {
  readonly params?: Partial<DenseParams>;
  /** From 0; −1 is the last. */
  readonly layer: number;
  readonly neuron: number;
  /** Default: the neuron is complete. */
  readonly steps?: number;
  readonly pin?: CellRef;
}

const BEATS: Readonly<Record<string, BeatRecipe>> = {
  'first-product': { params: DEFAULTS, layer: 0, neuron: 0, steps: 1 },
  'first-sum': { params: DEFAULTS, layer: 0, neuron: 0, steps: 5 },
  'negative-sum': { params: { ...DEFAULTS, activation: 'relu' }, layer: 0, neuron: 1 },
  sigmoid: { params: { ...DEFAULTS, activation: 'sigmoid' }, layer: 0, neuron: 1 },
  'first-layer': { params: DEFAULTS, layer: 0, neuron: -1 },
  'second-layer': { params: DEFAULTS, layer: 1, neuron: 0, steps: 1 },
  whole: { params: DEFAULTS, layer: -1, neuron: -1 },
  'one-row': { params: DEFAULTS, layer: 0, neuron: -1, pin: { tensor: 'y_1', row: 1, col: 0 } },
  'one-weight': { params: DEFAULTS, layer: 0, neuron: -1, pin: { tensor: 'w_1', row: 1, col: 2 } },
  'one-input': { params: DEFAULTS, layer: 0, neuron: -1, pin: { tensor: 'x_1', row: 0, col: 2 } },
  wide: {
    params: { ...DEFAULTS, inputs: 5, hidden1: 5, hidden2: 5, outputs: 4 },
    layer: -1,
    neuron: -1,
  },
  linear: { params: { ...DEFAULTS, activation: 'none' }, layer: -1, neuron: -1 },
  'in-order': { params: DEFAULTS, layer: 0, neuron: -1 },
  shuffled: { params: { ...DEFAULTS, shuffle: 1 }, layer: 0, neuron: -1 },
};

/** The names that the prose can point at. */
export const BEAT_NAMES = Object.keys(BEATS);

const TYPED_AWAY = { x: null, w1: null, w2: null, w3: null, b1: null, b2: null, b3: null } as const;

function beatNamed(name: string, current: DenseParams): Beat<DenseParams> | undefined {
  const recipe = Object.hasOwn(BEATS, name) ? BEATS[name] : undefined;
  if (!recipe) return undefined;
  const params = constrain({ ...current, ...TYPED_AWAY, ...recipe.params });
  const model = build(params);
  const layer = recipe.layer < 0 ? model.layers.length - 1 : recipe.layer;
  const neuron = recipe.neuron < 0 ? (model.layers[layer]?.outs ?? 1) - 1 : recipe.neuron;
  return {
    params,
    position: positionOf(model, layer, neuron, recipe.steps),
    ...(recipe.pin && { pin: recipe.pin }),
  };
}

export const denseNetwork: Playable<DenseParams, DenseModel> = {
  name: 'dense-network',
  specs,
  constrain,
  build,
  total: totalOf,
  rest,
  carry,
  beats: beatNamed,
};
