import type { Beat, CellRef, Playable } from '../../playback/figureStore.ts';
import { build, constrain, type FieldModel, type FieldParams, specs } from './model.ts';
import { momentAt, positionAfter, totalOf } from './steps.ts';

/** The reader stays at the same layer going up, and as far through the way down. */
function carry(position: number, from: FieldModel, to: FieldModel): number {
  const total = totalOf(from);
  if (position >= total) return totalOf(to);
  const { stage, layer } = momentAt(from, position);
  const sameStack = from.layers.length === to.layers.length && totalOf(to) === total;
  if (sameStack) return position;
  if (stage === 'up') return Math.min(layer, to.layers.length);
  return positionAfter(to, Math.min(layer, to.layers.length - 1));
}

interface BeatRecipe {
  readonly params?: Partial<FieldParams>;
  /** Going up to a layer, or the paths counted down to a layer; default: everything. */
  readonly up?: number;
  readonly down?: number;
  readonly pin?: CellRef;
}

const paths = (row: number, col: number): CellRef => ({ tensor: 'paths', row, col });
const THREE = { stack: 'three', unit: 4 } as const;

const BEATS: Readonly<Record<string, BeatRecipe>> = {
  'one-layer': { params: THREE, up: 1 },
  'two-layers': { params: THREE, up: 2 },
  'three-layers': { params: THREE, up: 3 },
  'first-paths': { params: THREE, down: 2 },
  'paths-down': { params: THREE, down: 1 },
  bell: { params: THREE, down: 0 },
  neighbour: { params: THREE, down: 0, pin: paths(3, 5) },
  'one-pixel': { params: THREE, down: 0, pin: paths(0, 7) },
  'corner-pixel': { params: THREE, down: 0, pin: { tensor: 'dx', row: 4, col: 4 } },
  'middle-pixel': { params: THREE, down: 0, pin: { tensor: 'dx', row: 7, col: 7 } },
  dilated: { params: { stack: 'dilated', unit: 4 }, down: 0 },
  pyramid: { params: { stack: 'pyramid', unit: 1 }, down: 0 },
  'pyramid-neighbour': { params: { stack: 'pyramid', unit: 1 }, down: 0, pin: paths(4, 2) },
  'second-strided': {
    params: {
      stack: 'own',
      kernels: [3, 3, 3],
      strides: [1, 2, 1],
      dilations: [1, 1, 1],
      paddings: [0, 0, 0],
      layer: 2,
      unit: 1,
    },
    down: 0,
  },
  lenet: { params: { stack: 'lenet', unit: 0 }, down: 0 },
  'six-layers': {
    params: {
      stack: 'own',
      kernels: [3, 3, 3, 3, 3, 3],
      strides: [1, 1, 1, 1, 1, 1],
      dilations: [1, 1, 1, 1, 1, 1],
      paddings: [0, 0, 0, 0, 0, 0],
      unit: 4,
    },
    down: 0,
  },
  vgg: { params: { stack: 'vgg', unit: 3 }, down: 0 },
};

/** The names that the prose can point at. */
export const BEAT_NAMES = Object.keys(BEATS);

function beatNamed(name: string, current: FieldParams): Beat<FieldParams> | undefined {
  const recipe = Object.hasOwn(BEATS, name) ? BEATS[name] : undefined;
  if (!recipe) return undefined;
  const params = constrain({ ...current, ...recipe.params });
  const model = build(params);
  const { up, down = 0, pin } = recipe;
  const { unit, ...others } = params;
  return {
    // The store constrains once more, as if `unit` had been moved: so it stays where the beat has it.
    params: { unit, ...others },
    position: up === undefined ? positionAfter(model, down) : up,
    ...(pin ? { pin } : {}),
  };
}

export const receptiveField: Playable<FieldParams, FieldModel> = {
  name: 'receptive-field',
  specs,
  constrain,
  build,
  total: totalOf,
  rest: totalOf,
  carry,
  beats: beatNamed,
};
