import type { Beat, CellRef, Playable } from '../../playback/figureStore.ts';
import { build, constrain, specs, type VolumeModel, type VolumeParams } from './model.ts';
import { momentAt, positionOf, totalOf } from './steps.ts';

/** The first map is written and the second half so, when a reader first sees the figure. */
const rest = (model: VolumeModel): number => {
  const middle = Math.floor((model.out ** 2 - 1) / 2);
  return positionOf(model, {
    filter: Math.min(1, model.params.filters - 1),
    row: Math.floor(middle / model.out),
    col: middle % model.out,
    done: Math.min(2, model.depth),
  });
};

/** The reader stays with the same filter and as far through its map. */
function carry(position: number, from: VolumeModel, to: VolumeModel): number {
  const { filter, row, col, done } = momentAt(from, position);
  const place = (n: number): number => Math.min(to.out - 1, n);
  return positionOf(to, {
    filter: Math.min(filter, to.params.filters - 1),
    row: place(row),
    col: place(col),
    done: done === from.depth + 1 ? to.depth + 1 : Math.min(done, to.depth),
  });
}

const PLAIN = {
  source: 'photo',
  seed: 1,
  channels: 3,
  filters: 2,
  kernel: 3,
  groups: 1,
  input: 5,
  x: null,
  w: null,
  b: null,
  cost: 'figure',
} as const;

interface BeatRecipe {
  readonly params?: Partial<VolumeParams>;
  readonly filter: number;
  /** The place in the map; default: the last one. */
  readonly cell?: readonly [number, number];
  /** Default: the cell is written. */
  readonly done?: number;
  readonly pin?: CellRef;
}

const BEATS: Readonly<Record<string, BeatRecipe>> = {
  'first-channel': { filter: 0, cell: [0, 0], done: 1 },
  'all-channels': { filter: 0, cell: [0, 0], done: 3 },
  'one-bias': { filter: 0, cell: [0, 0] },
  'first-map': { filter: 0 },
  'second-filter': { filter: 1, cell: [0, 0], done: 1 },
  'all-maps': { filter: 1 },
  'four-filters': { params: { filters: 4 }, filter: 3 },
  pixel: { filter: 1, cell: [1, 1], pin: { tensor: 'x_1', row: 2, col: 2 } },
  weight: { filter: 1, cell: [1, 1], pin: { tensor: 'w_1_2', row: 0, col: 1 } },
  bias: { filter: 1, cell: [1, 1], pin: { tensor: 'b', row: 0, col: 1 } },
  pointwise: { params: { kernel: 1 }, filter: 0, cell: [0, 0] },
  'blue-minus-red': {
    params: { kernel: 1, filters: 1, w: [0, 0, 0, 0, -1, 0, 1, 0, 0, 0, 0, 2, 0, 0, 1], b: [0, 0] },
    filter: 0,
  },
  'two-groups': { params: { channels: 4, filters: 4, groups: 2 }, filter: 2, cell: [1, 1] },
  depthwise: { params: { filters: 3, groups: 3 }, filter: 1, cell: [1, 1] },
  'real-layer': { params: { cost: 'layer' }, filter: 0, cell: [1, 1] },
};

/** The names that the prose can point at. */
export const BEAT_NAMES = Object.keys(BEATS);

function beatNamed(name: string, current: VolumeParams): Beat<VolumeParams> | undefined {
  const recipe = Object.hasOwn(BEATS, name) ? BEATS[name] : undefined;
  if (!recipe) return undefined;
  const params = constrain({ ...current, ...PLAIN, ...recipe.params });
  const model = build(params);
  const [row, col] = recipe.cell ?? [model.out - 1, model.out - 1];
  const done = recipe.done ?? model.depth + 1;
  return {
    params,
    position: positionOf(model, { filter: recipe.filter, row, col, done }),
    ...(recipe.pin ? { pin: recipe.pin } : {}),
  };
}

export const volume: Playable<VolumeParams, VolumeModel> = {
  name: 'volume',
  specs,
  constrain,
  build,
  total: totalOf,
  rest,
  carry,
  beats: beatNamed,
};
