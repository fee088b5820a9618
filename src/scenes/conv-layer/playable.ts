import type { Beat, CellRef, Playable } from '../../playback/figureStore.ts';
import { build, constrain, type LayerModel, type LayerParams, specs } from './model.ts';
import { momentAt, positionOf, type StageId, totalOf } from './stages.ts';

/** The whole layer is there when a reader first sees it. */
const rest = (model: LayerModel): number => totalOf(model.stages);

/** The reader stays in the same stretch and as far through it. */
function carry(position: number, from: LayerModel, to: LayerModel): number {
  const { stage, done } = momentAt(from.stages, position);
  const same = to.stages.find(({ id }) => id === stage.id);
  if (!same) return totalOf(to.stages);
  return same.start + (same.steps === stage.steps ? done : Math.round((done / stage.steps) * same.steps));
}

const TRAINED = { kernels: 'trained', digit: 5, filters: 8, filter: 3, stride: 1, padding: 2 } as const;
const KEPT = { ...TRAINED, row: 8, col: 16, activation: 'relu' } as const;
const CUT = { ...KEPT, row: 7 } as const;
const END = 999;

interface BeatRecipe {
  readonly params: Partial<LayerParams>;
  readonly stage: StageId;
  readonly done: number;
  readonly pin?: CellRef;
}

const BEATS: Readonly<Record<string, BeatRecipe>> = {
  slice: { params: KEPT, stage: 'cell', done: 0 },
  products: { params: KEPT, stage: 'cell', done: 13 },
  sum: { params: KEPT, stage: 'cell', done: 25 },
  bias: { params: KEPT, stage: 'cell', done: 26 },
  bend: { params: KEPT, stage: 'cell', done: 27 },
  'cut-cell': { params: CUT, stage: 'cell', done: 27 },
  'half-map': { params: KEPT, stage: 'map', done: 14 },
  'one-map': { params: KEPT, stage: 'map', done: END },
  'next-sums': { params: KEPT, stage: 'maps', done: 1 },
  'next-map': { params: KEPT, stage: 'maps', done: 2 },
  'all-maps': { params: KEPT, stage: 'maps', done: END },
  'three-filters': { params: { ...KEPT, filters: 3, filter: 0 }, stage: 'maps', done: END },
  'no-bend': { params: { ...KEPT, activation: 'none' }, stage: 'maps', done: END },
  leaky: { params: { ...KEPT, activation: 'leakyRelu' }, stage: 'maps', done: END },
  sigmoid: { params: { ...KEPT, activation: 'sigmoid' }, stage: 'maps', done: END },
  'by-hand': { params: { ...KEPT, kernels: 'byHand', padding: 1, filter: 1 }, stage: 'maps', done: END },
  'stride-two': { params: { ...KEPT, stride: 2, row: 4, col: 8 }, stage: 'maps', done: END },
  'one-pixel': { params: KEPT, stage: 'maps', done: END, pin: { tensor: 'x', row: 8, col: 16 } },
  'one-weight': { params: KEPT, stage: 'maps', done: END, pin: { tensor: 'w_3_0', row: 3, col: 0 } },
  'one-bias': { params: KEPT, stage: 'maps', done: END, pin: { tensor: 'b', row: 0, col: 0 } },
};

/** The names that the prose can point at. */
export const BEAT_NAMES = Object.keys(BEATS);

function beatNamed(name: string, current: LayerParams): Beat<LayerParams> | undefined {
  const recipe = Object.hasOwn(BEATS, name) ? BEATS[name] : undefined;
  if (!recipe) return undefined;
  const params = constrain({ ...current, ...recipe.params });
  return {
    params,
    position: positionOf(build(params).stages, recipe.stage, recipe.done),
    ...(recipe.pin ? { pin: recipe.pin } : {}),
  };
}

export const convLayer: Playable<LayerParams, LayerModel> = {
  name: 'conv-layer',
  specs,
  constrain,
  build,
  total: ({ stages }) => totalOf(stages),
  rest,
  carry,
  beats: beatNamed,
};
